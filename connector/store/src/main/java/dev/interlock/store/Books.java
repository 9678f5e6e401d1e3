package dev.interlock.store;

import dev.interlock.record.EntityId;
import dev.interlock.stage.Ledger;
import dev.interlock.stage.Outbox;
import dev.interlock.stage.Watermark;
import java.util.List;
import java.util.Optional;

/** What has been read, run, called and remembered; each a row under its name. */
final class Books implements Ledger {

    private final Session session;
    private final AuditTrail trail;

    Books(Session session) {
        this.session = session;
        this.trail = new AuditTrail(session);
    }

    @Override
    public Watermark watermark(Outbox.Target source) {
        return session
                .rows(
                        "select covered from watermark where system = ? and type = ?",
                        row -> Json.covered(row.getString(1)),
                        source.system().name(),
                        source.type().name())
                .stream()
                .findFirst()
                .orElse(Watermark.NONE);
    }

    @Override
    public void saveWatermark(Outbox.Target source, Watermark watermark) {
        String covered = Json.ofCovered(watermark);
        String system = source.system().name();
        String type = source.type().name();
        if (session.run("update watermark set covered = ? where system = ? and type = ?", covered, system, type) == 0) {
            session.run("insert into watermark (covered, system, type) values (?, ?, ?)", covered, system, type);
        }
    }

    @Override
    public void audit(List<AuditRow> rows) {
        trail.append(rows);
    }

    @Override
    public List<AuditRow> history(EntityId entity) {
        return trail.history(entity);
    }

    @Override
    public void saveRun(Run run) {
        session.run("delete from run where id = ?", run.id());
        session.run(
                "insert into run (id, kind, started_at, ended_at, converged, report) values (?, ?, ?, ?, ?, ?)",
                run.id(),
                run.kind(),
                run.started(),
                run.ended(),
                run.converged(),
                run.report());
    }

    @Override
    public Optional<Run> lastRun() {
        return session
                .rows(
                        """
                        select id, kind, started_at, ended_at, converged, report from run
                        order by started_at desc, ended_at desc limit 1""",
                        row -> new Run(
                                row.getString(1),
                                row.getString(2),
                                Session.instant(row.getLong(3)),
                                Session.instant(row.getLong(4)),
                                row.getBoolean(5),
                                row.getString(6)))
                .stream()
                .findFirst();
    }

    @Override
    public long calls(String system, String day) {
        return session
                .rows("select made from calls where system = ? and on_day = ?", row -> row.getLong(1), system, day)
                .stream()
                .findFirst()
                .orElse(0L);
    }

    @Override
    public void addCalls(String system, String day, long calls) {
        if (session.run("update calls set made = made + ? where system = ? and on_day = ?", calls, system, day) == 0) {
            session.run("insert into calls (made, system, on_day) values (?, ?, ?)", calls, system, day);
        }
    }

    @Override
    public Optional<String> remembered(String name) {
        return session.rows("select content from remembered where name = ?", row -> row.getString(1), name).stream()
                .findFirst();
    }

    @Override
    public void remember(String name, String value) {
        if (session.run("update remembered set content = ? where name = ?", value, name) == 0) {
            session.run("insert into remembered (content, name) values (?, ?)", value, name);
        }
    }
}
