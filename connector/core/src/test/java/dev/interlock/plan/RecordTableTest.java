package dev.interlock.plan;

import static dev.interlock.plan.FieldSketch.field;
import static dev.interlock.plan.Sketch.HUBSPOT;
import static dev.interlock.plan.Sketch.PARTNERSTACK;
import static dev.interlock.plan.Sketch.SALESFORCE;
import static org.assertj.core.api.Assertions.assertThat;

import dev.interlock.mapping.FieldRule.Unauthorised;
import dev.interlock.mapping.Place.Deletes;
import dev.interlock.record.FieldValue;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The decision table per record, as far as it is the planner's: R1, R2, R5, R6, R7 and R10. R3 and R4 are the matcher's. */
class RecordTableTest {

    private static Scene agreed(Sketch sketch) {
        return Scene.of(sketch)
                .agreed("stage", "open", SALESFORCE, HUBSPOT, PARTNERSTACK)
                .agreed("note", "hi", SALESFORCE, HUBSPOT, PARTNERSTACK);
    }

    private static Sketch deals() {
        return Sketch.of(field("stage"), field("note").writers(SALESFORCE).intruders(Unauthorised.KEEP));
    }

    @Test
    void r1_a_record_nobody_knows_is_created_where_records_are_wanted() {
        Scene scene = Scene.of(deals().creatingIn(HUBSPOT)).says(SALESFORCE, "stage", "open");

        scene.plan();

        Write write = scene.owedTo(HUBSPOT).orElseThrow();
        assertThat(write.kind()).isEqualTo(Write.Kind.CREATE);
        assertThat(write.entity()).isEqualTo(Scene.ENTITY);
        assertThat(write.fields()).isEqualTo(Map.of("stage", FieldValue.text("open")));
        assertThat(scene.owedTo(PARTNERSTACK)).isEmpty();
    }

    @Test
    void r2_fields_that_differ_when_records_are_linked_are_contested_and_authority_decides() {
        Scene scene = Scene.of(Sketch.of(field("stage").ranked(HUBSPOT, SALESFORCE), field("note")))
                .agreed("stage", "open", SALESFORCE)
                .agreed("note", "hi", SALESFORCE);

        scene.says(HUBSPOT, "stage", "won").says(HUBSPOT, "note", "ho").plan();

        assertThat(scene.golden("stage")).isEqualTo("won");
        assertThat(scene.owedTo(SALESFORCE, "stage")).contains("won");
        assertThat(scene.conflict("note").map(Conflict::kind)).contains(Conflict.Kind.CONTESTED);
    }

    @Test
    void r2_fields_that_are_equal_when_records_are_linked_are_shared_from_then_on() {
        Scene scene = Scene.of(deals()).agreed("stage", "open", SALESFORCE).says(HUBSPOT, "stage", "open");

        Plan plan = scene.plan();

        assertThat(plan.writes()).isEmpty();
        assertThat(scene.shadow(HUBSPOT).base()).containsEntry("stage", FieldValue.text("open"));
    }

    @Test
    void r2_an_edit_after_records_were_linked_with_equal_values_is_an_edit_like_any_other() {
        Scene scene = Scene.of(Sketch.of(field("stage").ranked(SALESFORCE, HUBSPOT)))
                .agreed("stage", "open", SALESFORCE)
                .says(HUBSPOT, "stage", "open");
        scene.plan();

        scene.says(HUBSPOT, "stage", "won").plan();

        assertThat(scene.golden("stage")).isEqualTo("won");
    }

    @Test
    void r5_gone_in_one_system_and_unchanged_elsewhere_is_told_to_a_person_where_the_policy_is_flag() {
        Scene scene = agreed(deals()).isGone(HUBSPOT);

        scene.plan();

        assertThat(scene.conflict(Conflict.WHOLE_RECORD).map(Conflict::kind)).contains(Conflict.Kind.DELETED);
        assertThat(scene.dossier().pending()).isEmpty();
        assertThat(scene.shadow(SALESFORCE).isLive()).isTrue();
    }

    @Test
    void r5_unlinks_where_the_policy_says_so() {
        Scene scene = agreed(deals().whenGoneElsewhere(SALESFORCE, Deletes.UNLINK)
                        .whenGoneElsewhere(PARTNERSTACK, Deletes.UNLINK))
                .isGone(HUBSPOT);

        scene.plan();

        assertThat(scene.shadow(SALESFORCE).state()).isEqualTo(Shadow.State.DETACHED);
        assertThat(scene.dossier().golden().standing()).isEqualTo(Golden.Standing.TOMBSTONE);
        assertThat(scene.dossier().pending()).isEmpty();
    }

    @Test
    void r5_deletes_where_the_policy_says_so_and_each_system_goes_by_its_own() {
        Scene scene = agreed(deals().whenGoneElsewhere(SALESFORCE, Deletes.UNLINK)
                        .whenGoneElsewhere(PARTNERSTACK, Deletes.DELETE))
                .isGone(HUBSPOT);

        scene.plan();
        Plan again = scene.plan();

        assertThat(scene.dossier().pending()).containsOnlyKeys(PARTNERSTACK);
        assertThat(scene.owedTo(PARTNERSTACK).map(Write::kind)).contains(Write.Kind.DELETE);
        assertThat(again.decisions()).isEmpty();
    }

    @Test
    void r5_a_deletion_is_decided_once_even_while_another_system_asks_a_person() {
        Scene scene =
                agreed(deals().whenGoneElsewhere(PARTNERSTACK, Deletes.DELETE)).isGone(HUBSPOT);

        Plan first = scene.plan();
        Plan again = scene.plan();

        assertThat(first.decisions()).extracting(Decision::rule).contains("R5 delete");
        assertThat(again.decisions()).isEmpty();
    }

    @Test
    void r5_what_a_person_is_told_of_is_in_the_audit() {
        Plan plan = agreed(deals()).isGone(HUBSPOT).plan();

        assertThat(plan.decisions()).extracting(Decision::rule).containsExactly("R5 flag");
    }

    @Test
    void r5_a_value_kept_by_rule_long_ago_is_no_edit_against_a_deletion() {
        Scene scene = agreed(deals()).says(SALESFORCE, "stage", "open").says(HUBSPOT, "note", "mine");
        scene.plan();

        scene.isGone(SALESFORCE).plan();

        assertThat(scene.conflict(Conflict.WHOLE_RECORD).map(Conflict::kind)).contains(Conflict.Kind.DELETED);
    }

    @Test
    void r5_unlinking_a_record_ends_the_notices_about_it() {
        Scene scene = agreed(deals().whenGoneElsewhere(PARTNERSTACK, Deletes.UNLINK)
                        .whenGoneElsewhere(SALESFORCE, Deletes.FLAG))
                .says(PARTNERSTACK, "note", "mine");
        scene.plan();
        assertThat(scene.conflict("note")).isPresent();

        scene.isGone(HUBSPOT).plan();
        Plan again = scene.plan();

        assertThat(scene.conflict("note")).isEmpty();
        assertThat(again.decisions()).isEmpty();
    }

    @Test
    void r6_gone_in_one_system_and_edited_in_another_is_a_conflict() {
        Scene scene = agreed(deals().whenGoneElsewhere(SALESFORCE, Deletes.DELETE))
                .isGone(HUBSPOT)
                .says(SALESFORCE, "stage", "won");

        scene.plan();
        scene.plan();

        assertThat(scene.conflict(Conflict.WHOLE_RECORD).map(Conflict::kind))
                .contains(Conflict.Kind.DELETED_AND_EDITED);
        assertThat(scene.owedTo(SALESFORCE)).isEmpty();
        assertThat(scene.shadow(SALESFORCE).isLive()).isTrue();
    }

    @Test
    void r6_an_edit_made_while_our_own_delete_still_waits_stops_the_delete() {
        Scene scene = Scene.of(deals().whenGoneElsewhere(SALESFORCE, Deletes.DELETE))
                .agreed("stage", "open", SALESFORCE, HUBSPOT)
                .isGone(HUBSPOT);
        scene.plan();
        assertThat(scene.owedTo(SALESFORCE).map(Write::kind)).contains(Write.Kind.DELETE);

        Plan plan = scene.says(SALESFORCE, "stage", "won").plan();

        assertThat(plan.withdrawn()).containsExactly(SALESFORCE);
        assertThat(scene.conflict(Conflict.WHOLE_RECORD).map(Conflict::kind))
                .contains(Conflict.Kind.DELETED_AND_EDITED);
    }

    @Test
    void r7_not_found_makes_a_suspect_and_nothing_follows_from_it() {
        Scene scene =
                agreed(deals().whenGoneElsewhere(SALESFORCE, Deletes.DELETE)).isMissing(HUBSPOT);

        Plan plan = scene.plan();

        assertThat(scene.shadow(HUBSPOT).state()).isEqualTo(Shadow.State.SUSPECT);
        assertThat(plan.writes()).isEmpty();
        assertThat(plan.opened()).isEmpty();
        assertThat(scene.dossier().golden().standing()).isEqualTo(Golden.Standing.ACTIVE);
    }

    @Test
    void r7_a_suspect_that_is_missing_again_is_still_a_suspect() {
        Scene scene = agreed(deals()).isMissing(HUBSPOT).isMissing(HUBSPOT);

        assertThat(scene.shadow(HUBSPOT).state()).isEqualTo(Shadow.State.SUSPECT);
    }

    @Test
    void r7_a_suspect_that_is_reported_deleted_is_gone_and_one_that_is_seen_is_back() {
        assertThat(agreed(deals())
                        .isMissing(HUBSPOT)
                        .isGone(HUBSPOT)
                        .shadow(HUBSPOT)
                        .state())
                .isEqualTo(Shadow.State.TOMBSTONE);
        assertThat(agreed(deals())
                        .isMissing(HUBSPOT)
                        .says(HUBSPOT, "stage", "open")
                        .shadow(HUBSPOT)
                        .isLive())
                .isTrue();
    }

    @Test
    void r7_a_record_of_which_the_rest_is_only_hidden_perhaps_has_not_ended() {
        Scene scene = Scene.of(deals()).agreed("stage", "open", SALESFORCE, HUBSPOT);

        scene.isMissing(HUBSPOT).isGone(SALESFORCE).plan();

        assertThat(scene.dossier().golden().standing()).isEqualTo(Golden.Standing.ACTIVE);
        scene.isGone(HUBSPOT).plan();
        assertThat(scene.dossier().golden().standing()).isEqualTo(Golden.Standing.TOMBSTONE);
    }
}
