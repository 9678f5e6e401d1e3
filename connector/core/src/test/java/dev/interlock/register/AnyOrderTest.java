package dev.interlock.register;

import static dev.interlock.register.Desk.about;
import static dev.interlock.register.Desk.by;
import static dev.interlock.register.Desk.opportunity;
import static dev.interlock.register.Desk.registration;
import static org.assertj.core.api.Assertions.assertThat;

import dev.interlock.register.Standing.Approval;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

/** Deliveries in any order, and more than once. */
class AnyOrderTest {

    private static final Claim WITHDRAWN = registration("r7", "west", 2);

    private static final List<Claim> TOLD = List.of(
            registration("r1", "north", 0),
            registration("r2", "north", 4),
            registration("r3", "south", 4),
            registration("r4", "east", 89),
            registration("r5", "east", 93),
            about(registration("r6", "west", 6), new Customer("Acme", Optional.empty(), "", "")),
            WITHDRAWN,
            WITHDRAWN
                    .with(WITHDRAWN.standing().with(Approval.WITHDRAWN))
                    .with(WITHDRAWN.times().progressedAt(Desk.day(8))),
            opportunity("o1", 1),
            by(opportunity("o2", 30), Stake.sourcedBy(Partner.of("far"))));

    @Property(tries = 200)
    void the_order_of_arrival_does_not_change_the_outcome(@ForAll long seed) {
        List<Claim> shuffled = new ArrayList<>(TOLD);
        Random random = new Random(seed);
        for (int again = 0; again < 5; again++) {
            shuffled.add(TOLD.get(random.nextInt(TOLD.size())));
        }
        Collections.shuffle(shuffled, random);

        assertThat(raised(shuffled)).isEqualTo(raised(TOLD));
    }

    private static Map<String, Set<String>> raised(List<Claim> claims) {
        Desk desk = new Desk();
        claims.forEach(desk::takes);
        return desk.raised();
    }
}
