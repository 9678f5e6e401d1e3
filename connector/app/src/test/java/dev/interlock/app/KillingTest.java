package dev.interlock.app;

import static org.assertj.core.api.Assertions.assertThat;

import dev.interlock.routes.Report;
import dev.interlock.store.AuditVerdict;
import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * The running program is killed with SIGKILL at random, again and again, on one store, while people go on working in all
 * systems. Settings: {@code interlock.kills} for each store, {@code interlock.kills.seconds} to go on for each store when
 * those are done, {@code interlock.kills.seed} to repeat what people do.
 */
class KillingTest {

    private static final int KILLS = Integer.getInteger("interlock.kills", 10);
    private static final Duration LONGER = Duration.ofSeconds(Long.getLong("interlock.kills.seconds", 0));
    private static final long SEED = Long.getLong("interlock.kills.seed", System.nanoTime());
    private static final List<String> SYSTEMS = List.of("salesforce", "hubspot", "partnerstack");

    @TempDir
    private Path folder = Path.of("");

    private final Random random = new Random(SEED);
    private int kills;
    private int unfinished;
    private int calls = 25;

    @ParameterizedTest
    @EnumSource
    void whenever_the_program_is_killed_the_next_sync_finishes_what_it_began(Place place) throws Exception {
        long begun = System.nanoTime();
        // What a system shows late must be waited for after each kill; these show it at once.
        String quick = Configured.changed("interlock.yaml", "settle: 5s", "settle: 1s");
        // A killed process keeps its leases for so long.
        String soon = quick.replace("settle: 2s", "settle: 1s")
                .replace("store:\n", "store:\n  lease: 1s\n  lateAnswer: 1s\n");
        Map<String, String> files = Map.of("interlock.yaml", soon);
        Map<String, String> around = new LinkedHashMap<>(place.environment());
        around.put("HUBSPOT_SETTLE", "1s");
        try (House house = House.in(folder, files, around)) {
            People people = begin(house);
            while (kills < KILLS || took(begun).compareTo(LONGER) < 0) {
                round(house, people);
            }
        }
        System.out.printf(
                "kill -9 on %s: %d kills, writes were left in %d rounds, %d s, interlock.kills.seed=%d%n",
                place, kills, unfinished, took(begun).toSeconds(), SEED);
    }

    private static People begin(House house) throws InterruptedException {
        People people = new People(house, new Random(SEED));
        for (int i = 0; i < 6; i++) {
            people.create();
        }
        house.stop();
        Program first = Program.start(house, "sync");
        assertThat(first.exit()).as(first.said()).isZero();
        house.restart();
        assertThat(people.broken()).isEmpty();
        return people;
    }

    private void round(House house, People people) throws Exception {
        people.rest();
        for (int i = 1 + random.nextInt(4); i > 0; i--) {
            people.edit();
        }
        if (random.nextBoolean()) {
            people.create();
        }
        kills += killed(house, people) ? 1 : 0;
        assertThat(people.brokenHalfWay()).as(seed()).isEmpty();

        house.restart();
        SYSTEMS.forEach(system -> house.door(system).forgetCalls());
        Report report = house.sync();
        calls = (int) Math.max(calls, made(house));

        assertThat(report.converged()).as(seed() + report).isTrue();
        unfinished += report.written() > 0 ? 1 : 0;
        assertThat(people.broken()).as(seed()).isEmpty();
        assertThat(house.differences()).as(seed()).isEmpty();
        assertThat(house.aside()).as(seed()).isEmpty();
        assertThat(house.sync().written()).as(seed()).isZero();
        assertThat(house.audit()).as(seed()).isInstanceOf(AuditVerdict.Intact.class);
    }

    /** Runs a sync that is killed after some call or shortly after it; somebody edits a field meanwhile. */
    private boolean killed(House house, People people) throws InterruptedException {
        house.stop();
        SYSTEMS.forEach(system -> house.door(system).forgetCalls());
        int last = 1 + random.nextInt(calls);
        int between = random.nextInt(last);
        Duration more = Duration.ofMillis(random.nextInt(25));
        Program program = Program.start(house, "sync");
        boolean over = goesOnUntil(between, house, program);
        people.edit();
        over |= goesOnUntil(last, house, program);
        return !over && !program.endsWithin(more) && program.kill();
    }

    /** Waits until so many calls were made; answers whether the program ended before. */
    private static boolean goesOnUntil(int calls, House house, Program program) throws InterruptedException {
        boolean over = false;
        while (!over && made(house) < calls) {
            over = program.endsWithin(Duration.ofMillis(2));
        }
        return over;
    }

    private static long made(House house) {
        return SYSTEMS.stream().mapToLong(system -> house.door(system).calls()).sum();
    }

    private static Duration took(long begun) {
        return Duration.ofNanos(System.nanoTime() - begun);
    }

    private static String seed() {
        return "interlock.kills.seed=" + SEED;
    }
}
