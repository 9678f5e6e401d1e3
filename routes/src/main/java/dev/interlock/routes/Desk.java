package dev.interlock.routes;

import dev.interlock.mapping.Configuration;
import dev.interlock.mapping.Place;
import dev.interlock.mapping.RecordMapping;
import dev.interlock.mapping.Translation;
import dev.interlock.match.MatchKey;
import dev.interlock.match.MatchKeys;
import dev.interlock.record.EntityId;
import dev.interlock.record.Fate;
import dev.interlock.record.FieldValue;
import dev.interlock.record.Observation;
import dev.interlock.record.RecordKey;
import dev.interlock.record.SystemId;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;

/**
 * Everything that working on one record type needs: its mapping, and what follows from it.
 *
 * @param configuration which other record types there are
 * @param identities gives a new identity at an instant; it never gives one twice
 */
public record Desk(RecordMapping mapping, Configuration configuration, Function<Instant, EntityId> identities) {

    /** A desk whose identities are random, so that no two stores give the same one. */
    public Desk(RecordMapping mapping, Configuration configuration) {
        this(mapping, configuration, Desk::newIdentity);
    }

    /** Where the records of this type are in a system that has them. */
    Place place(SystemId system) {
        return mapping.place(system)
                .orElseThrow(() -> new IllegalStateException(mapping.type() + " has no place in " + system));
    }

    Translation translation() {
        return new Translation(mapping);
    }

    /** Our external key, where a record carries one. */
    Optional<EntityId> ownKey(Observation observation) {
        return mapping.place(observation.system())
                .flatMap(Place::keyColumn)
                .flatMap(column -> observation.fields().text(column))
                .map(EntityId::new);
    }

    /** The keys that identify a record with these values. */
    Set<MatchKey> identifyingKeys(Map<String, FieldValue> values) {
        return new MatchKeys(mapping).of(values);
    }

    /** All keys that an entity is found by: those that identify it, and those that others name it by. */
    Set<MatchKey> allKeys(Map<String, FieldValue> values) {
        MatchKeys keys = new MatchKeys(mapping);
        Set<MatchKey> all = new HashSet<>(keys.of(values));
        all.addAll(keys.names(values, configuration.namedBy(mapping.type())));
        return all;
    }

    /** What a conversion made, as records of our types; an object that is not ours keeps its own name. */
    Observation typed(Observation observation) {
        if (!(observation.fate() instanceof Fate.ConvertedInto converted)) {
            return observation;
        }
        List<RecordKey> successors = converted.successors().stream()
                .map(key -> new RecordKey(
                        key.system(),
                        configuration.typeIn(key.system(), key.type().name()).orElse(key.type()),
                        key.id()))
                .toList();
        return new Observation(
                observation.key(),
                new Fate.ConvertedInto(successors),
                observation.fields(),
                observation.changedAt(),
                observation.readAt());
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
