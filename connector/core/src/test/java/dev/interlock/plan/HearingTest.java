package dev.interlock.plan;

import static dev.interlock.plan.FieldSketch.field;
import static dev.interlock.plan.Sketch.HUBSPOT;
import static dev.interlock.plan.Sketch.SALESFORCE;
import static org.assertj.core.api.Assertions.assertThat;

import dev.interlock.record.Fate;
import dev.interlock.record.Observation;
import dev.interlock.record.RawFields;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Which observations are news. */
class HearingTest {

    private static final Instant NOON = Instant.parse("2026-03-02T12:00:00Z");

    private static Observation said(String stage, Instant changedAt, Instant readAt) {
        return new Observation(Scene.key(HUBSPOT), new Fate.Live(), Scene.column("stage", stage), changedAt, readAt);
    }

    private static Shadow written(Instant changedAt, Instant acknowledgedAt) {
        return Shadow.fresh(Scene.key(HUBSPOT))
                .acknowledged(Map.of(), Scene.column("stage", "won"), changedAt, acknowledgedAt);
    }

    @Test
    void what_was_read_before_our_write_was_acknowledged_is_stale_whatever_its_stamp() {
        Shadow shadow = written(NOON, NOON.plusSeconds(10));

        assertThat(Hearing.isStale(shadow, said("open", NOON.plusSeconds(60), NOON.plusSeconds(9))))
                .isTrue();
        assertThat(Hearing.isStale(shadow, said("open", NOON.plusSeconds(60), NOON.plusSeconds(10))))
                .isFalse();
    }

    @Test
    void an_older_stamp_than_the_one_we_know_is_stale() {
        Shadow shadow = written(NOON, NOON);

        assertThat(Hearing.isStale(shadow, said("open", NOON.minusMillis(1), NOON.plusSeconds(60))))
                .isTrue();
    }

    @Test
    void two_edits_within_one_granule_of_the_systems_clock_are_both_heard() {
        Scene scene = Scene.of(Sketch.of(field("stage")))
                .agreed("stage", "open", SALESFORCE, HUBSPOT)
                .says(HUBSPOT, "stage", "won", NOON);
        scene.plan();

        scene.says(HUBSPOT, "stage", "paid", NOON).plan();

        assertThat(scene.golden("stage")).isEqualTo("paid");
    }

    @Test
    void an_observation_from_before_our_write_does_not_undo_it() {
        Scene scene = Scene.of(Sketch.of(field("stage")))
                .agreed("stage", "open", SALESFORCE, HUBSPOT)
                .says(SALESFORCE, "stage", "won");
        scene.plan();
        scene.acknowledges(HUBSPOT);

        scene.says(HUBSPOT, "stage", "open", Scene.START).plan();

        assertThat(scene.golden("stage")).isEqualTo("won");
        assertThat(scene.heldBy(HUBSPOT, "stage")).isEqualTo("won");
    }

    @Test
    void the_same_columns_again_are_a_repeat_and_others_are_not() {
        Shadow shadow = written(NOON, NOON);

        assertThat(Hearing.isRepeat(shadow, said("won", NOON, NOON))).isTrue();
        assertThat(Hearing.isRepeat(shadow, said("open", NOON, NOON))).isFalse();
    }

    @Test
    void a_record_that_was_thought_missing_is_no_repeat_when_it_is_seen() {
        Shadow suspect = written(NOON, NOON).in(Shadow.State.SUSPECT);

        assertThat(Hearing.isRepeat(suspect, said("won", NOON, NOON))).isFalse();
    }

    @Test
    void a_field_that_is_left_out_keeps_what_was_known_and_one_that_is_null_is_blank() {
        Scene scene = Scene.of(Sketch.of(field("stage"), field("note")))
                .agreed("stage", "open", HUBSPOT)
                .agreed("note", "hi", HUBSPOT)
                .says(HUBSPOT, Scene.column("note", ""), NOON);

        assertThat(scene.heldBy(HUBSPOT, "stage")).isEqualTo("open");
        assertThat(scene.heldBy(HUBSPOT, "note")).isEmpty();
    }

    @Test
    void a_shadow_that_moves_to_a_new_id_is_still_known_by_the_old_one() {
        Shadow moved = Shadow.fresh(Scene.key(HUBSPOT))
                .alsoKnownAs("older")
                .movedTo(new dev.interlock.record.RecordKey(HUBSPOT, Sketch.DEAL, "winner"));

        assertThat(moved.aliases()).containsExactly("hubspot-1", "older");
        assertThat(moved.movedTo(Scene.key(HUBSPOT)).aliases()).containsExactly("older", "winner");
    }

    @Test
    void a_silent_observation_changes_nothing_but_the_stamp() {
        Scene scene = Scene.of(Sketch.of(field("stage")))
                .agreed("stage", "open", HUBSPOT)
                .says(HUBSPOT, RawFields.NONE, NOON.plus(Duration.ofDays(1)));

        assertThat(scene.heldBy(HUBSPOT, "stage")).isEqualTo("open");
        assertThat(scene.plan().writes()).isEmpty();
    }
}
