package dev.interlock.plan;

import static org.assertj.core.api.Assertions.assertThat;

import dev.interlock.mapping.FieldKind;
import dev.interlock.mapping.FieldRule;
import dev.interlock.record.SystemId;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** S3: what different systems change in different fields is never a contest. */
class DisjointEditsLawTest {

    @Property(tries = 600)
    void edits_of_different_fields_in_different_systems_both_survive(
            @ForAll("owned") Sketch rules, @ForAll("systemPair") List<SystemId> pair) {
        Scene scene = Scene.of(rules);
        PlannerLawsTest.FIELDS.forEach(
                field -> scene.agreed(field, "a", Sketch.SALESFORCE, Sketch.HUBSPOT, Sketch.PARTNERSTACK));

        scene.says(pair.get(0), "stage", "b").says(pair.get(1), "owner", "c");
        scene.settle();

        for (SystemId system : Sketch.ALL) {
            assertThat(scene.heldBy(system, "stage")).isEqualTo("b");
            assertThat(scene.heldBy(system, "owner")).isEqualTo("c");
        }
    }

    @Provide
    Arbitrary<List<SystemId>> systemPair() {
        return Arbitraries.of(Sketch.ALL).list().ofSize(2).uniqueElements();
    }

    /** Anybody may write everything; what decides a contest does not matter. */
    @Provide
    Arbitrary<Sketch> owned() {
        return Combinators.combine(
                        PlannerLawsTest.authorities(),
                        PlannerLawsTest.authorities(),
                        Arbitraries.of(FieldRule.Blank.class))
                .as((one, other, blank) -> Sketch.of(
                        FieldSketch.field("stage").authority(one).blank(blank),
                        FieldSketch.field("owner").authority(other).blank(blank),
                        FieldSketch.of("products", FieldKind.MULTI)));
    }
}
