package dev.interlock.store;

import dev.interlock.record.EntityId;
import dev.interlock.stage.Ledger;
import dev.interlock.stage.Outbox;
import dev.interlock.stage.Watermark;
import java.util.List;
import java.util.Optional;

/** What has been read, run, called and remembered; each a row under its name. */
class Books implements Ledger {

    private final Session session;
    private final String run;
    private final AuditTrail trail;

    /** @param run what rows of the audit get that do not name a run themselves */
    Books(Session session, String run) {
        this.session = session;
        this.run = run;
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
        trail.append(rows.stream().map(this::inRun).toList());
    }

    private AuditRow inRun(AuditRow row) {
        return row.run().isEmpty()
                ? new AuditRow(row.entity(), row.field(), row.rule(), row.by(), row.was(), row.is(), run, row.at())
                : row;
    }

    @Override
    public List<AuditRow> ofRun(String id) {
        return trail.ofRun(id);
    }

    @Override
    public List<AuditRow> history(EntityId entity) {
        return trail.history(entity);
    }

    @Override
    public void saveRun(Run finished) {
        session.run("delete from run where id = ?", finished.id());
        session.run(
                "insert into run (id, kind, started_at, ended_at, converged, report) values (?, ?, ?, ?, ?, ?)",
                finished.id(),
                finished.kind(),
                finished.started(),
                finished.ended(),
                finished.converged(),
                finished.report());
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
