package dev.interlock.stage;

import dev.interlock.record.EntityId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** What has been read, what has been run, and what has been decided. */
public interface Ledger {

    Watermark watermark(Outbox.Target source);

    void saveWatermark(Outbox.Target source, Watermark watermark);

    /** Appends to the audit; nothing is ever changed or taken away there. A row without a run gets the present one. */
    void audit(List<AuditRow> rows);

    /** The audit of one entity, oldest first. */
    List<AuditRow> history(EntityId entity);

    /** Everything that one run left in the audit, oldest first. Walks the whole audit. */
    List<AuditRow> ofRun(String run);

    /** Stores how a run went; {@code report} is JSON. */
    void saveRun(Run run);

    Optional<Run> lastRun();

    /** Calls made to a system on a day (UTC), ours included from earlier runs: what the daily budget is counted by. */
    long calls(String system, String day);

    void addCalls(String system, String day, long calls);

    /** A small value kept under a name: the configuration's fingerprint, a description of a system's schema. */
    Optional<String> remembered(String name);

    void remember(String name, String value);

    /**
     * One row of the audit.
     *
     * @param field which field; {@code *} for the whole record
     * @param rule the decision or step: {@code D3}, {@code R5}, {@code confirmed}
     * @param by system, person or {@code interlock}
     * @param was the value before, as {@code FieldValueText} writes it; blank if none
     * @param is the value afterwards
     */
    record AuditRow(
            EntityId entity, String field, String rule, String by, String was, String is, String run, Instant at) {}

    /** One run of the program. */
    record Run(String id, String kind, Instant started, Instant ended, boolean converged, String report) {}
}
