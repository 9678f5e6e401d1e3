package dev.interlock.routes;

import dev.interlock.record.RecordType;
import dev.interlock.record.SystemId;
import dev.interlock.stage.Outbox.Target;
import dev.interlock.stage.Stage;
import java.util.Optional;

/**
 * What is worth another look before a run. When the configuration changed, everything is read again, because it may name
 * columns that were never asked for, and every entity is planned again; on that occasion, and in a full run, writes that
 * were refused are tried once more, because what refused them may have been mended.
 */
final class Renewal {

    private static final String CONFIGURATION = "configuration";

    /** Entities may be planned by one configuration or another, until everything was read again. */
    private static final String BETWEEN = "between two";

    private final Workplace place;

    Renewal(Workplace place) {
        this.place = place;
    }

    /** The order, reaching further if it must. */
    Order begin(Order order) {
        Optional<String> known = place.store().inTransaction(stage -> stage.remembered(CONFIGURATION));
        boolean changed =
                known.filter(fingerprint -> !fingerprint.equals(fingerprint())).isPresent();
        if (changed || known.isEmpty()) {
            // A store that is new is read with this one, whether its first run comes to an end or not.
            remember(changed ? BETWEEN : fingerprint());
        }
        boolean everything = changed || order.reach() == Order.Reach.EVERYTHING;
        if (everything) {
            place.store().inTransaction(stage -> renew(stage, changed));
        }
        return everything
                ? new Order(order.types(), order.systems(), Order.Reach.EVERYTHING, order.writes(), order.deletes())
                : order;
    }

    private int renew(Stage stage, boolean changed) {
        int retried = 0;
        for (RecordType type : place.configuration().inOrder()) {
            if (changed) {
                stage.touchAll(type);
            }
            for (SystemId system : place.mapping(type).systems()) {
                retried += Refused.retry(
                        stage,
                        new Target(system, type),
                        any -> true,
                        place.clock().instant());
            }
        }
        return retried;
    }

    /** Remembers what the run was made with, once everything was read with it. */
    void end() {
        remember(fingerprint());
    }

    private void remember(String fingerprint) {
        place.store().inTransaction(stage -> {
            stage.remember(CONFIGURATION, fingerprint);
            return fingerprint;
        });
    }

    private String fingerprint() {
        return place.configuration().fingerprint();
    }
}
