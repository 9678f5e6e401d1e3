package dev.interlock.mapping;

import static org.assertj.core.api.Assertions.assertThat;

import dev.interlock.normalise.Nasty;
import java.util.List;
import java.util.Map;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

/** The reader is total: whatever stands in a file, the answer is a list of problems. */
class AnyYamlTest {

    private static void problems(String content) {
        ConfigReading reading = ConfigReader.read(List.of(Files.file("x.yaml", content)), Map.of());
        assertThat(reading).isInstanceOf(ConfigReading.class);
    }

    @Property(tries = 2_000)
    void any_text_gives_problems_and_never_an_exception(@ForAll @Nasty String one, @ForAll @Nasty String other) {
        problems(one);
        problems(
                "kind: Record\nrecord: " + one + "\nfields: { " + other + ": { type: " + one + " } }\nmatch: " + other);
        problems("kind: Interlock\nstore: " + one + "\nsystems:\n  " + other + ": { kind: rest, connection: " + one
                + " }\n");
    }
}
