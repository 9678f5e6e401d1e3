package dev.interlock.plan;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** The open conflicts of one entity while it is planned: what is new about them is told once, when all is decided. */
final class OpenConflicts {

    private final Map<String, Conflict> before;
    private final Map<String, Conflict> open;
    private final Map<String, String> rules = new TreeMap<>();

    OpenConflicts(Map<String, Conflict> before) {
        this.before = before;
        this.open = new TreeMap<>(before);
    }

    Optional<Conflict> about(String field) {
        return Optional.ofNullable(open.get(field));
    }

    Map<String, Conflict> all() {
        return Map.copyOf(open);
    }

    /** Opens a conflict, or notes what systems say by now; the same again is no news. */
    void open(Conflict conflict, String rule) {
        if (about(conflict.field()).filter(conflict::saysTheSameAs).isEmpty()) {
            open.put(conflict.field(), conflict);
            rules.put(conflict.field(), rule);
        }
    }

    void close(String field) {
        open.remove(field);
        rules.remove(field);
    }

    /** Those that are new, or whose values changed. */
    List<Conflict> opened() {
        return open.values().stream()
                .filter(conflict -> !conflict.equals(before.get(conflict.field())))
                .toList();
    }

    /** Fields of which a conflict was open before, and none is now. */
    Set<String> closed() {
        Set<String> closed = new TreeSet<>(before.keySet());
        closed.removeAll(open.keySet());
        return closed;
    }

    /** What the audit keeps of them: a conflict that came and went within one plan was none. */
    List<Decision> decisions(Golden was, Golden is) {
        List<Decision> decisions = new ArrayList<>();
        for (Conflict conflict : opened()) {
            decisions.add(decision(
                    conflict.field(),
                    rules.getOrDefault(conflict.field(), "D8"),
                    conflict.kind().name(),
                    List.of(is, is)));
        }
        for (String field : closed()) {
            decisions.add(decision(field, "settled", "interlock", List.of(was, is)));
        }
        return decisions;
    }

    private static Decision decision(String field, String rule, String by, List<Golden> wasAndIs) {
        return new Decision(
                field,
                rule,
                by,
                wasAndIs.getFirst().field(field).map(GoldenField::value),
                wasAndIs.getLast().field(field).map(GoldenField::value));
    }
}
