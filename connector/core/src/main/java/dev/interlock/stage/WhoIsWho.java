package dev.interlock.stage;

import dev.interlock.record.EntityId;
import dev.interlock.record.RecordKey;
import dev.interlock.record.RecordType;
import dev.interlock.record.SystemId;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** What the store knows beside keys of who is who: clues, what was learnt, and what people decided. */
public interface WhoIsWho {

    /**
     * The active entities that have these clues. A clue that more than {@code most} entities have leads nowhere and is left
     * out, as is one that nobody has.
     */
    Map<Long, Set<EntityId>> sharing(Collection<Long> clues, int most);

    /** What was learnt last of records of a type, as its writer wrote it. */
    Optional<Lesson> lesson(RecordType type);

    /** Keeps what was learnt; answers its version, which counts from 1. */
    int keep(RecordType type, String text, Instant at);

    /** What people decided about these records, also what lapsed, in order of entity. */
    Map<RecordKey, List<Judgement>> judgements(Collection<RecordKey> records);

    /** All decisions of people, the newest first, at most {@code limit}. */
    List<Judgement> judgements(int limit);

    /** Keeps judgements, each in place of an earlier one about the same record and entity. */
    void judge(Collection<Judgement> judgements);

    /** Takes all judgements about a record back; answers how many there were. */
    int unjudge(RecordKey record);

    /** Records that a person decided about, and that are still set aside for it. */
    Set<RecordKey> decided();

    /** Entities that a record of that system, which is set aside, may be: a person is asked, and has not answered. */
    Set<EntityId> asked(SystemId system);

    /** Something learnt; the version counts from 1. */
    record Lesson(int version, String text, Instant at) {}
}
