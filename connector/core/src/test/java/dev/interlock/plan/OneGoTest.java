package dev.interlock.plan;

import static dev.interlock.plan.FieldSketch.field;
import static dev.interlock.plan.Sketch.HUBSPOT;
import static dev.interlock.plan.Sketch.PARTNERSTACK;
import static dev.interlock.plan.Sketch.SALESFORCE;
import static org.assertj.core.api.Assertions.assertThat;

import dev.interlock.mapping.FieldKind;
import dev.interlock.mapping.FieldRule.Unauthorised;
import dev.interlock.mapping.Place.Deletes;
import dev.interlock.record.FieldValue;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What follows from one decision is decided in the same plan, so that planning again without news changes nothing. */
class OneGoTest {

    private static void assertThatNothingIsLeftToDecide(Scene scene) {
        Dossier before = scene.dossier();

        Plan again = scene.planAgain();

        assertThat(again.decisions()).isEmpty();
        assertThat(again.writes()).isEmpty();
        assertThat(scene.dossier()).isEqualTo(before);
    }

    @Test
    void a_deletion_taken_back_where_a_person_is_asked_is_judged_at_once_against_what_was_edited_meanwhile() {
        Scene scene = Scene.of(Sketch.of(field("stage"), field("note").writers(HUBSPOT))
                        .whenGoneElsewhere(SALESFORCE, Deletes.DELETE)
                        .whenGoneElsewhere(PARTNERSTACK, Deletes.DELETE))
                .agreed("stage", "open", SALESFORCE, HUBSPOT, PARTNERSTACK)
                .agreed("note", "hi", HUBSPOT, SALESFORCE);
        scene.isGone(HUBSPOT).plan();
        scene.acknowledges(PARTNERSTACK).plan();
        assertThat(scene.dossier().golden().standing()).isEqualTo(Golden.Standing.TOMBSTONE);

        scene.says(SALESFORCE, "note", "mine").says(HUBSPOT, "stage", "open").plan();

        assertThat(scene.conflict(Conflict.WHOLE_RECORD).map(Conflict::kind))
                .contains(Conflict.Kind.DELETED_AND_EDITED);
        assertThat(scene.owedTo(SALESFORCE).map(Write::kind)).isNotEqualTo(Optional.of(Write.Kind.DELETE));
        assertThat(scene.shadow(SALESFORCE).isLive()).isTrue();
        assertThatNothingIsLeftToDecide(scene);
    }

    @Test
    void those_that_are_left_share_the_agreed_value_when_a_deletion_ends_their_conflict() {
        Scene scene = Scene.of(Sketch.of(field("stage"), field("note"))
                        .whenGoneElsewhere(HUBSPOT, Deletes.UNLINK)
                        .whenGoneElsewhere(SALESFORCE, Deletes.FLAG))
                .agreed("stage", "open", SALESFORCE, HUBSPOT, PARTNERSTACK)
                .agreed("note", "hi", PARTNERSTACK)
                .says(SALESFORCE, "note", "hx")
                .says(HUBSPOT, "note", "ho");
        scene.plan();
        assertThat(scene.conflict("note")).isPresent();
        scene.says(SALESFORCE, "note", "hi");

        Plan plan = scene.isGone(PARTNERSTACK).plan();

        assertThat(scene.shadow(HUBSPOT).state()).isEqualTo(Shadow.State.DETACHED);
        assertThat(plan.closed()).contains("note");
        assertThat(scene.shadow(SALESFORCE).base()).containsEntry("note", FieldValue.text("hi"));
        assertThatNothingIsLeftToDecide(scene);
    }

    @Test
    void two_that_agree_against_a_value_whose_only_holder_is_gone_are_heard_in_the_same_plan() {
        Scene scene = Scene.of(
                        Sketch.of(FieldSketch.of("products", FieldKind.MULTI).writers(HUBSPOT, PARTNERSTACK))
                                .whenGoneElsewhere(SALESFORCE, Deletes.FLAG))
                .says(PARTNERSTACK, "products", "b");
        scene.plan();

        Plan plan = scene.isGone(PARTNERSTACK)
                .says(SALESFORCE, "products", "a")
                .says(HUBSPOT, "products", "a")
                .plan();

        assertThat(scene.golden("products")).isEqualTo("a");
        assertThat(plan.opened()).extracting(Conflict::field).doesNotContain("products");
        assertThat(plan.decisions()).extracting(Decision::rule).doesNotContain("D7 conflict", "settled");
        assertThatNothingIsLeftToDecide(scene);
    }

    @Test
    void an_unauthorised_edit_that_a_later_look_at_the_field_lets_stand_is_not_told_of() {
        Scene scene = Scene.of(Sketch.of(field("note")
                        .writers(SALESFORCE)
                        .intruders(Unauthorised.REVERT)
                        .ranked(SALESFORCE)))
                .agreed("note", "hi", SALESFORCE, HUBSPOT);

        Plan plan =
                scene.says(HUBSPOT, "note", "ho").says(SALESFORCE, "note", "ho").plan();

        assertThat(plan.opened()).isEmpty();
        assertThatNothingIsLeftToDecide(scene);
    }
}
