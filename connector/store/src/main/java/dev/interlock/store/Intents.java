package dev.interlock.store;

import dev.interlock.plan.Pending;
import dev.interlock.plan.Write;
import dev.interlock.record.EntityId;
import dev.interlock.record.RecordType;
import dev.interlock.record.SystemId;
import dev.interlock.stage.Intent;
import dev.interlock.stage.Intent.Status;
import dev.interlock.stage.Outbox;
import dev.interlock.stage.Staged;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The outgoing writes. */
final class Intents implements Outbox {

    private static final String COLUMNS =
            "number, operation, entity, type, system, kind, fields, before_fields, status, not_before, attempts";

    private final Session session;
    private final Entities entities;

    Intents(Session session) {
        this.session = session;
        this.entities = new Entities(session);
    }

    private record Slot(String entity, String system) {}

    /** What staging must know of an intent. */
    private record Trace(long number, Slot slot, int operation, Status status) {

        static Trace of(ResultSet row) throws SQLException {
            Slot slot = new Slot(row.getString(2), row.getString(3));
            return new Trace(row.getLong(1), slot, row.getInt(4), Status.valueOf(row.getString(5)));
        }

        boolean isOpen() {
            return status != Status.CONFIRMED && status != Status.WITHDRAWN;
        }

        boolean isOnItsWay() {
            return status == Status.SENT || status == Status.UNKNOWN;
        }

        Trace of(String entity) {
            return new Trace(number, new Slot(entity, slot.system()), operation, status);
        }
    }

    @Override
    public List<Intent> due(Target target, Instant now, long after, int limit) {
        return select(target, "status = 'PLANNED' and number > ? and not_before <= ?", after, now, limit);
    }

    @Override
    public List<Intent> refused(Target target, long after, int limit) {
        return select(target, "status = 'FAILED' and number > ?", after, limit);
    }

    @Override
    public List<Intent> unsettled(Target target, Instant now, int limit) {
        return select(target, "status in ('SENT', 'UNKNOWN') and not_before <= ?", now, limit);
    }

    @Override
    public List<Intent> creates(Collection<EntityId> entities, SystemId system) {
        return session.rows(
                "select " + COLUMNS + " from unnest(cast(? as varchar array)) as asked (wanted) join intent"
                        + " on entity = wanted where system = ? and kind = 'CREATE' and attempts > 0 order by number",
                Intents::intent,
                entities.stream().map(EntityId::value).distinct().toList(),
                system.name());
    }

    /** The last of the arguments is the limit. */
    private List<Intent> select(Target target, String condition, Object... arguments) {
        List<Object> all =
                new ArrayList<>(List.of(target.system().name(), target.type().name()));
        all.addAll(List.of(arguments));
        return session.rows(
                "select " + COLUMNS + " from intent where system = ? and type = ? and " + condition
                        + " order by number limit ?",
                Intents::intent,
                all.toArray());
    }

    @Override
    public long countDue(Target target, Write.Kind kind) {
        return session.rows(
                        "select count(*) from intent where status = 'PLANNED' and system = ? and type = ? and kind = ?",
                        row -> row.getLong(1),
                        target.system().name(),
                        target.type().name(),
                        kind)
                .getFirst();
    }

    @Override
    public void move(Collection<Intent> intents, Status next, Instant notBefore) {
        List<Long> numbers = intents.stream().map(Intent::number).distinct().toList();
        if (numbers.isEmpty()) {
            return;
        }
        Map<Long, Status> stored = new HashMap<>();
        session.rows(
                "select number, status from unnest(cast(? as bigint array)) as asked (wanted) join intent on number = wanted",
                row -> stored.put(row.getLong(1), Status.valueOf(row.getString(2))),
                numbers);
        numbers.forEach(number -> refuseStep(number, Optional.ofNullable(stored.get(number)), next));
        boolean waits = next == Status.PLANNED || next == Status.UNKNOWN;
        int sent = next == Status.SENT ? 1 : 0;
        session.batch(
                "update intent set status = ?, attempts = attempts + ?" + (waits ? ", not_before = ?" : "")
                        + " where number = ?",
                numbers.stream()
                        .map(number -> waits
                                ? new @Nullable Object[] {next, sent, notBefore, number}
                                : new @Nullable Object[] {next, sent, number})
                        .toList());
    }

    private static void refuseStep(long number, Optional<Status> stored, Status next) {
        if (stored.isEmpty()) {
            throw new IllegalStateException("there is no intent " + number);
        }
        if (!stored.get().mayBecome(next)) {
            throw new IllegalStateException(
                    "intent %d is %s and cannot become %s".formatted(number, stored.get(), next));
        }
    }

    @Override
    public Map<Status, Long> countOpen(SystemId system) {
        Map<Status, Long> counts = new EnumMap<>(Status.class);
        List.of(Status.PLANNED, Status.SENT, Status.UNKNOWN, Status.FAILED).forEach(each -> counts.put(each, 0L));
        session.rows("""
                select status, count(*) from intent
                where status in ('PLANNED', 'SENT', 'UNKNOWN', 'FAILED') and system = ? group by status""", row -> counts.put(Status.valueOf(row.getString(1)), row.getLong(2)), system.name());
        return counts;
    }

    /** Per entity and system the write that is not confirmed yet; one that is on its way comes before one that is not. */
    Map<String, Map<SystemId, Pending>> pending(Collection<String> ids) {
        Map<Long, String> open = new HashMap<>();
        traces(ids)
                .forEach((slot, traces) -> traces.stream()
                        .filter(Trace::isOpen)
                        .max(Comparator.comparing(Trace::isOnItsWay).thenComparing(Trace::number))
                        .ifPresent(newest -> open.put(newest.number(), slot.entity())));
        if (open.isEmpty()) {
            return Map.of();
        }
        Map<String, Map<SystemId, Pending>> all = new HashMap<>();
        session.rows(
                        "select " + COLUMNS
                                + " from unnest(cast(? as bigint array)) as asked (wanted) join intent on number = wanted",
                        Intents::intent,
                        open.keySet())
                .forEach(intent -> all.computeIfAbsent(
                                open.getOrDefault(
                                        intent.number(), intent.write().entity().value()),
                                id -> new HashMap<>())
                        .put(intent.write().system(), new Pending(intent.write(), progress(intent.status()))));
        return all;
    }

    private static Pending.Progress progress(Status open) {
        return switch (open) {
            case PLANNED -> Pending.Progress.PLANNED;
            case SENT, UNKNOWN -> Pending.Progress.IN_FLIGHT;
            case FAILED -> Pending.Progress.REFUSED;
            case CONFIRMED, WITHDRAWN -> throw new IllegalStateException(open + " is an end");
        };
    }

    /**
     * Stages the writes of plans and withdraws what they do not want any more.
     *
     * @throws IllegalStateException if a write of the same entity and system is on its way
     */
    void stage(Collection<Staged> staged, Instant now) {
        Map<Slot, Optional<Write>> wanted = wanted(staged);
        if (wanted.isEmpty()) {
            return;
        }
        Map<Slot, List<Trace>> known =
                traces(wanted.keySet().stream().map(Slot::entity).distinct().toList());
        List<Long> withdrawn = new ArrayList<>();
        List<@Nullable Object[]> planned = new ArrayList<>();
        wanted.forEach((slot, write) -> {
            List<Trace> before = known.getOrDefault(slot, List.of());
            write.ifPresent(w -> planned.add(row(w, nextOperation(slot, before), now)));
            before.stream()
                    .filter(each -> each.isOpen() && !each.isOnItsWay())
                    .forEach(each -> withdrawn.add(each.number()));
        });
        session.batch(
                "update intent set status = 'WITHDRAWN' where number = ?",
                withdrawn.stream()
                        .map(number -> new @Nullable Object[] {number})
                        .toList());
        session.batch("""
                insert into intent
                    (operation, entity, type, system, kind, fields, before_fields, status, not_before, attempts)
                values (?, ?, ?, ?, ?, ?, ?, 'PLANNED', ?, 0)""", planned);
    }

    /** Per entity and system the write to be staged, or none if what is there shall only be withdrawn. */
    private static Map<Slot, Optional<Write>> wanted(Collection<Staged> staged) {
        Map<Slot, Optional<Write>> wanted = new LinkedHashMap<>();
        for (Staged each : staged) {
            String entity = each.plan().golden().id().value();
            each.plan().withdrawn().forEach(system -> wanted.put(new Slot(entity, system.name()), Optional.empty()));
            each.plan()
                    .writes()
                    .forEach(write -> wanted.put(new Slot(entity, write.system().name()), Optional.of(write)));
        }
        return wanted;
    }

    /** Withdraws what nobody has sent yet of an entity that goes; what is on its way keeps its name. */
    void retire(String entity) {
        session.run(
                "update intent set status = 'WITHDRAWN' where entity = ? and status in ('PLANNED', 'FAILED')", entity);
    }

    private static int nextOperation(Slot slot, List<Trace> before) {
        before.stream().filter(Trace::isOnItsWay).findFirst().ifPresent(sent -> {
            throw new IllegalStateException(
                    "intent %d of entity %s is on its way to %s: nothing else may be staged there until its fate is known"
                            .formatted(sent.number(), slot.entity(), slot.system()));
        });
        return before.stream().mapToInt(Trace::operation).max().orElse(0) + 1;
    }

    private static @Nullable Object[] row(Write write, int operation, Instant now) {
        return new @Nullable Object[] {
            operation,
            write.entity().value(),
            write.type().name(),
            write.system().name(),
            write.kind(),
            Json.ofValues(write.fields()),
            Json.ofValues(write.before()),
            now
        };
    }

    /** Every intent of these entities, and those on their way of entities that were redirected to them. */
    private Map<Slot, List<Trace>> traces(Collection<String> ids) {
        List<Trace> all = new ArrayList<>(tracesOf(ids));
        Map<String, String> origins = entities.redirectedTo(ids);
        if (!origins.isEmpty()) {
            tracesOf(origins.keySet()).stream()
                    .filter(Trace::isOnItsWay)
                    .map(each -> each.of(origins.getOrDefault(each.slot().entity(), "")))
                    .forEach(all::add);
        }
        return all.stream().collect(Collectors.groupingBy(Trace::slot));
    }

    private List<Trace> tracesOf(Collection<String> ids) {
        return session.rows(
                "select number, entity, system, operation, status from unnest(cast(? as varchar array)) as asked (wanted) join intent on entity = wanted",
                Trace::of,
                ids);
    }

    private static Intent intent(ResultSet row) throws SQLException {
        Write write = new Write(
                new EntityId(row.getString(3)),
                new RecordType(row.getString(4)),
                new SystemId(row.getString(5)),
                Write.Kind.valueOf(row.getString(6)),
                Json.values(row.getString(7)),
                Json.values(row.getString(8)));
        return new Intent(
                row.getLong(1),
                row.getInt(2),
                write,
                Status.valueOf(row.getString(9)),
                Session.instant(row.getLong(10)),
                row.getInt(11));
    }
}
