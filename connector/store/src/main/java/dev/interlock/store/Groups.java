package dev.interlock.store;

import dev.interlock.stage.Cause;
import dev.interlock.stage.FailureGroup;
import dev.interlock.stage.FailureGroup.Handling;
import dev.interlock.stage.FailureGroup.State;
import dev.interlock.stage.FailureGroups;
import dev.interlock.stage.Quarantined;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Failures by cause: one row a fingerprint, which outlives the failures. */
final class Groups implements FailureGroups {

    private final Session session;
    private final Instant now;

    Groups(Session session, Instant now) {
        this.session = session;
        this.now = now;
    }

    /** Counts failures in; a group that was resolved opens again, and keeps who looks after it. */
    void happened(Collection<Quarantined> failures) {
        Map<String, Quarantined> newest = new LinkedHashMap<>();
        Map<String, Long> times = new HashMap<>();
        for (Quarantined each : failures) {
            String fingerprint = each.cause().fingerprint();
            newest.merge(fingerprint, each, (a, b) -> b.last().isBefore(a.last()) ? a : b);
            times.merge(fingerprint, 1L, Long::sum);
        }
        newest.forEach((fingerprint, failure) -> {
            if (again(fingerprint, failure, times.getOrDefault(fingerprint, 1L)) == 0) {
                insert(fingerprint, failure, times.getOrDefault(fingerprint, 1L));
            }
        });
    }

    private int again(String fingerprint, Quarantined failure, long times) {
        Cause cause = failure.cause();
        return session.run("""
                update failure_group set seen = seen + ?, last_at = ?, message = ?, rule = ?,
                    state = case when state = 'RESOLVED' then 'OPEN' else state end
                where fingerprint = ?""", times, failure.last(), cause.message(), cause.rule(), fingerprint);
    }

    private void insert(String fingerprint, Quarantined failure, long times) {
        List<@Nullable Object> all = Quarantine.parametersOf(failure.cause());
        all.addAll(List.of(fingerprint, State.OPEN, "interlock", "", times, failure.since(), failure.last()));
        session.run("""
                insert into failure_group (step, system, type, code, message, columns, rule, fingerprint, state, by_whom,
                    reason, seen, first_at, last_at) values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)""", all.toArray());
    }

    /** Of these groups, those that hold up nothing any more are resolved. */
    void resolveEmpty(Set<String> fingerprints) {
        List<@Nullable Object[]> each = new ArrayList<>();
        fingerprints.forEach(one -> each.add(new @Nullable Object[] {now, one, one}));
        session.batch("""
                update failure_group set state = 'RESOLVED', by_whom = 'interlock', until_at = null, last_at = ?,
                    reason = 'everything it held up went through'
                where fingerprint = ? and not exists (select 1 from quarantine where quarantine.fingerprint = ?)""", each);
    }

    @Override
    public List<FailureGroup> all() {
        return session.rows("""
                select step, system, type, code, message, columns, rule, g.fingerprint, state, assignee, until_at, by_whom,
                    reason, coalesce(held.open, 0), seen, first_at, last_at
                from failure_group g left join
                    (select fingerprint, count(*) as open from quarantine group by fingerprint) held
                    on held.fingerprint = g.fingerprint
                order by coalesce(held.open, 0) desc, last_at desc, g.fingerprint""", this::group);
    }

    @Override
    public void handle(String fingerprint, Handling handling) {
        int found = session.run(
                """
                update failure_group set state = ?, assignee = ?, until_at = ?, by_whom = ?, reason = ?
                where fingerprint = ?""",
                handling.state(),
                handling.assignee().orElse(null),
                handling.until().map(Session::nanos).orElse(null),
                handling.by(),
                handling.reason(),
                fingerprint);
        if (found == 0) {
            throw new IllegalArgumentException("there is no group of failures " + fingerprint);
        }
    }

    @Override
    public Optional<Quarantined> failure(String id) {
        return Quarantine.byId(session, id);
    }

    private FailureGroup group(ResultSet row) throws SQLException {
        long until = row.getLong(11);
        Optional<Instant> end = row.wasNull() ? Optional.empty() : Optional.of(Session.instant(until));
        Handling handling = new Handling(
                State.valueOf(row.getString(9)),
                Optional.ofNullable(row.getString(10)),
                end,
                row.getString(12),
                row.getString(13));
        return new FailureGroup(
                row.getString(8),
                Quarantine.cause(row),
                handling.at(now),
                row.getLong(14),
                row.getLong(15),
                Session.instant(row.getLong(16)),
                Session.instant(row.getLong(17)));
    }
}
