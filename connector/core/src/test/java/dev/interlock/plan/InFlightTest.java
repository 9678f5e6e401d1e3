package dev.interlock.plan;

import static dev.interlock.plan.FieldSketch.field;
import static dev.interlock.plan.Sketch.HUBSPOT;
import static dev.interlock.plan.Sketch.PARTNERSTACK;
import static dev.interlock.plan.Sketch.SALESFORCE;
import static org.assertj.core.api.Assertions.assertThat;

import dev.interlock.mapping.Place;
import dev.interlock.record.FieldValue;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What happens around a write that is planned, on its way, refused or acknowledged. */
class InFlightTest {

    private static Scene agreed() {
        return Scene.of(Sketch.of(field("stage").ranked(HUBSPOT, SALESFORCE), field("name")))
                .agreed("stage", "open", SALESFORCE, HUBSPOT)
                .agreed("name", "Acme", SALESFORCE, HUBSPOT);
    }

    private static Scene writing(String stage) {
        Scene scene = agreed().says(SALESFORCE, "stage", stage);
        scene.plan();
        return scene;
    }

    @Test
    void a_value_that_goes_and_comes_back_ends_everywhere_as_it_began() {
        Scene scene = writing("won");
        scene.acknowledges(HUBSPOT);

        scene.says(SALESFORCE, "stage", "open").plan();

        assertThat(scene.owedTo(HUBSPOT, "stage")).contains("open");
        scene.settle();
        assertThat(scene.heldBy(HUBSPOT, "stage")).isEqualTo("open");
        assertThat(scene.golden("stage")).isEqualTo("open");
    }

    @Test
    void a_value_that_comes_back_before_it_was_sent_withdraws_the_write() {
        Scene scene = writing("won");

        Plan plan = scene.says(SALESFORCE, "stage", "open").plan();

        assertThat(plan.withdrawn()).containsExactly(HUBSPOT);
        assertThat(scene.golden("stage")).isEqualTo("open");
    }

    @Test
    void a_value_that_comes_back_while_the_write_is_on_its_way_is_written_after_it() {
        Scene scene = writing("won").sends(HUBSPOT).says(SALESFORCE, "stage", "open");

        Plan plan = scene.plan();
        assertThat(plan.writes()).isEmpty();
        assertThat(plan.withdrawn()).isEmpty();

        scene.acknowledges(HUBSPOT).plan();
        assertThat(scene.owedTo(HUBSPOT, "stage")).contains("open");
    }

    @Test
    void a_write_on_its_way_holds_back_the_next_one_to_the_same_system() {
        Scene scene = writing("won").sends(HUBSPOT).says(SALESFORCE, "name", "Acme Corp");

        assertThat(scene.plan().writes()).isEmpty();

        scene.acknowledges(HUBSPOT).plan();
        assertThat(scene.owedTo(HUBSPOT).orElseThrow().fields())
                .isEqualTo(Map.of("name", FieldValue.text("Acme Corp")));
    }

    @Test
    void a_planned_write_is_replaced_when_more_is_owed() {
        Scene scene = writing("won").says(SALESFORCE, "name", "Acme Corp");

        scene.plan();

        assertThat(scene.owedTo(HUBSPOT).orElseThrow().fields()).containsOnlyKeys("stage", "name");
    }

    @Test
    void the_echo_of_an_older_write_is_no_edit_although_the_golden_record_went_on() {
        Scene scene = writing("won").sends(HUBSPOT).says(SALESFORCE, "stage", "paid");
        scene.plan();

        scene.says(HUBSPOT, "stage", "won").plan();
        assertThat(scene.golden("stage")).isEqualTo("paid");

        scene.acknowledges(HUBSPOT).plan();
        assertThat(scene.owedTo(HUBSPOT, "stage")).contains("paid");
    }

    @Test
    void an_edit_made_while_our_own_write_was_on_its_way_is_not_mistaken_for_its_echo() {
        Scene scene = writing("won").sends(HUBSPOT);

        scene.says(HUBSPOT, "stage", "lost").plan();

        assertThat(scene.golden("stage")).isEqualTo("lost");
        assertThat(scene.owedTo(SALESFORCE, "stage")).contains("lost");
    }

    @Test
    void an_edit_seen_before_our_write_was_acknowledged_is_not_covered_by_the_acknowledgement() {
        Scene scene = Scene.of(Sketch.of(field("stage").ranked(SALESFORCE, HUBSPOT)))
                .agreed("stage", "open", SALESFORCE, HUBSPOT)
                .says(SALESFORCE, "stage", "won");
        scene.plan();
        Instant written = scene.now();
        scene.sends(HUBSPOT).says(HUBSPOT, "stage", "lost", written.plusSeconds(5));
        scene.plan();

        scene.acknowledges(HUBSPOT, written).plan();

        assertThat(scene.golden("stage")).isEqualTo("lost");
        assertThat(scene.owedTo(SALESFORCE, "stage")).contains("lost");
    }

    @Test
    void a_refused_write_is_not_repeated_unchanged() {
        Scene scene = writing("won").refuses(HUBSPOT);

        Plan plan = scene.plan();

        assertThat(plan.writes()).isEmpty();
        assertThat(plan.withdrawn()).isEmpty();
    }

    @Test
    void a_refused_write_is_replaced_when_its_content_changes() {
        Scene scene = writing("won").refuses(HUBSPOT).says(SALESFORCE, "stage", "paid");

        scene.plan();

        assertThat(scene.owedTo(HUBSPOT, "stage")).contains("paid");
        assertThat(scene.dossier().pending().values())
                .extracting(Pending::progress)
                .containsExactly(Pending.Progress.PLANNED);
    }

    @Test
    void a_refused_write_that_nobody_wants_any_more_is_withdrawn() {
        Scene scene = writing("won").refuses(HUBSPOT).says(SALESFORCE, "stage", "open");

        assertThat(scene.plan().withdrawn()).containsExactly(HUBSPOT);
    }

    @Test
    void a_record_on_its_way_to_be_created_is_not_created_twice() {
        Scene scene = Scene.of(Sketch.of(field("stage")).creatingIn(PARTNERSTACK))
                .agreed("stage", "open", SALESFORCE, HUBSPOT);
        scene.plan();

        scene.sends(PARTNERSTACK).says(SALESFORCE, "stage", "won").plan();
        assertThat(scene.owedTo(PARTNERSTACK, "stage")).contains("open");

        scene.acknowledges(PARTNERSTACK).plan();
        assertThat(scene.owedTo(PARTNERSTACK).map(Write::kind)).contains(Write.Kind.UPDATE);
        assertThat(scene.owedTo(PARTNERSTACK, "stage")).contains("won");
    }

    @Test
    void a_record_deleted_while_our_write_was_on_its_way_is_not_revived_by_the_acknowledgement() {
        Scene scene = writing("won").sends(HUBSPOT).isGone(HUBSPOT);
        scene.plan();

        scene.acknowledges(HUBSPOT).plan();

        assertThat(scene.shadow(HUBSPOT).state()).isEqualTo(Shadow.State.TOMBSTONE);
    }

    @Test
    void a_delete_that_is_owed_where_our_write_is_on_its_way_follows_it_and_nobody_is_asked() {
        Scene scene = Scene.of(Sketch.of(field("stage")).whenGoneElsewhere(HUBSPOT, Place.Deletes.DELETE))
                .agreed("stage", "open", SALESFORCE, HUBSPOT)
                .says(SALESFORCE, "stage", "won");
        scene.plan();

        scene.sends(HUBSPOT).isGone(SALESFORCE).plan();
        assertThat(scene.planAgain().decisions()).isEmpty();

        scene.acknowledges(HUBSPOT).plan();
        assertThat(scene.owedTo(HUBSPOT).map(Write::kind)).contains(Write.Kind.DELETE);
        assertThat(scene.dossier().golden().standing()).isEqualTo(Golden.Standing.TOMBSTONE);
        assertThat(scene.dossier().conflicts()).isEmpty();
    }

    @Test
    void a_record_that_is_created_while_all_others_are_deleted_goes_with_them() {
        Scene scene = Scene.of(Sketch.of(field("stage"))
                        .creatingIn(PARTNERSTACK)
                        .whenGoneElsewhere(PARTNERSTACK, Place.Deletes.DELETE))
                .agreed("stage", "open", SALESFORCE);
        scene.plan();

        scene.sends(PARTNERSTACK).isGone(SALESFORCE).plan();
        assertThat(scene.planAgain().decisions()).isEmpty();

        scene.acknowledges(PARTNERSTACK).plan();
        assertThat(scene.owedTo(PARTNERSTACK).map(Write::kind)).contains(Write.Kind.DELETE);
        assertThat(scene.dossier().conflicts()).isEmpty();
    }

    @Test
    void nothing_new_is_created_of_a_record_whose_end_waits_for_a_write() {
        Scene scene = Scene.of(Sketch.of(field("stage"))
                        .creatingIn(PARTNERSTACK)
                        .whenGoneElsewhere(HUBSPOT, Place.Deletes.DELETE))
                .agreed("stage", "open", SALESFORCE, HUBSPOT)
                .says(SALESFORCE, "stage", "won");
        scene.plan();

        scene.sends(HUBSPOT).isGone(SALESFORCE).plan();

        assertThat(scene.owedTo(PARTNERSTACK)).isEmpty();
    }

    @Test
    void an_acknowledged_write_proves_that_a_suspect_is_there() {
        Scene scene = writing("won").sends(HUBSPOT).isMissing(HUBSPOT);

        scene.acknowledges(HUBSPOT);

        assertThat(scene.shadow(HUBSPOT).isLive()).isTrue();
    }
}
