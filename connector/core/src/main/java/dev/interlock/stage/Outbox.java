package dev.interlock.stage;

import dev.interlock.plan.Write;
import dev.interlock.record.EntityId;
import dev.interlock.record.RecordType;
import dev.interlock.record.SystemId;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;

/** The outgoing writes of the staging store. */
public interface Outbox {

    /** Planned intents of a system and type that are due, in the order of their numbers, after the given number. */
    List<Intent> due(Target target, Instant now, long after, int limit);

    /** Refused intents of a system and type, in the order of their numbers. */
    List<Intent> refused(Target target, long after, int limit);

    /**
     * The creates of these entities in a system that were ever sent, whatever became of them, in the order of their numbers.
     */
    List<Intent> creates(Collection<EntityId> entities, SystemId system);

    /** How many planned intents of one kind there are. */
    long countDue(Target target, Write.Kind kind);

    /** Intents whose fate is not known: sent by a process that died, or unanswered; due by now. */
    List<Intent> unsettled(Target target, Instant now, int limit);

    /**
     * Moves intents on.
     *
     * @param notBefore for those that become planned or unknown: they wait until then
     * @throws IllegalStateException if one may not make that step; nothing is moved then
     */
    void move(Collection<Intent> intents, Intent.Status next, Instant notBefore);

    /** How many intents are in each status that is not an end. */
    Map<Intent.Status, Long> countOpen(SystemId system);

    /** Where intents go. */
    record Target(SystemId system, RecordType type) {}
}
