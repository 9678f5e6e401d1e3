package dev.interlock.routes.system.hubspot;

import com.fasterxml.jackson.databind.JsonNode;
import dev.interlock.hubspot.HubSpotOperation;
import dev.interlock.mapping.Binding;
import dev.interlock.mapping.Field;
import dev.interlock.mapping.Place;
import dev.interlock.mapping.RecordMapping;
import dev.interlock.record.SystemId;
import dev.interlock.routes.system.Errand;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Holds a mapping against the account's property definitions. */
final class HubSpotCheck {

    private final HubSpot hubspot;

    HubSpotCheck(HubSpot hubspot) {
        this.hubspot = hubspot;
    }

    List<String> check(RecordMapping mapping, SystemId system) {
        List<String> problems = new ArrayList<>();
        mapping.place(system).ifPresent(place -> {
            Map<String, JsonNode> properties = properties(mapping, place);
            place.keyColumn().ifPresent(key -> checkKey(place.object(), key, properties, problems));
            for (Field field : mapping.fields().values()) {
                field.in(system).ifPresent(binding -> check(place.object(), field, binding, properties, problems));
            }
        });
        return problems;
    }

    private Map<String, JsonNode> properties(RecordMapping mapping, Place place) {
        JsonNode answer = hubspot.call(
                        Errand.reading(mapping.type()),
                        HubSpot.Request.of(HubSpotOperation.PROPERTIES_LIST, place.object(), ""))
                .body();
        Map<String, JsonNode> properties = new HashMap<>();
        answer.path("results")
                .forEach(property -> properties.put(property.path("name").asText(), property));
        return properties;
    }

    private static void checkKey(String object, String key, Map<String, JsonNode> properties, List<String> problems) {
        JsonNode property = properties.get(key);
        if (property == null) {
            problems.add(object + " has no property " + key + ": create it as a single-line text with unique values");
        } else if (!property.path("hasUniqueValue").asBoolean()) {
            problems.add(object + "." + key + " must have unique values, or a create could be done twice");
        }
    }

    private static void check(
            String object, Field field, Binding binding, Map<String, JsonNode> properties, List<String> problems) {
        for (String column : binding.lens().columns()) {
            JsonNode property = properties.get(column);
            if (property == null) {
                problems.add(field.name() + ": there is no property " + object + "." + column);
            } else if (binding.isWritten()
                    && property.path("modificationMetadata")
                            .path("readOnlyValue")
                            .asBoolean()) {
                problems.add(field.name() + ": " + object + "." + column + " cannot be written; say direction: in");
            }
        }
    }
}
