package dev.interlock.simulation;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.function.LongFunction;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;

/** The engine in its simulated world: the safety invariants after every step, convergence at the end. */
final class SimulationTest {

    /** What users do at random, without what makes identity a question: see {@link Schedule#UPHEAVALS}. */
    @Test
    void where_calls_fail_and_the_process_dies_nothing_is_lost_doubled_or_fabricated() throws Exception {
        long schedules = Long.getLong("simulation.schedules", 1000);
        Instant start = Instant.now();
        Campaign campaign = new Campaign(Schedule::calm).play(schedules, Duration.ofMinutes(5));
        tell("calm", campaign, start);
        show(Schedule::calm, campaign);
        assertThat(campaign.failed()).isEmpty();
    }

    /** Merges, second records with one key, hidden fields. */
    @Test
    void where_identity_itself_is_in_question_the_same_holds() throws Exception {
        Instant start = Instant.now();
        Campaign campaign =
                new Campaign(Schedule::of).play(Long.getLong("simulation.upheavals", 150), Duration.ofMinutes(5));
        tell("with upheavals", campaign, start);
        show(Schedule::of, campaign);
        assertThat(campaign.failed()).isEmpty();
    }

    @Test
    void the_same_seed_gives_the_same_trace() throws Exception {
        try (House house = new House();
                House other = new House()) {
            for (long seed = 1; seed <= 5; seed++) {
                Schedule schedule = Schedule.of(seed);
                List<String> first =
                        Simulation.play(house, schedule, Guise.NONE).log();
                assertThat(Simulation.play(other, schedule, Guise.NONE).log())
                        .as("seed %s", seed)
                        .isEqualTo(first);
            }
        }
    }

    @Test
    void a_failing_run_is_shrunk_to_a_trace_that_fails_in_the_same_way() throws Exception {
        Guise bug = Mutation.M35.guise();
        try (House house = new House()) {
            for (long seed = 1; seed < 30; seed++) {
                Schedule schedule = Schedule.calm(seed);
                Simulation.Outcome outcome = Simulation.play(house, schedule, bug);
                if (outcome.violation().isPresent()) {
                    Invariant broken = outcome.violation().get().invariant();
                    Schedule shrunk = Shrinking.shrink(house, schedule, bug, broken);
                    Simulation.Outcome again = Simulation.play(house, shrunk, bug);
                    assertThat(shrunk.acts().size()).isLessThan(schedule.acts().size() / 2);
                    assertThat(again.violation().map(Violation::invariant)).contains(broken);
                    assertThat(Simulation.play(house, shrunk, bug).log()).isEqualTo(again.log());
                    return;
                }
            }
        }
        assertThat(false).as("doubled quotes were noticed").isTrue();
    }

    /** As long as the profile says; with no profile, not at all. */
    @Test
    @EnabledIfSystemProperty(named = "simulation.soak.minutes", matches = "[1-9]\\d*")
    void any_number_of_seeds_in_the_time_that_is_given() throws Exception {
        Duration minutes = Duration.ofMinutes(Long.getLong("simulation.soak.minutes", 0));
        Instant start = Instant.now();
        Campaign campaign = new Campaign(seed -> Schedule.calm(seed + 1_000_000)).play(Long.MAX_VALUE, minutes);
        tell("soak", campaign, start);
        assertThat(campaign.failed()).isEmpty();
    }

    private static void show(LongFunction<Schedule> schedules, Campaign campaign) throws Exception {
        if (!campaign.failed().isEmpty()) {
            Map.Entry<Long, Violation> first =
                    campaign.failed().entrySet().iterator().next();
            System.out.println(Campaign.trace(schedules.apply(first.getKey()), first.getValue()));
        }
    }

    private static void tell(String name, Campaign campaign, Instant start) {
        double seconds = Math.max(1, Duration.between(start, Instant.now()).toMillis()) / 1000.0;
        System.out.printf(
                "simulation, %s: %d schedules of %d acts in %.0f s, %.1f a second%n",
                name, campaign.played(), Schedule.ACTS, seconds, campaign.played() / seconds);
        campaign.failed()
                .forEach((seed, violation) -> System.out.println("open: seed " + seed + ": " + violation.getMessage()));
    }
}
