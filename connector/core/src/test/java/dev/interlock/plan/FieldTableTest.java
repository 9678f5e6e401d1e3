package dev.interlock.plan;

import static dev.interlock.plan.FieldSketch.field;
import static dev.interlock.plan.Sketch.HUBSPOT;
import static dev.interlock.plan.Sketch.PARTNERSTACK;
import static dev.interlock.plan.Sketch.SALESFORCE;
import static org.assertj.core.api.Assertions.assertThat;

import dev.interlock.mapping.FieldRule;
import dev.interlock.record.FieldValue;
import dev.interlock.record.RawFields;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** The decision table per field, row by row. */
class FieldTableTest {

    private static Scene agreed(FieldSketch stage) {
        return Scene.of(Sketch.of(stage, field("name")))
                .agreed("stage", "open", SALESFORCE, HUBSPOT)
                .agreed("name", "Acme", SALESFORCE, HUBSPOT);
    }

    private static Scene agreed() {
        return agreed(field("stage"));
    }

    @Test
    void d1_when_nobody_changed_anything_and_nothing_is_owed_nothing_happens() {
        Plan plan = agreed().plan();

        assertThat(plan.writes()).isEmpty();
        assertThat(plan.decisions()).isEmpty();
        assertThat(plan.opened()).isEmpty();
    }

    @Test
    void d2_a_value_that_a_system_was_never_told_of_is_written_to_it() {
        Scene scene = agreed().agreed("stage", "won", SALESFORCE);

        scene.plan();

        assertThat(scene.owedTo(HUBSPOT, "stage")).contains("won");
        assertThat(scene.owedTo(SALESFORCE)).isEmpty();
    }

    @Test
    void d3_the_edit_of_one_authorised_system_becomes_golden_and_is_written_to_the_others() {
        Scene scene = agreed(field("stage").writers(HUBSPOT)).says(HUBSPOT, "stage", "won");

        Plan plan = scene.plan();

        assertThat(scene.golden("stage")).isEqualTo("won");
        assertThat(scene.shadow(HUBSPOT).base()).containsEntry("stage", FieldValue.text("won"));
        assertThat(scene.owedTo(SALESFORCE, "stage")).contains("won");
        assertThat(scene.owedTo(HUBSPOT)).isEmpty();
        assertThat(plan.decisions()).extracting(Decision::rule, Decision::by).containsExactly(tuple("D3", "hubspot"));
    }

    @Test
    void d3_only_the_changed_field_is_written() {
        Scene scene = agreed().says(HUBSPOT, "stage", "won");

        scene.plan();

        Write write = scene.owedTo(SALESFORCE).orElseThrow();
        assertThat(write.kind()).isEqualTo(Write.Kind.UPDATE);
        assertThat(write.fields()).containsOnlyKeys("stage");
        assertThat(write.before()).isEqualTo(Map.of("stage", FieldValue.text("open")));
    }

    @Test
    void d4_the_edit_of_a_system_without_a_say_is_flagged_and_written_back() {
        Scene scene = agreed(field("stage").writers(SALESFORCE)).says(HUBSPOT, "stage", "won");

        scene.plan();

        assertThat(scene.golden("stage")).isEqualTo("open");
        assertThat(scene.owedTo(HUBSPOT, "stage")).contains("open");
        assertThat(scene.owedTo(SALESFORCE)).isEmpty();
        assertThat(scene.conflict("stage").map(Conflict::kind)).contains(Conflict.Kind.UNAUTHORISED);
    }

    @Test
    void d5_an_edit_where_a_write_is_still_owed_is_a_contest_with_the_golden_value() {
        Scene scene = agreed().says(SALESFORCE, "stage", "won");
        scene.plan();

        scene.says(HUBSPOT, "stage", "lost").plan();

        assertThat(scene.golden("stage")).isEqualTo("won");
        assertThat(scene.conflict("stage").map(Conflict::kind)).contains(Conflict.Kind.CONTESTED);
        assertThat(scene.owedTo(HUBSPOT)).isEmpty();
    }

    @Test
    void d5_the_contest_with_the_golden_value_is_decided_by_rank_if_there_is_one() {
        Scene scene = agreed(field("stage").ranked(SALESFORCE, HUBSPOT)).says(SALESFORCE, "stage", "won");
        scene.plan();

        scene.says(HUBSPOT, "stage", "lost").plan();

        assertThat(scene.golden("stage")).isEqualTo("won");
        assertThat(scene.owedTo(HUBSPOT, "stage")).contains("won");
        assertThat(scene.conflict("stage")).isEmpty();
    }

    @Test
    void d6_systems_that_made_the_same_edit_agree_and_the_rest_is_told() {
        Scene scene = agreed().agreed("stage", "open", SALESFORCE, HUBSPOT, PARTNERSTACK)
                .says(SALESFORCE, "stage", "won")
                .says(HUBSPOT, "stage", "won");

        scene.plan();

        assertThat(scene.golden("stage")).isEqualTo("won");
        assertThat(scene.dossier().pending()).containsOnlyKeys(PARTNERSTACK);
        assertThat(scene.conflict("stage")).isEmpty();
    }

    @Test
    void d6_two_systems_that_both_moved_on_from_an_owed_value_to_the_same_one_agree() {
        Scene scene = agreed(field("stage").ranked(SALESFORCE, HUBSPOT)).says(SALESFORCE, "stage", "won");
        scene.plan();

        scene.says(SALESFORCE, "stage", "lost").says(HUBSPOT, "stage", "lost").plan();

        assertThat(scene.golden("stage")).isEqualTo("lost");
        assertThat(scene.conflict("stage")).isEmpty();
        assertThat(scene.dossier().pending()).isEmpty();
    }

    @Test
    void d7_different_edits_are_decided_by_the_authority_of_the_field() {
        Scene scene = agreed(field("stage").ranked(HUBSPOT, SALESFORCE))
                .says(HUBSPOT, "stage", "won")
                .says(SALESFORCE, "stage", "lost");

        Plan plan = scene.plan();

        assertThat(scene.golden("stage")).isEqualTo("won");
        assertThat(scene.owedTo(SALESFORCE, "stage")).contains("won");
        assertThat(plan.decisions()).extracting(Decision::rule).contains("D7 ranked");
    }

    @Test
    void d8_what_no_rule_decides_is_frozen_everywhere_in_one_open_conflict() {
        Scene scene = agreed().says(HUBSPOT, "stage", "won").says(SALESFORCE, "stage", "lost");

        Plan first = scene.plan();
        Plan second = scene.plan();

        assertThat(scene.golden("stage")).isEqualTo("open");
        assertThat(scene.dossier().pending()).isEmpty();
        assertThat(first.opened()).hasSize(1);
        assertThat(second.opened()).isEmpty();
        assertThat(scene.conflict("stage").orElseThrow().values())
                .isEqualTo(Map.of(HUBSPOT, FieldValue.text("won"), SALESFORCE, FieldValue.text("lost")));
        assertThat(scene.conflict("stage").orElseThrow().ancestor()).contains(FieldValue.text("open"));
    }

    @Test
    void d8_a_frozen_field_does_not_stop_the_rest_of_the_record() {
        Scene scene = agreed().says(HUBSPOT, "stage", "won").says(SALESFORCE, "stage", "lost");
        scene.plan();

        scene.says(HUBSPOT, "name", "Acme Corp").plan();

        Write write = scene.owedTo(SALESFORCE).orElseThrow();
        assertThat(write.fields()).isEqualTo(Map.of("name", FieldValue.text("Acme Corp")));
    }

    @Test
    void d8_a_conflict_closes_when_the_systems_come_to_agree_by_themselves() {
        Scene scene = agreed().says(HUBSPOT, "stage", "won").says(SALESFORCE, "stage", "lost");
        scene.plan();

        Plan plan = scene.says(SALESFORCE, "stage", "won").plan();

        assertThat(plan.closed()).containsExactly("stage");
        assertThat(scene.golden("stage")).isEqualTo("won");
        assertThat(scene.dossier().pending()).isEmpty();
    }

    @Test
    void d8_a_conflict_stays_open_while_one_who_spoke_in_it_may_only_be_hidden() {
        Scene scene = agreed().says(HUBSPOT, "stage", "won").says(SALESFORCE, "stage", "lost");
        scene.plan();

        scene.isMissing(SALESFORCE).plan();

        assertThat(scene.conflict("stage")).isPresent();
    }

    @Test
    void d9_a_blank_against_a_value_is_no_edit_and_the_value_is_owed_back() {
        Scene scene = agreed().says(HUBSPOT, "stage", "");

        scene.plan();

        assertThat(scene.golden("stage")).isEqualTo("open");
        assertThat(scene.owedTo(HUBSPOT, "stage")).contains("open");
    }

    @Test
    void d9_a_blank_clears_the_field_everywhere_if_the_rule_says_so() {
        Scene scene = agreed(field("stage").blank(FieldRule.Blank.CLEAR)).says(HUBSPOT, "stage", "");

        scene.plan();

        assertThat(scene.golden("stage")).isEmpty();
        assertThat(scene.owedTo(SALESFORCE, "stage")).contains("");
        assertThat(scene.owedTo(HUBSPOT)).isEmpty();
    }

    @Test
    void d9_a_blank_that_was_always_there_is_filled_even_where_blanks_clear() {
        Scene scene = Scene.of(Sketch.of(field("stage").blank(FieldRule.Blank.CLEAR)))
                .agreed("stage", "open", SALESFORCE)
                .says(HUBSPOT, "stage", "");

        scene.plan();

        assertThat(scene.golden("stage")).isEqualTo("open");
        assertThat(scene.owedTo(HUBSPOT, "stage")).contains("open");
    }

    @Test
    void d9_a_field_that_was_cleared_on_purpose_is_not_filled_by_the_next_record_that_is_linked() {
        Scene scene = agreed(field("stage").blank(FieldRule.Blank.CLEAR).ranked(SALESFORCE, PARTNERSTACK))
                .says(SALESFORCE, "stage", "");
        scene.plan();

        scene.says(PARTNERSTACK, "stage", "won").plan();

        assertThat(scene.golden("stage")).isEmpty();
        assertThat(scene.owedTo(PARTNERSTACK, "stage")).contains("");
    }

    @Test
    void d10_seeing_our_own_write_is_no_edit() {
        Scene scene = agreed().says(SALESFORCE, "stage", "won");
        scene.plan();
        scene.sends(HUBSPOT).says(HUBSPOT, "stage", "won");

        Plan plan = scene.plan();

        assertThat(plan.decisions()).isEmpty();
        assertThat(plan.writes()).isEmpty();
        assertThat(scene.shadow(HUBSPOT).base()).containsEntry("stage", FieldValue.text("won"));
    }

    @Test
    void d11_another_spelling_of_the_same_value_is_no_edit() {
        Scene scene = agreed().says(HUBSPOT, "stage", "  open ");

        Plan plan = scene.plan();

        assertThat(plan.writes()).isEmpty();
        assertThat(plan.decisions()).isEmpty();
    }

    @Test
    void d12_a_value_that_the_target_rewrote_after_our_write_is_adopted_if_it_may_say_so() {
        Scene scene = agreed().says(SALESFORCE, "stage", "won");
        scene.plan();
        scene.acknowledges(HUBSPOT).says(HUBSPOT, "stage", "Won!").plan();

        assertThat(scene.golden("stage")).isEqualTo("Won!");
        assertThat(scene.owedTo(SALESFORCE, "stage")).contains("Won!");
    }

    @Test
    void d13_a_field_that_is_not_mentioned_is_not_a_change() {
        Scene scene = agreed().says(HUBSPOT, new RawFields(Map.of("name", Optional.of("Acme"))), Scene.START);

        assertThat(scene.plan().writes()).isEmpty();
        assertThat(scene.golden("stage")).isEqualTo("open");
    }

    @Test
    void d13_a_field_that_a_system_never_said_is_never_written_there() {
        Scene scene = Scene.of(Sketch.of(field("stage"), field("name")))
                .agreed("stage", "open", SALESFORCE)
                .agreed("name", "Acme", SALESFORCE, HUBSPOT)
                .says(SALESFORCE, "stage", "won");

        scene.plan();

        assertThat(scene.golden("stage")).isEqualTo("won");
        assertThat(scene.owedTo(HUBSPOT)).isEmpty();
    }

    private static org.assertj.core.groups.Tuple tuple(Object... values) {
        return org.assertj.core.groups.Tuple.tuple(values);
    }
}
