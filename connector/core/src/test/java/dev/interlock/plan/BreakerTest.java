package dev.interlock.plan;

import static dev.interlock.plan.FieldSketch.field;
import static dev.interlock.plan.Sketch.HUBSPOT;
import static dev.interlock.plan.Sketch.SALESFORCE;
import static org.assertj.core.api.Assertions.assertThat;

import dev.interlock.record.SystemId;
import java.time.Duration;
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
}
