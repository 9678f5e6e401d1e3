package dev.interlock.simulation;

import dev.interlock.record.Fate;
import dev.interlock.record.RecordType;
import dev.interlock.record.SystemId;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** One record of a simulated system: what it holds, what its index shows, and whose words its values are. */
final class SimRecord {
    final SystemId system;
    final RecordType type;
    final String id;
    /** Texts by column; a blank column is left out. */
    final Map<String, String> columns = new TreeMap<>();
    /** By canonical field. */
    final Map<String, Claims.Held> held = new TreeMap<>();

    final List<Image> images = new ArrayList<>();
    /** Who it is of the real world. */
    int soul;

    Instant stamp = Instant.EPOCH;
    /** When it last changed, by the system's clock, however coarse its stamps are. */
    Instant changedAt = Instant.EPOCH;

    Fate fate = new Fate.Live();
    boolean hidden;
    /** What changed while it was hidden shows with an old stamp when it comes back: only a full reading finds it. */
    boolean wasHidden;
    /** Whether its key is that of others, so that nobody can say who it is. */
    boolean ambiguous;
    /** Whether two others had its key when it was entered. */
    boolean contested;

    SimRecord(SystemId system, RecordType type, String id, int soul) {
        this.system = system;
        this.type = type;
        this.id = id;
        this.soul = soul;
    }

    /**
     * What the search index shows from an instant on.
     *
     * @param held by canonical field, whose words its columns are
     */
    record Image(Instant from, Instant stamp, Map<String, String> columns, Map<String, Claims.Held> held, Fate fate) {}

    boolean isLive() {
        return fate instanceof Fate.Live;
    }

    @Override
    public String toString() {
        return system + "/" + type + "/" + id;
    }
}
