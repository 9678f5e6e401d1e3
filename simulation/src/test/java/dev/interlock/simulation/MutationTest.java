package dev.interlock.simulation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;

/** Each known bug of other synchronisers, put into the engine, is noticed: else the simulation is too weak. */
@EnabledIfSystemProperty(named = "simulation.mutations", matches = "true")
final class MutationTest {
    private final Map<Long, Boolean> sound = new HashMap<>();

    @Test
    void every_mutation_is_caught() throws Exception {
        List<String> survivors = new ArrayList<>();
        Map<Mutation, String> table = new TreeMap<>();
        try (House house = new House()) {
            for (Mutation mutation : Mutation.values()) {
                String row = caught(house, mutation).orElse("SURVIVES");
                if (row.equals("SURVIVES")) {
                    survivors.add(mutation.name());
                }
                table.put(mutation, row);
                System.out.println(mutation + " | " + mutation.bug() + " | " + row);
            }
        }
        assertThat(survivors).as("mutations that nobody noticed").isEmpty();
    }

    /** Only seeds that are sound without the mutation count. */
    private Optional<String> caught(House house, Mutation mutation) {
        long most = Long.getLong("simulation.mutation.seeds", 80);
        int tried = 0;
        for (long seed = 1; seed <= most; seed++) {
            Schedule schedule = Schedule.of(seed);
            Optional<Violation> violation =
                    Simulation.play(house, schedule, mutation.guise()).violation();
            tried++;
            if (violation.isPresent() && isSound(house, seed, schedule)) {
                return Optional.of(violation.get().invariant() + " | " + tried);
            }
        }
        return Optional.empty();
    }

    private boolean isSound(House house, long seed, Schedule schedule) {
        return sound.computeIfAbsent(
                seed,
                any -> Simulation.play(house, schedule, Guise.NONE).violation().isEmpty());
    }
}
