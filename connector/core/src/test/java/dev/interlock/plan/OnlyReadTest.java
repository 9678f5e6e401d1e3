package dev.interlock.plan;

import static dev.interlock.plan.FieldSketch.field;
import static dev.interlock.plan.Sketch.HUBSPOT;
import static dev.interlock.plan.Sketch.PARTNERSTACK;
import static dev.interlock.plan.Sketch.SALESFORCE;
import static org.assertj.core.api.Assertions.assertThat;

import dev.interlock.mapping.Binding.Direction;
import dev.interlock.mapping.FieldKind;
import dev.interlock.mapping.FieldRule.Blank;
import dev.interlock.mapping.FieldRule.Unauthorised;
import org.junit.jupiter.api.Test;

/** The decision table of fields where one system is only read ({@code direction: in}): it is heard, and never owed anything. */
class OnlyReadTest {

    private static FieldSketch stage() {
        return field("stage").in(PARTNERSTACK, Direction.IN);
    }

    /** Golden went on to what Salesforce said; PartnerStack, which is only read, still says what it said before. */
    private static Scene leftBehind(FieldSketch stage) {
        Scene scene = Scene.of(Sketch.of(stage))
                .agreed("stage", "open", SALESFORCE, HUBSPOT, PARTNERSTACK)
                .says(SALESFORCE, "stage", "won");
        scene.settle();
        return scene;
    }

    @Test
    void d1_d2_what_is_only_read_is_owed_nothing_when_the_others_go_on() {
        Scene scene = leftBehind(stage());

        assertThat(scene.dossier().pending()).isEmpty();
        assertThat(scene.heldBy(PARTNERSTACK, "stage")).isEqualTo("open");
        assertThat(scene.conflict("stage")).isEmpty();
        assertThat(scene.plan().decisions()).isEmpty();
    }

    @Test
    void d3_a_later_edit_there_is_an_edit_and_no_contest_with_what_it_was_never_to_be_told() {
        Scene scene = leftBehind(stage());

        scene.says(PARTNERSTACK, "stage", "lost").plan();

        assertThat(scene.conflict("stage")).isEmpty();
        assertThat(scene.golden("stage")).isEqualTo("lost");
        assertThat(scene.owedTo(SALESFORCE, "stage")).contains("lost");
        assertThat(scene.owedTo(PARTNERSTACK)).isEmpty();
    }

    @Test
    void d3_however_low_its_rank() {
        Scene scene = leftBehind(stage().ranked(SALESFORCE, HUBSPOT, PARTNERSTACK));

        scene.says(PARTNERSTACK, "stage", "lost").plan();

        assertThat(scene.golden("stage")).isEqualTo("lost");
    }

    @Test
    void d4_an_edit_without_a_say_is_told_of_once_and_never_written_back() {
        Scene scene = leftBehind(stage().writers(SALESFORCE).intruders(Unauthorised.REVERT));

        scene.says(PARTNERSTACK, "stage", "lost").plan();

        assertThat(scene.golden("stage")).isEqualTo("won");
        assertThat(scene.owedTo(PARTNERSTACK)).isEmpty();
        assertThat(scene.conflict("stage").map(Conflict::kind)).contains(Conflict.Kind.UNAUTHORISED);
        assertThat(scene.plan().decisions()).isEmpty();
    }

    @Test
    void d5_another_system_that_is_owed_a_write_still_contests() {
        Scene scene = Scene.of(Sketch.of(stage()))
                .agreed("stage", "open", SALESFORCE, HUBSPOT, PARTNERSTACK)
                .says(PARTNERSTACK, "stage", "won");
        scene.plan();

        scene.says(HUBSPOT, "stage", "lost").plan();

        assertThat(scene.conflict("stage").map(Conflict::kind)).contains(Conflict.Kind.CONTESTED);
    }

    @Test
    void d6_saying_what_the_others_said_is_agreement() {
        Scene scene = leftBehind(stage());

        scene.says(PARTNERSTACK, "stage", "won").plan();

        assertThat(scene.shadow(PARTNERSTACK).base())
                .containsEntry("stage", dev.interlock.record.FieldValue.text("won"));
        assertThat(scene.dossier().pending()).isEmpty();
    }

    @Test
    void d7_an_edit_there_that_lost_stays_lost_and_the_next_one_is_heard() {
        Scene scene = leftBehind(stage().ranked(SALESFORCE, HUBSPOT, PARTNERSTACK));
        Plan plan = scene.says(PARTNERSTACK, "stage", "lost")
                .says(SALESFORCE, "stage", "paid")
                .plan();
        scene.settle();

        assertThat(plan.decisions()).extracting(Decision::rule).contains("D7 ranked overruled");
        assertThat(scene.golden("stage")).isEqualTo("paid");
        assertThat(scene.plan().decisions()).isEmpty();
        assertThat(scene.golden("stage")).isEqualTo("paid");
        scene.says(PARTNERSTACK, "stage", "closed").plan();
        assertThat(scene.golden("stage")).isEqualTo("closed");
    }

    @Test
    void d7_a_choice_taken_away_there_is_taken_away_although_it_never_heard_of_the_others() {
        Scene scene = Scene.of(Sketch.of(
                        FieldSketch.of("stage", FieldKind.MULTI).merged().in(PARTNERSTACK, Direction.IN)))
                .agreed("stage", "a", SALESFORCE, HUBSPOT, PARTNERSTACK)
                .says(SALESFORCE, "stage", "a;c")
                .says(PARTNERSTACK, "stage", "a;b");
        scene.settle();
        assertThat(scene.golden("stage")).isEqualTo("a;b;c");

        scene.says(PARTNERSTACK, "stage", "a").plan();

        assertThat(scene.golden("stage")).doesNotContain("b");
    }

    @Test
    void d9_a_blank_there_is_no_edit_or_clears_as_the_rules_say_and_is_never_owed_back() {
        Scene rejected = leftBehind(stage());
        rejected.says(PARTNERSTACK, "stage", "").plan();
        Scene cleared = leftBehind(stage().blank(Blank.CLEAR));
        cleared.says(PARTNERSTACK, "stage", "").plan();

        assertThat(rejected.golden("stage")).isEqualTo("won");
        assertThat(rejected.dossier().pending()).isEmpty();
        assertThat(cleared.golden("stage")).isEmpty();
        assertThat(cleared.owedTo(SALESFORCE, "stage")).contains("");
    }

    @Test
    void r2_when_records_are_linked_a_field_that_is_only_read_is_contested_once_and_the_rules_decide() {
        Scene scene = Scene.of(Sketch.of(stage().ranked(SALESFORCE, PARTNERSTACK)))
                .agreed("stage", "open", SALESFORCE, HUBSPOT)
                .says(PARTNERSTACK, "stage", "lost");

        scene.plan();

        assertThat(scene.golden("stage")).isEqualTo("open");
        assertThat(scene.plan().decisions()).isEmpty();
        scene.says(PARTNERSTACK, "stage", "won").plan();
        assertThat(scene.golden("stage")).isEqualTo("won");
    }
}
