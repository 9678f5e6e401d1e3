package dev.interlock.plan;

import static dev.interlock.plan.FieldSketch.field;
import static dev.interlock.plan.Sketch.HUBSPOT;
import static dev.interlock.plan.Sketch.PARTNERSTACK;
import static dev.interlock.plan.Sketch.SALESFORCE;
import static org.assertj.core.api.Assertions.assertThat;

import dev.interlock.mapping.FieldKind;
import dev.interlock.mapping.FieldRule.Unauthorised;
import dev.interlock.record.FieldValue;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** S1, S22: an edit that loses is written over, but never without a row of the audit that says what it was and why. */
class OverrulingTest {

    private static final Instant NOON = Instant.parse("2026-03-02T12:00:00Z");

    private static Scene ranked() {
        return Scene.of(Sketch.of(field("stage").ranked(SALESFORCE, HUBSPOT, PARTNERSTACK)))
                .agreed("stage", "open", SALESFORCE, HUBSPOT, PARTNERSTACK);
    }

    private static List<Decision> overruled(Plan plan) {
        return plan.decisions().stream()
                .filter(decision -> decision.rule().endsWith("overruled"))
                .toList();
    }

    private static Decision row(String rule, String by, String lost, String stands) {
        return new Decision(
                "stage", rule, by, Optional.of(FieldValue.text(lost)), Optional.of(FieldValue.text(stands)));
    }

    @Test
    void an_edit_that_loses_to_one_of_higher_rank_leaves_a_row() {
        Plan plan = ranked().says(HUBSPOT, "stage", "lost")
                .says(SALESFORCE, "stage", "won")
                .plan();

        assertThat(overruled(plan)).containsExactly(row("D7 ranked overruled", "hubspot", "lost", "won"));
    }

    @Test
    void an_edit_that_loses_to_a_value_that_was_only_owed_leaves_a_row_although_nothing_else_changes() {
        Scene scene = ranked().says(SALESFORCE, "stage", "won");
        scene.plan();

        Plan plan = scene.says(HUBSPOT, "stage", "lost").plan();

        assertThat(scene.golden("stage")).isEqualTo("won");
        assertThat(plan.decisions()).containsExactly(row("D7 ranked overruled", "hubspot", "lost", "won"));
    }

    @Test
    void an_edit_that_is_older_leaves_a_row() {
        Plan plan = Scene.of(Sketch.of(field("stage").newest(Duration.ofMinutes(2))))
                .agreed("stage", "open", SALESFORCE, HUBSPOT)
                .says(SALESFORCE, "stage", "lost", NOON)
                .says(HUBSPOT, "stage", "won", NOON.plusSeconds(600))
                .plan();

        assertThat(overruled(plan)).containsExactly(row("D7 newest overruled", "salesforce", "lost", "won"));
    }

    @Test
    void a_blank_that_does_not_count_leaves_a_row() {
        Plan plan = ranked().says(HUBSPOT, "stage", "").plan();

        assertThat(overruled(plan))
                .containsExactly(new Decision(
                        "stage",
                        "D9 overruled",
                        "hubspot",
                        Optional.of(FieldValue.EMPTY),
                        Optional.of(FieldValue.text("open"))));
    }

    @Test
    void an_edit_by_one_without_a_say_leaves_a_row_and_one_that_may_stay_does_not() {
        FieldSketch stage = field("stage").writers(SALESFORCE);
        Plan reverted = Scene.of(Sketch.of(stage))
                .agreed("stage", "open", SALESFORCE, HUBSPOT)
                .says(HUBSPOT, "stage", "won")
                .plan();
        Plan kept = Scene.of(Sketch.of(stage.intruders(Unauthorised.KEEP)))
                .agreed("stage", "open", SALESFORCE, HUBSPOT)
                .says(HUBSPOT, "stage", "won")
                .plan();

        assertThat(overruled(reverted)).containsExactly(row("D4 overruled", "hubspot", "won", "open"));
        assertThat(overruled(kept)).isEmpty();
    }

    @Test
    void the_row_is_written_once_and_again_for_the_next_edit() {
        Scene scene = ranked().says(SALESFORCE, "stage", "won");
        scene.plan();
        scene.says(HUBSPOT, "stage", "lost").plan();

        assertThat(overruled(scene.plan())).isEmpty();
        assertThat(overruled(scene.says(HUBSPOT, "stage", "paid").plan()))
                .containsExactly(row("D7 ranked overruled", "hubspot", "paid", "won"));
    }

    @Test
    void the_same_edit_after_it_was_written_over_leaves_a_row_of_its_own() {
        Scene scene = Scene.of(Sketch.of(field("stage").writers(SALESFORCE)))
                .agreed("stage", "open", SALESFORCE, HUBSPOT)
                .says(HUBSPOT, "stage", "won");
        scene.settle();

        assertThat(overruled(scene.says(HUBSPOT, "stage", "won").plan())).hasSize(1);
    }

    @Test
    void an_edit_seen_while_our_write_is_on_its_way_leaves_one_row_not_two() {
        Scene scene = ranked().says(SALESFORCE, "stage", "won");
        scene.plan();
        scene.sends(HUBSPOT).says(HUBSPOT, "stage", "lost");

        assertThat(overruled(scene.plan())).hasSize(1);
        scene.acknowledges(HUBSPOT, Scene.START.plusSeconds(1));
        assertThat(overruled(scene.plan())).isEmpty();
    }

    @Test
    void what_a_merge_took_in_and_what_a_new_record_had_not_filled_in_are_not_overruled() {
        Plan merged = Scene.of(
                        Sketch.of(FieldSketch.of("stage", FieldKind.MULTI).merged()))
                .agreed("stage", "a", SALESFORCE, HUBSPOT)
                .says(SALESFORCE, "stage", "a;b")
                .says(HUBSPOT, "stage", "a;c")
                .plan();
        Plan linked = Scene.of(Sketch.of(field("stage")))
                .agreed("stage", "open", SALESFORCE)
                .says(HUBSPOT, "stage", "")
                .plan();

        assertThat(overruled(merged)).isEmpty();
        assertThat(overruled(linked)).isEmpty();
    }

    @Test
    void a_contest_that_a_person_decides_overrules_nobody() {
        Plan plan = Scene.of(Sketch.of(field("stage")))
                .agreed("stage", "open", SALESFORCE, HUBSPOT)
                .says(SALESFORCE, "stage", "won")
                .says(HUBSPOT, "stage", "lost")
                .plan();

        assertThat(overruled(plan)).isEmpty();
    }
}
