package dev.interlock.simulation;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** The engine in its simulated world. */
final class SimulationTest {

    @Test
    void the_same_seed_gives_the_same_trace() throws Exception {
        try (House house = new House();
                House other = new House()) {
            for (long seed = 1; seed <= 5; seed++) {
                Schedule schedule = Schedule.of(seed);
                assertThat(Simulation.play(other, schedule, Guise.NONE).log())
                        .as("seed %s", seed)
                        .isEqualTo(Simulation.play(house, schedule, Guise.NONE).log());
            }
        }
    }
}
