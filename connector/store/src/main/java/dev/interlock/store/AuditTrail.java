package dev.interlock.store;

import dev.interlock.record.EntityId;
import dev.interlock.record.FieldValueText;
import dev.interlock.stage.Ledger.AuditRow;
import dev.interlock.stage.Staged;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What was decided, row by row; each row carries a hash over itself and the hash of the row before. */
final class AuditTrail {

    private static final String COLUMNS =
            "number, entity, field, rule, by_whom, was_before, is_after, run, happened_at, prev_hash, hash";
    private static final int PAGE = 5_000;

    private final Session session;

    AuditTrail(Session session) {
        this.session = session;
    }

    /** Where the chain ends. */
    private record Head(long number, String hash) {
        static Head of(ResultSet row) throws SQLException {
            return new Head(row.getLong(1), row.getString(2));
        }
    }

    private record Link(long number, AuditRow row, String previous, String hash) {
        static Link of(ResultSet row) throws SQLException {
            return new Link(row.getLong(1), auditRow(row), row.getString(10), row.getString(11));
        }
    }

    void decisions(Collection<Staged> staged, String run, Instant now) {
        List<AuditRow> rows = new ArrayList<>();
        for (Staged each : staged) {
            EntityId entity = each.plan().golden().id();
            each.plan()
                    .decisions()
                    .forEach(decision -> rows.add(new AuditRow(
                            entity,
                            decision.field(),
                            decision.rule(),
                            decision.by(),
                            decision.was().map(FieldValueText::write).orElse(""),
                            decision.is().map(FieldValueText::write).orElse(""),
                            run,
                            now)));
        }
        append(rows);
    }

    /** Appends in the given order. The head stays locked until the transaction ends, so that the chain never forks. */
    void append(List<AuditRow> rows) {
        if (rows.isEmpty()) {
            return;
        }
        Head head = session.rows("select number, hash from audit_head where id = 1 for update", Head::of)
                .getFirst();
        List<@Nullable Object[]> links = new ArrayList<>(rows.size());
        for (AuditRow each : rows) {
            AuditRow row = storable(each);
            Head next = new Head(head.number() + 1, hash(head, row));
            links.add(parameters(row, head, next));
            head = next;
        }
        session.batch("insert into audit (" + COLUMNS + ") values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)", links);
        session.run("update audit_head set number = ?, hash = ? where id = 1", head.number(), head.hash());
    }

    List<AuditRow> history(EntityId entity) {
        return session.rows(
                "select " + COLUMNS + " from audit where entity = ? order by number",
                AuditTrail::auditRow,
                entity.value());
    }

    List<AuditRow> ofRun(String run) {
        return session.rows(
                "select " + COLUMNS + " from audit where run = ? order by number", AuditTrail::auditRow, run);
    }

    /** Walks the whole chain. */
    AuditVerdict verify() {
        Head head = new Head(0, "");
        List<Link> page;
        do {
            page = session.rows(
                    "select " + COLUMNS + " from audit where number > ? order by number limit ?",
                    Link::of,
                    head.number(),
                    PAGE);
            for (Link link : page) {
                long expected = head.number() + 1;
                if (link.number() != expected) {
                    return new AuditVerdict.Broken(expected, "row " + expected + " is missing");
                }
                if (!link.previous().equals(head.hash()) || !link.hash().equals(hash(head, link.row()))) {
                    return new AuditVerdict.Broken(expected, "row " + expected + " is not what was written");
                }
                head = new Head(link.number(), link.hash());
            }
        } while (page.size() == PAGE);
        return ending(head);
    }

    private AuditVerdict ending(Head reached) {
        Head stored = session.rows("select number, hash from audit_head where id = 1", Head::of)
                .getFirst();
        return stored.equals(reached)
                ? new AuditVerdict.Intact(reached.number())
                : new AuditVerdict.Broken(
                        reached.number() + 1, "the chain should end with row " + stored.number() + ", but does not");
    }

    private static String hash(Head before, AuditRow row) {
        StringBuilder text = new StringBuilder(256).append(before.hash()).append(before.number() + 1);
        for (String part : List.of(
                row.entity().value(),
                row.field(),
                row.rule(),
                row.by(),
                row.was(),
                row.is(),
                row.run(),
                row.at().toString())) {
            text.append('\n').append(part.length()).append(':').append(part);
        }
        return Storable.sha256(text.toString());
    }

    /** The row as it will come back, so that its hash can be checked. */
    private static AuditRow storable(AuditRow row) {
        return new AuditRow(
                new EntityId(Storable.text(row.entity().value())),
                Storable.text(row.field()),
                Storable.text(row.rule()),
                Storable.text(row.by()),
                Storable.text(row.was()),
                Storable.text(row.is()),
                Storable.text(row.run()),
                row.at());
    }

    private static @Nullable Object[] parameters(AuditRow row, Head before, Head now) {
        return new @Nullable Object[] {
            now.number(),
            row.entity().value(),
            row.field(),
            row.rule(),
            row.by(),
            row.was(),
            row.is(),
            row.run(),
            row.at().toString(),
            before.hash(),
            now.hash()
        };
    }

    private static AuditRow auditRow(ResultSet row) throws SQLException {
        return new AuditRow(
                new EntityId(row.getString(2)),
                row.getString(3),
                row.getString(4),
                row.getString(5),
                row.getString(6),
                row.getString(7),
                row.getString(8),
                Instant.parse(row.getString(9)));
    }
}
