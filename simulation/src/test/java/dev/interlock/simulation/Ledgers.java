package dev.interlock.simulation;

import dev.interlock.plan.Conflict;
import dev.interlock.plan.Dossier;
import dev.interlock.record.EntityId;
import dev.interlock.record.RecordKey;
import dev.interlock.record.RecordType;
import dev.interlock.record.SystemId;
import dev.interlock.stage.Intent;
import dev.interlock.stage.Ledger.AuditRow;
import dev.interlock.stage.Outbox;
import dev.interlock.stage.Quarantined;
import dev.interlock.store.JdbcStagingStore;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** What the engine's store says, looked up behind the engine's back. */
final class Ledgers {
    private final JdbcStagingStore store;
    private final Connection connection;

    Ledgers(JdbcStagingStore store, Connection connection) {
        this.store = store;
        this.connection = connection;
    }

    Optional<Dossier> dossier(EntityId id) {
        return Optional.ofNullable(
                store.inTransaction(stage -> stage.dossiers(List.of(id))).get(id));
    }

    /** Every entity that was not redirected. */
    Map<EntityId, Dossier> dossiers() {
        List<EntityId> ids = rows(
                "select id from entity where standing <> 'REDIRECTED' order by id",
                row -> new EntityId(row.getString(1)));
        Map<EntityId, Dossier> found = store.inTransaction(stage -> stage.dossiers(ids));
        return new TreeMap<>(found);
    }

    Map<EntityId, List<Conflict>> conflicts() {
        return store.inTransaction(stage -> stage.conflicts("", 1000));
    }

    /** Entities that have this key, those left out that ended with everything they had. */
    long entitiesWithKey(String form) {
        return rows(
                        "select distinct k.entity, k.form from match_key k join entity e on e.id = k.entity"
                                + " join shadow s on s.entity = k.entity"
                                + " where e.standing = 'ACTIVE' or s.state = 'DETACHED'",
                        row -> row.getString(2))
                .stream()
                .filter(form::equals)
                .count();
    }

    boolean isLinked(SimRecord record) {
        return shadows().stream()
                .anyMatch(row -> row.key().equals(new RecordKey(record.system, record.type, record.id)));
    }

    boolean hasConflicts() {
        return !rows("select 1 from conflict limit 1", row -> 1).isEmpty();
    }

    List<Quarantined> quarantined() {
        return store.inTransaction(stage -> stage.quarantined("", 1000));
    }

    List<AuditRow> history(EntityId id) {
        return store.inTransaction(stage -> stage.history(id));
    }

    /** One shadow row. */
    record ShadowRow(String id, String system, String type, String entity, boolean isCurrent, String state) {
        RecordKey key() {
            return new RecordKey(new SystemId(system), new RecordType(type), id);
        }
    }

    List<ShadowRow> shadows() {
        return rows(
                "select ext_id, system, type, entity, is_current, state from shadow order by entity, system, ext_id",
                row -> new ShadowRow(
                        row.getString(1),
                        row.getString(2),
                        row.getString(3),
                        row.getString(4),
                        row.getBoolean(5),
                        row.getString(6)));
    }

    /** How many fields the audit says were written in a run; a record that was made counts for all its fields. */
    long writesTold(String run) {
        return rows(
                        "select case when rule like 'CREATE%' then 20 else 1 end from audit where run = '" + run
                                + "' and (rule like 'UPDATE %' or rule like 'CREATE %')",
                        row -> row.getLong(1))
                .stream()
                .mapToLong(Long::longValue)
                .sum();
    }

    /** All that the store holds. */
    String everything() {
        return content(
                "entity", "shadow", "alias", "match_key", "intent", "conflict", "quarantine", "audit", "watermark");
    }

    /** One alias row: an old id, and the entity that it means. */
    record AliasRow(String id, String system, String type, String entity) {
        RecordKey key() {
            return new RecordKey(new SystemId(system), new RecordType(type), id);
        }
    }

    /** Up to where a system was read. */
    Optional<Instant> reach(SystemId system, RecordType type) {
        return store.inTransaction(stage -> stage.watermark(new Outbox.Target(system, type)))
                .reach(Instant.EPOCH);
    }

    List<AliasRow> aliases() {
        return rows(
                "select old_id, system, type, entity from alias",
                row -> new AliasRow(row.getString(1), row.getString(2), row.getString(3), row.getString(4)));
    }

    /** One intent row. */
    record IntentRow(long number, String entity, String system, int operation, String kind, Intent.Status status) {}

    List<IntentRow> intents() {
        return rows(
                "select number, entity, system, operation, kind, status from intent order by number",
                row -> new IntentRow(
                        row.getLong(1),
                        row.getString(2),
                        row.getString(3),
                        row.getInt(4),
                        row.getString(5),
                        Intent.Status.valueOf(row.getString(6))));
    }

    /** Everything the store holds, as text: two that are equal hold the same. */
    String content(String... tables) {
        StringBuilder all = new StringBuilder();
        for (String table : tables) {
            all.append(table)
                    .append(rows("select * from " + table, Ledgers::whole).stream()
                            .sorted()
                            .toList());
        }
        return all.toString();
    }

    private static String whole(ResultSet row) throws SQLException {
        StringBuilder text = new StringBuilder();
        for (int i = 1; i <= row.getMetaData().getColumnCount(); i++) {
            text.append(row.getString(i)).append('|');
        }
        return text.toString();
    }

    /** Makes a value of a row. */
    private interface Reader<T> {
        T read(ResultSet row) throws SQLException;
    }

    private <T> List<T> rows(String sql, Reader<T> reader) {
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(sql)) {
            List<T> all = new ArrayList<>();
            while (rows.next()) {
                all.add(reader.read(rows));
            }
            return all;
        } catch (SQLException broken) {
            throw new IllegalStateException(broken);
        }
    }
}
