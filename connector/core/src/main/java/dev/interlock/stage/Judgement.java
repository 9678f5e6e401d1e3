package dev.interlock.stage;

import dev.interlock.record.EntityId;
import dev.interlock.record.RecordKey;
import java.time.Instant;

/**
 * What a person decided about a record and an entity it may be. It counts as long as what was compared stays as it was.
 *
 * @param evidence a fingerprint of what was compared
 * @param isLapsed whether what was compared changed since, so that it does not count any more
 * @param by the person
 * @param reason why
 */
public record Judgement(
        RecordKey record,
        EntityId entity,
        Verdict verdict,
        String evidence,
        boolean isLapsed,
        String by,
        String reason,
        Instant at) {

    /** What can be decided. */
    public enum Verdict {
        SAME,
        DIFFERENT,
        /** Nothing yet: a person is asked. */
        ASKED
    }

    /** This judgement, which does not count any more. */
    public Judgement lapsed() {
        return new Judgement(record, entity, verdict, evidence, true, by, reason, at);
    }
}
