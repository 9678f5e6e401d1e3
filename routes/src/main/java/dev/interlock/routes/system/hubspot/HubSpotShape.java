package dev.interlock.routes.system.hubspot;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.interlock.mapping.Association;
import dev.interlock.record.Fate;
import dev.interlock.record.Observation;
import dev.interlock.record.RawFields;
import dev.interlock.record.RecordKey;
import dev.interlock.record.RecordType;
import dev.interlock.record.SystemId;
import dev.interlock.routes.system.Json;
import dev.interlock.routes.system.Trouble;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** How a HubSpot record looks, in and out. All values are texts; an empty text clears. */
final class HubSpotShape {

    /** Properties that tell which records were merged into this one: {@code a;b} and {@code id:stamp;id:stamp}. */
    static final List<String> MERGE_TRAIL = List.of("hs_merged_object_ids", "hs_calculated_merged_vids");

    private final SystemId system;
    private final RecordType type;

    HubSpotShape(SystemId system, RecordType type) {
        this.system = system;
        this.type = type;
    }

    Observation observation(JsonNode record, Set<String> columns, Instant readAt) {
        RawFields fields = Json.columns(record.path("properties"), columns);
        Fate fate = record.path("archived").asBoolean(false) ? new Fate.Gone(Fate.Evidence.REPORTED) : new Fate.Live();
        return new Observation(key(record.path("id").asText()), fate, fields, changedAt(record), readAt);
    }

    /** What a record tells of others: that they were merged into it. */
    List<Observation> losers(JsonNode record, Instant readAt) {
        List<Observation> losers = new ArrayList<>();
        String winner = record.path("id").asText();
        for (String trail : MERGE_TRAIL) {
            for (String entry : record.path("properties").path(trail).asText("").split(";", -1)) {
                String id = entry.split(":", 2)[0].trim();
                if (!id.isEmpty() && !id.equals(winner) && !id.equals("null")) {
                    losers.add(new Observation(
                            key(id), new Fate.MergedInto(winner), RawFields.NONE, changedAt(record), readAt));
                }
            }
        }
        return losers;
    }

    private RecordKey key(String id) {
        return new RecordKey(system, type, id);
    }

    /**
     * When the record last changed.
     *
     * @throws Trouble of kind NONSENSE if it does not tell
     */
    static Instant changedAt(JsonNode record) {
        try {
            return Instant.parse(record.path("updatedAt").asText());
        } catch (DateTimeException broken) {
            throw Trouble.of(
                    Trouble.Kind.NONSENSE,
                    "NO_STAMP",
                    "record " + record.path("id").asText() + " has no updatedAt");
        }
    }

    /** The columns that are properties; associations go another way. */
    static ObjectNode properties(RawFields columns) {
        ObjectNode properties = Json.object();
        columns.byName().forEach((name, text) -> {
            if (Association.of(name).isEmpty()) {
                properties.put(name, text.orElse(""));
            }
        });
        return properties;
    }
}
