package dev.interlock.plan;

import static dev.interlock.plan.FieldSketch.field;
import static dev.interlock.plan.Sketch.HUBSPOT;
import static dev.interlock.plan.Sketch.PARTNERSTACK;
import static dev.interlock.plan.Sketch.SALESFORCE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.interlock.mapping.Authority;
import dev.interlock.mapping.FieldKind;
import dev.interlock.record.FieldValue;
import dev.interlock.record.SystemId;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** What a person decides stands above every authority, until a system says something new. */
class RulingTest {

    private static Scene agreed() {
        return Scene.of(Sketch.of(field("stage").ranked(SALESFORCE, HUBSPOT, PARTNERSTACK), field("name")))
                .agreed("stage", "open", SALESFORCE, HUBSPOT, PARTNERSTACK)
                .agreed("name", "Acme", SALESFORCE, HUBSPOT, PARTNERSTACK);
    }

    private static Ruling ruling(String text) {
        return new Ruling("stage", PlainLens.value(FieldKind.TEXT, text), "ann", "edited", Optional.empty());
    }

    @Test
    void a_ruling_is_owed_to_every_system_that_says_something_else() {
        Scene scene = agreed();

        Plan plan = scene.rules(ruling("won"));

        assertThat(scene.golden("stage")).isEqualTo("won");
        assertThat(plan.writes()).extracting(Write::system).containsExactly(HUBSPOT, PARTNERSTACK, SALESFORCE);
        assertThat(plan.writes()).allMatch(write -> write.fields().keySet().equals(Set.of("stage")));
        assertThat(plan.decisions())
                .anyMatch(row -> row.rule().equals("ruling edited") && row.by().equals("ann"));
        scene.settle();
        assertThat(scene.heldBy(SALESFORCE, "stage")).isEqualTo("won");
    }

    @Test
    void a_ruling_ends_the_conflict_about_its_field() {
        Scene scene = Scene.of(Sketch.of(field("stage").authority(new Authority.Ask())))
                .agreed("stage", "open", SALESFORCE, HUBSPOT)
                .says(SALESFORCE, "stage", "won")
                .says(HUBSPOT, "stage", "lost");
        scene.plan();
        assertThat(scene.conflict("stage")).isPresent();

        Plan plan = scene.rules(ruling("lost"));

        assertThat(plan.closed()).containsExactly("stage");
        assertThat(scene.conflict("stage")).isEmpty();
        assertThat(plan.writes()).extracting(Write::system).containsExactly(SALESFORCE);
        assertThat(scene.planAgain().withdrawn()).isEmpty();
        assertThat(scene.owedTo(SALESFORCE, "stage")).contains("lost");
    }

    @Test
    void an_edit_after_the_ruling_is_news() {
        Scene scene = agreed();
        scene.rules(ruling("won"));
        scene.settle();

        scene.says(HUBSPOT, "stage", "lost").plan();

        assertThat(scene.golden("stage")).isEqualTo("lost");
    }

    @Test
    void what_a_system_says_that_has_not_heard_of_the_ruling_yet_loses_against_it_and_is_told() {
        Scene scene = agreed();
        scene.rules(ruling("won"));

        Plan plan = scene.says(SALESFORCE, "stage", "lost").plan();

        assertThat(scene.golden("stage")).isEqualTo("won");
        assertThat(scene.owedTo(SALESFORCE, "stage")).contains("won");
        assertThat(plan.decisions()).anyMatch(row -> row.rule().endsWith("overruled"));
    }

    @Test
    void a_system_whose_value_could_not_be_understood_gets_the_one_that_was_decided() {
        Scene scene = Scene.of(Sketch.of(field("stage"), field("name")))
                .agreed("stage", "open", HUBSPOT)
                .agreed("name", "Acme", HUBSPOT, SALESFORCE);

        Plan without = scene.rules(ruling("won"));
        assertThat(systems(without)).containsExactly(HUBSPOT);

        Plan mended = scene.rules(
                new Ruling("stage", PlainLens.value(FieldKind.TEXT, "won"), "ann", "edited", Optional.of(SALESFORCE)));
        assertThat(systems(mended)).contains(SALESFORCE);
        scene.settle();
        assertThat(scene.heldBy(SALESFORCE, "stage")).isEqualTo("won");
    }

    @Test
    void a_field_that_the_record_type_does_not_have_is_refused_by_name() {
        Ruling wrong = new Ruling("stagee", FieldValue.EMPTY, "ann", "edited", Optional.empty());
        assertThatThrownBy(() -> agreed().rules(wrong))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("no field 'stagee'")
                .hasMessageContaining("stage, name");
    }

    private static List<SystemId> systems(Plan plan) {
        return plan.writes().stream().map(Write::system).toList();
    }
}
