package dev.interlock.routes;

import dev.interlock.record.RecordType;
import dev.interlock.stage.Stage;

/**
 * What is known of a store that was lost. A record that carries a key of ours which this store never gave was created by
 * another store: one that was lost, or that this one was restored from too early. Records that it linked without a key would
 * be created a second time, so nothing is created until a person says that it is right.
 */
public final class LostStore {

    private LostStore() {}

    static void suspect(Stage stage, RecordType type) {
        stage.remember(name(type), "suspected");
    }

    static boolean isSuspected(Stage stage, RecordType type) {
        return stage.remembered(name(type)).filter(state -> !state.isEmpty()).isPresent();
    }

    /** A person says that records may be created. */
    public static void dismiss(Stage stage, RecordType type) {
        stage.remember(name(type), "");
    }

    private static String name(RecordType type) {
        return "lost-store:" + type;
    }
}
