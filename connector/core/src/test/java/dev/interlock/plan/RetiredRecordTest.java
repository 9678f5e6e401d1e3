package dev.interlock.plan;

import static dev.interlock.plan.FieldSketch.field;
import static dev.interlock.plan.Sketch.HUBSPOT;
import static dev.interlock.plan.Sketch.PARTNERSTACK;
import static dev.interlock.plan.Sketch.SALESFORCE;
import static org.assertj.core.api.Assertions.assertThat;

import dev.interlock.mapping.FieldRule.Unauthorised;
import dev.interlock.mapping.Place.Deletes;
import dev.interlock.record.Fate;
import dev.interlock.record.RecordKey;
import dev.interlock.record.RecordType;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Records that are out of step for good: converted (R10), detached, deleted, redirected. */
class RetiredRecordTest {

    private static Sketch deals() {
        return Sketch.of(field("stage"), field("note").writers(SALESFORCE).intruders(Unauthorised.KEEP));
    }

    private static Scene agreed(Sketch sketch) {
        return Scene.of(sketch)
                .agreed("stage", "open", SALESFORCE, HUBSPOT, PARTNERSTACK)
                .agreed("note", "hi", SALESFORCE, HUBSPOT, PARTNERSTACK);
    }

    @Test
    void r10_a_converted_lead_is_detached_and_nothing_is_written_to_it_any_more() {
        Scene scene = agreed(deals()).says(SALESFORCE, new Fate.ConvertedInto(List.of()));

        scene.says(HUBSPOT, "stage", "won").plan();

        assertThat(scene.shadow(SALESFORCE).state()).isEqualTo(Shadow.State.DETACHED);
        assertThat(scene.owedTo(SALESFORCE)).isEmpty();
        assertThat(scene.owedTo(PARTNERSTACK, "stage")).contains("won");
    }

    @Test
    void r10_what_a_lead_became_are_records_of_their_own_and_no_other_names_of_the_lead() {
        RecordKey account = new RecordKey(SALESFORCE, new RecordType("partner"), "001x");
        RecordKey contact = new RecordKey(SALESFORCE, new RecordType("Contact"), "003x");

        Scene scene = agreed(deals()).says(SALESFORCE, new Fate.ConvertedInto(List.of(account, contact)));

        assertThat(scene.shadow(SALESFORCE).successors()).containsExactlyInAnyOrder(account, contact);
        assertThat(scene.shadow(SALESFORCE).aliases()).isEmpty();
    }

    @Test
    void r10_the_other_systems_records_of_a_converted_lead_keep_their_links_and_stay_in_step() {
        Scene scene = agreed(deals()).says(SALESFORCE, new Fate.ConvertedInto(List.of()));
        scene.plan();

        scene.says(HUBSPOT, "stage", "won").plan();

        assertThat(scene.dossier().golden().standing()).isEqualTo(Golden.Standing.ACTIVE);
        assertThat(scene.shadow(HUBSPOT).isLive()).isTrue();
        assertThat(scene.conflict(Conflict.WHOLE_RECORD)).isEmpty();
        assertThat(scene.golden("stage")).isEqualTo("won");
    }

    @Test
    void r10_a_write_that_waits_or_was_refused_is_withdrawn_when_the_lead_is_converted() {
        Scene waits = agreed(deals()).says(HUBSPOT, "stage", "won");
        waits.plan();
        Scene refused = agreed(deals()).says(HUBSPOT, "stage", "won");
        refused.plan();
        refused.refuses(SALESFORCE);

        Plan one = waits.says(SALESFORCE, new Fate.ConvertedInto(List.of())).plan();
        Plan other = refused.says(SALESFORCE, new Fate.ConvertedInto(List.of())).plan();

        assertThat(one.withdrawn()).containsExactly(SALESFORCE);
        assertThat(other.withdrawn()).containsExactly(SALESFORCE);
    }

    @Test
    void r10_a_write_on_its_way_when_the_lead_is_converted_is_planned_for_the_others_only_once_its_fate_is_known() {
        Scene scene = agreed(deals()).says(HUBSPOT, "stage", "won");
        scene.plan();
        scene.sends(SALESFORCE).says(SALESFORCE, new Fate.ConvertedInto(List.of()));

        scene.says(HUBSPOT, "stage", "paid").plan();
        scene.acknowledges(SALESFORCE).plan();

        assertThat(scene.owedTo(SALESFORCE)).isEmpty();
        assertThat(scene.owedTo(PARTNERSTACK, "stage")).contains("paid");
    }

    @Test
    void a_detached_record_stays_detached_whatever_it_says() {
        Scene scene = agreed(deals()).says(SALESFORCE, new Fate.ConvertedInto(List.of()));

        scene.says(SALESFORCE, "stage", "won").plan();

        assertThat(scene.shadow(SALESFORCE).state()).isEqualTo(Shadow.State.DETACHED);
        assertThat(scene.golden("stage")).isEqualTo("open");
    }

    @Test
    void the_end_of_a_detached_record_ends_nobody_elses() {
        Scene scene = agreed(deals().whenGoneElsewhere(HUBSPOT, Deletes.DELETE))
                .says(SALESFORCE, new Fate.ConvertedInto(List.of()))
                .isGone(SALESFORCE);

        scene.plan();

        assertThat(scene.shadow(SALESFORCE).state()).isEqualTo(Shadow.State.DETACHED);
        assertThat(scene.dossier().pending()).isEmpty();
        assertThat(scene.conflict(Conflict.WHOLE_RECORD)).isEmpty();
    }

    @Test
    void a_write_acknowledged_after_the_lead_was_converted_does_not_bring_it_back() {
        Scene scene = agreed(deals()).says(HUBSPOT, "stage", "won");
        scene.plan();
        scene.sends(SALESFORCE).says(SALESFORCE, new Fate.ConvertedInto(List.of()));

        scene.acknowledges(SALESFORCE);

        assertThat(scene.shadow(SALESFORCE).state()).isEqualTo(Shadow.State.DETACHED);
    }

    @Test
    void a_deleted_record_is_never_created_again() {
        Scene scene = Scene.of(deals().creatingIn(HUBSPOT, PARTNERSTACK))
                .agreed("stage", "open", SALESFORCE, HUBSPOT)
                .isGone(HUBSPOT)
                .isGone(SALESFORCE);

        scene.plan();

        assertThat(scene.dossier().golden().standing()).isEqualTo(Golden.Standing.TOMBSTONE);
        assertThat(scene.dossier().pending()).isEmpty();
    }

    @Test
    void where_the_record_was_deleted_it_is_not_created_again_while_others_go_on() {
        Scene scene = agreed(deals().creatingIn(HUBSPOT)).isGone(HUBSPOT);
        scene.plan();

        scene.says(SALESFORCE, "stage", "won").plan();

        assertThat(scene.owedTo(HUBSPOT)).isEmpty();
        assertThat(scene.owedTo(PARTNERSTACK, "stage")).contains("won");
    }

    @Test
    void a_record_that_is_undeleted_is_kept_in_step_again() {
        Scene scene = agreed(deals()).isGone(HUBSPOT);
        scene.plan();

        scene.says(HUBSPOT, "stage", "open").plan();

        assertThat(scene.conflict(Conflict.WHOLE_RECORD)).isEmpty();
        assertThat(scene.dossier().golden().standing()).isEqualTo(Golden.Standing.ACTIVE);
    }

    @Test
    void a_record_that_is_undeleted_after_the_others_were_deleted_is_not_deleted_again_but_told_to_a_person() {
        Scene scene = agreed(deals().whenGoneElsewhere(SALESFORCE, Deletes.DELETE)
                        .whenGoneElsewhere(HUBSPOT, Deletes.DELETE)
                        .whenGoneElsewhere(PARTNERSTACK, Deletes.DELETE))
                .isGone(HUBSPOT);
        scene.plan();
        scene.acknowledges(SALESFORCE).acknowledges(PARTNERSTACK).plan();

        scene.says(HUBSPOT, "stage", "open").plan();

        assertThat(scene.owedTo(HUBSPOT)).isEmpty();
        assertThat(scene.conflict(Conflict.WHOLE_RECORD).map(Conflict::kind))
                .contains(Conflict.Kind.DELETED_AND_EDITED);
    }

    @Test
    void a_record_that_is_undeleted_while_deletes_of_the_others_wait_stops_them() {
        Scene scene = agreed(deals().whenGoneElsewhere(SALESFORCE, Deletes.DELETE)
                        .whenGoneElsewhere(PARTNERSTACK, Deletes.DELETE))
                .isGone(HUBSPOT);
        scene.plan();

        scene.says(HUBSPOT, "stage", "open").plan();

        assertThat(scene.dossier().pending()).isEmpty();
        assertThat(scene.conflict(Conflict.WHOLE_RECORD)).isEmpty();
    }

    @Test
    void an_entity_that_was_redirected_is_left_alone() {
        Scene scene = agreed(deals()).says(SALESFORCE, "stage", "won");
        Dossier dossier = scene.dossier();
        Golden redirected = dossier.golden().standing(Golden.Standing.REDIRECTED);

        Plan plan = Planner.plan(dossier.with(redirected), scene.mapping(), scene.now());

        assertThat(plan.writes()).isEmpty();
        assertThat(plan.golden()).isEqualTo(redirected);
    }
}
