package dev.interlock.plan;

import static dev.interlock.plan.FieldSketch.field;
import static dev.interlock.plan.Sketch.HUBSPOT;
import static dev.interlock.plan.Sketch.PARTNERSTACK;
import static dev.interlock.plan.Sketch.SALESFORCE;
import static org.assertj.core.api.Assertions.assertThat;

import dev.interlock.record.SystemId;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** D12: a value that is changed to and fro is taken out of the game. */
class BreakerTest {

    private static Scene tossed(int times, Duration pause) {
        Scene scene = Scene.of(Sketch.of(field("stage"))).agreed("stage", "open", SALESFORCE, HUBSPOT);
        for (int turn = 0; turn < times; turn++) {
            SystemId by = turn % 2 == 0 ? HUBSPOT : SALESFORCE;
            scene.later(pause).says(by, "stage", turn % 2 == 0 ? "Open!" : "open");
            scene.settle();
        }
        return scene;
    }

    @Test
    void six_turns_within_an_hour_are_let_through_and_the_seventh_is_frozen() {
        assertThat(tossed(6, Duration.ZERO).conflict("stage")).isEmpty();

        Scene scene = tossed(7, Duration.ZERO);

        assertThat(scene.conflict("stage").map(Conflict::kind)).contains(Conflict.Kind.LOOP);
        assertThat(scene.dossier().pending()).isEmpty();
    }

    @Test
    void slow_changes_never_trip_the_breaker() {
        assertThat(tossed(12, Duration.ofMinutes(20)).conflict("stage")).isEmpty();
    }

    @Test
    void many_edits_by_one_hand_are_no_loop() {
        Scene scene = Scene.of(Sketch.of(field("stage"))).agreed("stage", "open", SALESFORCE, HUBSPOT);
        for (int edit = 0; edit < 12; edit++) {
            scene.says(HUBSPOT, "stage", "stage " + edit);
            scene.settle();
        }

        assertThat(scene.conflict("stage")).isEmpty();
    }

    /** Salesforce has no say in the field, and changes it to and fro before each of so many plans. */
    private static Scene rewritten(int times, Duration pause) {
        Scene scene = Scene.of(Sketch.of(field("stage").writers(HUBSPOT), field("note")))
                .agreed("stage", "open", SALESFORCE, HUBSPOT, PARTNERSTACK)
                .agreed("note", "hi", SALESFORCE, HUBSPOT, PARTNERSTACK);
        for (int time = 0; time < times; time++) {
            scene.later(pause).says(SALESFORCE, "stage", "OPEN").plan();
            if (scene.owedTo(SALESFORCE).isPresent()) {
                scene.acknowledges(SALESFORCE);
            }
        }
        return scene;
    }

    @Test
    void what_a_system_rewrites_after_each_write_is_written_back_five_times_and_then_left_to_a_person() {
        assertThat(rewritten(5, Duration.ofHours(1)).conflict("stage").map(Conflict::kind))
                .isNotEqualTo(Optional.of(Conflict.Kind.REWRITTEN));

        Scene scene = rewritten(6, Duration.ofHours(1));

        assertThat(scene.owedTo(SALESFORCE)).isEmpty();
        assertThat(scene.conflict("stage").map(Conflict::kind)).contains(Conflict.Kind.REWRITTEN);
        assertThat(scene.conflict("stage").orElseThrow().why()).contains("[salesforce] rewrites stage");
        assertThat(scene.golden("stage")).isEqualTo("open");
        assertThat(scene.planAgain().decisions()).isEmpty();
    }

    @Test
    void a_field_that_one_system_rewrites_goes_on_in_the_others_and_so_does_the_rest_of_its_record() {
        Scene scene = rewritten(6, Duration.ofHours(1));

        scene.says(HUBSPOT, "stage", "won").says(HUBSPOT, "note", "ho").plan();

        assertThat(scene.owedTo(PARTNERSTACK, "stage")).contains("won");
        assertThat(scene.owedTo(SALESFORCE, "stage")).isEmpty();
        assertThat(scene.owedTo(SALESFORCE, "note")).contains("ho");
        assertThat(scene.conflict("stage").map(Conflict::kind)).contains(Conflict.Kind.REWRITTEN);
    }

    @Test
    void a_field_that_was_rewritten_is_in_step_again_once_the_system_holds_what_is_agreed() {
        Scene scene = rewritten(6, Duration.ofHours(1));

        scene.says(SALESFORCE, "stage", "open").plan();
        assertThat(scene.conflict("stage")).isEmpty();
        scene.says(HUBSPOT, "stage", "won").plan();

        assertThat(scene.owedTo(SALESFORCE, "stage")).contains("won");
    }

    @Test
    void an_unauthorised_edit_now_and_then_is_always_written_back() {
        assertThat(rewritten(12, Duration.ofDays(2)).conflict("stage").map(Conflict::kind))
                .isNotEqualTo(Optional.of(Conflict.Kind.REWRITTEN));
    }

    @Test
    void blanking_what_is_written_counts_as_rewriting_it() {
        Scene scene = Scene.of(Sketch.of(field("stage"))).agreed("stage", "open", SALESFORCE, HUBSPOT);
        for (int time = 0; time < 6; time++) {
            scene.says(SALESFORCE, "stage", "").settle();
        }

        assertThat(scene.conflict("stage").map(Conflict::kind)).contains(Conflict.Kind.REWRITTEN);
        assertThat(scene.owedTo(SALESFORCE)).isEmpty();
    }
}
