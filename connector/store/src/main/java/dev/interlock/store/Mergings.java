package dev.interlock.store;

import dev.interlock.plan.Golden;
import dev.interlock.record.EntityId;
import dev.interlock.record.RecordKey;
import dev.interlock.record.RecordType;
import dev.interlock.record.SystemId;
import dev.interlock.stage.Merges;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** What entities were before they became one. */
final class Mergings implements Merges {

    private static final String OF_ENTITY =
            "select number, winner, loser, winner_fields, loser_fields, merged_at from merging";

    private final Session session;

    Mergings(Session session) {
        this.session = session;
    }

    /** Keeps what both are, just before one is redirected to the other. */
    void keep(String loser, String winner, Instant at) {
        session.run("""
                insert into merging (winner, loser, winner_fields, loser_fields, merged_at)
                select w.id, l.id, w.fields, l.fields, ? from entity w join entity l on l.id = ? where w.id = ?""", at, loser, winner);
        long number = session.rows("select max(number) from merging", row -> row.getLong(1))
                .getFirst();
        for (String entity : List.of(loser, winner)) {
            session.run("""
                    insert into merging_record (number, ext_id, system, type, entity, is_current, is_alias, state)
                    select cast(? as bigint), ext_id, system, type, entity, is_current, false, state from shadow
                    where entity = ?""", number, entity);
            session.run("""
                    insert into merging_record (number, ext_id, system, type, entity, is_current, is_alias, state)
                    select cast(? as bigint), old_id, system, type, entity, false, true, '' from alias a
                    where entity = ? and not exists (select 1 from merging_record m where m.number = ?
                        and m.ext_id = a.old_id and m.system = a.system and m.type = a.type)""", number, entity, number);
        }
    }

    @Override
    public List<Merge> of(EntityId entity) {
        return session.rows(
                OF_ENTITY + " where (winner = ? or loser = ?) and parted_at is null order by number desc",
                this::merge,
                entity.value(),
                entity.value());
    }

    private Merge merge(ResultSet row) throws SQLException {
        long number = row.getLong(1);
        String loser = row.getString(3);
        Set<RecordKey> records = new HashSet<>(session.rows(
                "select ext_id, system, type from merging_record where number = ? and entity = ? and not is_alias",
                each -> new RecordKey(
                        new SystemId(each.getString(2)), new RecordType(each.getString(3)), each.getString(1)),
                number,
                loser));
        return new Merge(
                number,
                new EntityId(row.getString(2)),
                new EntityId(loser),
                Json.golden(row.getString(4)),
                Json.golden(row.getString(5)),
                records,
                Session.instant(row.getLong(6)));
    }

    @Override
    public void part(Merge merge, Instant at) {
        String winner = merge.winner().value();
        String loser = merge.loser().value();
        giveBack(merge.number(), winner, loser);
        standAgain(merge.number(), winner);
        session.run(
                "update entity set redirect_to = null, standing = ?, version = version + 1, fields = ? where id = ?",
                Golden.Standing.ACTIVE,
                Json.ofGolden(merge.loserWas()),
                loser);
        for (String earlier : mergedInto(loser)) {
            session.run("update entity set redirect_to = ? where id = ?", loser, earlier);
        }
        session.run("update merging set parted_at = ? where number = ?", at, merge.number());
    }

    /** A record that the merge had retired, because both had one in that system, is in the state that it was in. */
    private void giveBack(long number, String winner, String loser) {
        session.run("""
                update shadow set entity = ?, state = case when is_current then state else (select m.state
                        from merging_record m where m.number = ? and m.ext_id = shadow.ext_id
                            and m.system = shadow.system and m.type = shadow.type) end,
                    is_current = (select m.is_current from merging_record m where m.number = ?
                        and m.ext_id = shadow.ext_id and m.system = shadow.system and m.type = shadow.type)
                where entity = ? and exists (select 1 from merging_record m where m.number = ? and m.entity = ?
                    and not m.is_alias and m.ext_id = shadow.ext_id and m.system = shadow.system
                    and m.type = shadow.type)""", loser, number, number, winner, number, loser);
        session.run("""
                update alias set entity = ? where entity = ? and exists (select 1 from merging_record m
                    where m.number = ? and m.entity = ? and m.is_alias and m.ext_id = alias.old_id
                        and m.system = alias.system and m.type = alias.type)
                    and exists (select 1 from shadow s where s.entity = ? and s.system = alias.system
                        and s.type = alias.type)""", loser, winner, number, loser, loser);
    }

    /** Where the loser's record had taken the place of the winner's own, that one stands for it again. */
    private void standAgain(long number, String winner) {
        session.run("""
                update shadow set is_current = true where entity = ? and not is_current
                    and exists (select 1 from merging_record m where m.number = ? and m.entity = ? and m.is_current
                        and m.ext_id = shadow.ext_id and m.system = shadow.system and m.type = shadow.type)
                    and not exists (select 1 from shadow other where other.entity = ? and other.is_current
                        and other.system = shadow.system)""", winner, number, winner, winner);
    }

    /** What was redirected to an entity, straight or by way of others. */
    private Set<String> mergedInto(String entity) {
        Set<String> all = new HashSet<>();
        Deque<String> open = new ArrayDeque<>(List.of(entity));
        while (!open.isEmpty()) {
            session
                    .rows(
                            "select loser from merging where winner = ? and parted_at is null",
                            row -> row.getString(1),
                            open.pop())
                    .stream()
                    .filter(all::add)
                    .forEach(open::push);
        }
        return all;
    }

    @Override
    public void move(RecordKey record, EntityId to) {
        String system = record.system().name();
        String type = record.type().name();
        session.run("""
                update alias set entity = ? where system = ? and type = ? and entity in
                    (select s.entity from shadow s where s.ext_id = ? and s.system = ? and s.type = ?)""", to.value(), system, type, record.id(), system, type);
        session.run(
                "update shadow set entity = ?, is_current = true where ext_id = ? and system = ? and type = ?",
                to.value(),
                record.id(),
                system,
                type);
    }
}
