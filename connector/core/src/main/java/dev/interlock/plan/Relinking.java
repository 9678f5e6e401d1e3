package dev.interlock.plan;

import dev.interlock.record.EntityId;
import dev.interlock.record.FieldValue;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;

/**
 * Keeps references true when entities turn out to be one: wherever a dossier names an entity, it names the one that carries
 * on for it. Nothing was edited by that, so golden values, bases and what systems said move together.
 */
public final class Relinking {

    private final UnaryOperator<EntityId> carriedOnBy;

    private Relinking(UnaryOperator<EntityId> carriedOnBy) {
        this.carriedOnBy = carriedOnBy;
    }

    /** The entities that a dossier names in its values. */
    public static Set<EntityId> named(Dossier dossier) {
        Set<EntityId> named = new HashSet<>();
        Consumer<FieldValue> note = value -> {
            if (value instanceof FieldValue.Link link) {
                named.add(link.entity());
            }
        };
        dossier.golden().values().values().forEach(note);
        dossier.shadows().values().forEach(shadow -> {
            shadow.observed().values().forEach(note);
            shadow.base().values().forEach(note);
            shadow.held().values().forEach(note);
        });
        dossier.pending()
                .values()
                .forEach(pending -> pending.write().fields().values().forEach(note));
        dossier.conflicts()
                .values()
                .forEach(conflict -> conflict.values().values().forEach(note));
        return named;
    }

    /**
     * The same dossier, up to date in whom it names.
     *
     * @param carriedOnBy which entity carries on for one, most often itself
     */
    public static Dossier relinked(Dossier dossier, UnaryOperator<EntityId> carriedOnBy) {
        Relinking relinking = new Relinking(carriedOnBy);
        Map<String, GoldenField> golden = new LinkedHashMap<>(dossier.golden().fields());
        golden.replaceAll((name, field) ->
                new GoldenField(relinking.today(field.value()), field.origin(), field.turns(), field.turningSince()));
        Map<String, Conflict> conflicts = new TreeMap<>(dossier.conflicts());
        conflicts.replaceAll((name, conflict) -> relinking.today(conflict));
        Dossier today = new Dossier(dossier.golden().with(golden), dossier.shadows(), Map.of(), conflicts);
        for (Shadow shadow : dossier.shadows().values()) {
            today = today.with(relinking.today(shadow));
        }
        return new Dossier(today.golden(), today.shadows(), relinking.today(dossier.pending()), conflicts);
    }

    private <K> Map<K, Pending> today(Map<K, Pending> pending) {
        Map<K, Pending> all = new LinkedHashMap<>(pending);
        all.replaceAll((any, each) -> {
            Write write = each.write();
            return new Pending(
                    new Write(
                            write.entity(),
                            write.type(),
                            write.system(),
                            write.kind(),
                            values(write.fields()),
                            values(write.before())),
                    each.progress());
        });
        return all;
    }

    private Shadow today(Shadow shadow) {
        return new Shadow(
                shadow.key(),
                shadow.aliases(),
                shadow.successors(),
                shadow.state(),
                values(shadow.base()),
                values(shadow.observed()),
                values(shadow.held()),
                shadow.overruled(),
                shadow.raw(),
                shadow.changedAt(),
                shadow.writtenAt());
    }

    private Conflict today(Conflict conflict) {
        return new Conflict(
                conflict.field(),
                conflict.kind(),
                values(conflict.values()),
                conflict.ancestor().map(this::today),
                conflict.why(),
                conflict.opened());
    }

    private <K> Map<K, FieldValue> values(Map<K, FieldValue> before) {
        Map<K, FieldValue> values = new LinkedHashMap<>(before);
        values.replaceAll((any, value) -> today(value));
        return values;
    }

    private FieldValue today(FieldValue value) {
        return Optional.of(value)
                .filter(FieldValue.Link.class::isInstance)
                .map(FieldValue.Link.class::cast)
                .<FieldValue>map(link -> new FieldValue.Link(carriedOnBy.apply(link.entity())))
                .orElse(value);
    }
}
