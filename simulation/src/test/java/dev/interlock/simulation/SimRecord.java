package dev.interlock.simulation;

import dev.interlock.record.Fate;
import dev.interlock.record.RecordType;
import dev.interlock.record.SystemId;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import java.util.stream.Stream;

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
    /** Whether we were told that it was merged into another. */
    boolean mergeTold;

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

    /** From an instant on, up to another. */
    private record Span(Instant from, Instant to) {
        Span and(Span other) {
            return new Span(from.isAfter(other.from) ? from : other.from, to.isBefore(other.to) ? to : other.to);
        }

        boolean isEmpty() {
            return !from.isBefore(to);
        }
    }

    /** Whether there was a time when it was gone, and both words stood elsewhere. */
    boolean wasGoneWhile(Claims.Claim one, Claims.Claim other) {
        return spans(image -> image.fate() instanceof Fate.Gone)
                .flatMap(gone -> one.where().held(one).map(gone::and))
                .flatMap(both -> other.where().held(other).map(both::and))
                .anyMatch(span -> !span.isEmpty());
    }

    private Stream<Span> held(Claims.Claim word) {
        return spans(image -> {
            Claims.Held stood = image.held().get(word.field());
            return stood != null && stood.claim().id() == word.id();
        });
    }

    private Stream<Span> spans(Predicate<Image> which) {
        return IntStream.range(0, images.size())
                .filter(at -> which.test(images.get(at)))
                .mapToObj(at -> new Span(
                        images.get(at).from(),
                        at + 1 < images.size() ? images.get(at + 1).from() : Instant.MAX));
    }

    boolean isLive() {
        return fate instanceof Fate.Live;
    }

    @Override
    public String toString() {
        return system + "/" + type + "/" + id;
    }
}
