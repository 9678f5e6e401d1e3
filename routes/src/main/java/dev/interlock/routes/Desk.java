package dev.interlock.routes;

import dev.interlock.mapping.RecordMapping;
import dev.interlock.mapping.Translation;
import dev.interlock.match.MatchKey;
import dev.interlock.match.MatchKeys;
import dev.interlock.record.EntityId;
import dev.interlock.record.FieldValue;
import java.time.Instant;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;

/**
 * Everything that working on one record type needs: its mapping, and what follows from it.
 *
 * @param namedBy the fields by which records of other types refer to this one
 * @param identities gives a new identity at an instant; it never gives one twice
 */
public record Desk(RecordMapping mapping, Set<String> namedBy, Function<Instant, EntityId> identities) {

    public Desk {
        namedBy = Set.copyOf(namedBy);
    }

    /** A desk whose identities are random, so that no two stores give the same one. */
    public Desk(RecordMapping mapping, Set<String> namedBy) {
        this(mapping, namedBy, Desk::newIdentity);
    }

    Translation translation() {
        return new Translation(mapping);
    }

    /** The keys that identify a record with these values. */
    Set<MatchKey> identifyingKeys(Map<String, FieldValue> values) {
        return new MatchKeys(mapping).of(values);
    }

    /** All keys that an entity is found by: those that identify it, and those that others name it by. */
    Set<MatchKey> allKeys(Map<String, FieldValue> values) {
        MatchKeys keys = new MatchKeys(mapping);
        Set<MatchKey> all = new HashSet<>(keys.of(values));
        all.addAll(keys.names(values, namedBy));
        return all;
    }

    /** Whether a key looks like one that we gave. */
    static boolean isIdentity(EntityId key) {
        return key.value().matches("[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[0-9a-f]{4}-[0-9a-f]{12}");
    }

    /**
     * A new identity: a UUID of version 7 (RFC 9562), random so that two stores never give the same one, and growing with
     * time so that the store's indexes grow at their end.
     */
    private static EntityId newIdentity(Instant now) {
        UUID random = UUID.randomUUID();
        long time = now.toEpochMilli() << 16 | 0x7000L | random.getMostSignificantBits() & 0x0FFFL;
        return new EntityId(new UUID(time, random.getLeastSignificantBits()).toString());
    }
}
