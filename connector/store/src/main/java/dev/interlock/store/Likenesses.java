package dev.interlock.store;

import dev.interlock.record.EntityId;
import dev.interlock.record.RecordKey;
import dev.interlock.record.RecordType;
import dev.interlock.record.SystemId;
import dev.interlock.stage.Cause;
import dev.interlock.stage.Judgement;
import dev.interlock.stage.WhoIsWho;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Clues, lessons and judgements, each in a table. */
final class Likenesses implements WhoIsWho {

    private static final String COLUMNS =
            "select ext_id, system, type, entity, verdict, evidence, is_lapsed, by_whom, reason, decided_at from ";

    private final Session session;
    private final ClueRows clues;

    Likenesses(Session session) {
        this.session = session;
        this.clues = new ClueRows(session);
    }

    ClueRows clues() {
        return clues;
    }

    @Override
    public Map<Long, Set<EntityId>> sharing(Collection<Long> asked, int most) {
        return clues.sharing(asked, most);
    }

    @Override
    public Optional<Lesson> lesson(RecordType type) {
        return session
                .rows(
                        "select version, content, learnt_at from lesson where type = ? order by version desc limit 1",
                        row -> new Lesson(row.getInt(1), row.getString(2), Session.instant(row.getLong(3))),
                        type.name())
                .stream()
                .findFirst();
    }

    @Override
    public int keep(RecordType type, String text, Instant at) {
        int version = lesson(type).map(Lesson::version).orElse(0) + 1;
        session.run(
                "insert into lesson (type, version, content, learnt_at) values (?, ?, ?, ?)",
                type.name(),
                version,
                text,
                at);
        return version;
    }

    @Override
    public Map<RecordKey, List<Judgement>> judgements(Collection<RecordKey> records) {
        Map<RecordKey, List<Judgement>> found = new HashMap<>();
        if (records.isEmpty()) {
            return found;
        }
        Set<RecordKey> wanted = new HashSet<>(records);
        session
                .rows(
                        COLUMNS + "unnest(cast(? as varchar array)) as asked (wanted) join judgement on ext_id = wanted"
                                + " order by entity",
                        Likenesses::judgement,
                        records.stream().map(RecordKey::id).toList())
                .stream()
                .filter(judgement -> wanted.contains(judgement.record()))
                .forEach(judgement -> found.computeIfAbsent(judgement.record(), any -> new ArrayList<>())
                        .add(judgement));
        return found;
    }

    @Override
    public List<Judgement> judgements(int limit) {
        return session.rows(
                COLUMNS + "judgement where verdict <> ? order by decided_at desc, ext_id, entity limit ?",
                Likenesses::judgement,
                Judgement.Verdict.ASKED,
                limit);
    }

    @Override
    public void judge(Collection<Judgement> judgements) {
        List<@Nullable Object[]> old = new ArrayList<>();
        List<@Nullable Object[]> rows = new ArrayList<>();
        for (Judgement one : judgements) {
            String id = Storable.text(one.record().id());
            String system = one.record().system().name();
            String type = one.record().type().name();
            String entity = one.entity().value();
            old.add(new @Nullable Object[] {id, system, type, entity});
            rows.add(new @Nullable Object[] {
                id,
                system,
                type,
                entity,
                one.verdict(),
                one.evidence(),
                one.isLapsed(),
                one.by(),
                one.reason(),
                one.at()
            });
        }
        session.batch("delete from judgement where ext_id = ? and system = ? and type = ? and entity = ?", old);
        session.batch("""
                insert into judgement (ext_id, system, type, entity, verdict, evidence, is_lapsed, by_whom, reason, decided_at)
                values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)""", rows);
    }

    @Override
    public int unjudge(RecordKey record) {
        return session.run(
                "delete from judgement where ext_id = ? and system = ? and type = ?",
                record.id(),
                record.system().name(),
                record.type().name());
    }

    @Override
    public Set<RecordKey> decided() {
        return new HashSet<>(session.rows("""
                select j.ext_id, j.system, j.type from judgement j join quarantine q
                    on q.key_id = j.ext_id and q.system = j.system and q.type = j.type
                where not j.is_lapsed and j.verdict <> ? and q.step = ?""", Likenesses::key, Judgement.Verdict.ASKED, Cause.Step.MATCH));
    }

    @Override
    public Set<EntityId> asked(SystemId system) {
        return new HashSet<>(session.rows(
                """
                select j.entity from judgement j join quarantine q
                    on q.key_id = j.ext_id and q.system = j.system and q.type = j.type
                where j.system = ? and j.verdict = ? and q.step = ?""", row -> new EntityId(row.getString(1)), system.name(), Judgement.Verdict.ASKED, Cause.Step.MATCH));
    }

    /** What was decided about an entity counts for the one that carries on. */
    void redirect(String from, String to) {
        clues.redirect(from, to);
        session.run("""
                delete from judgement where entity = ? and exists (select 1 from judgement other where other.entity = ?
                    and other.ext_id = judgement.ext_id and other.system = judgement.system
                    and other.type = judgement.type)""", from, to);
        session.run("update judgement set entity = ? where entity = ?", to, from);
    }

    private static RecordKey key(ResultSet row) throws SQLException {
        return new RecordKey(new SystemId(row.getString(2)), new RecordType(row.getString(3)), row.getString(1));
    }

    private static Judgement judgement(ResultSet row) throws SQLException {
        return new Judgement(
                key(row),
                new EntityId(row.getString(4)),
                Judgement.Verdict.valueOf(row.getString(5)),
                row.getString(6),
                row.getBoolean(7),
                row.getString(8),
                row.getString(9),
                Session.instant(row.getLong(10)));
    }
}
