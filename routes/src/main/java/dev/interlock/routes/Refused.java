package dev.interlock.routes;

import dev.interlock.stage.Intent;
import dev.interlock.stage.Outbox.Target;
import dev.interlock.stage.Stage;
import java.time.Instant;
import java.util.List;
import java.util.function.Predicate;

/** Writes that were refused, taken up again: they are planned as they are now before they are sent. */
final class Refused {

    private static final int PAGE = 500;

    private Refused() {}

    /** Takes up those that are wanted; answers how many there were. */
    static int retry(Stage stage, Target target, Predicate<Intent> wanted, Instant now) {
        int retried = 0;
        List<Intent> page = stage.refused(target, 0, PAGE);
        while (!page.isEmpty()) {
            List<Intent> chosen = page.stream().filter(wanted).toList();
            stage.move(chosen, Intent.Status.PLANNED, now);
            retried += chosen.size();
            page = stage.refused(target, page.getLast().number(), PAGE);
        }
        return retried;
    }
}
