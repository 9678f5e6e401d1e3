package dev.interlock.routes.system.hubspot;

import com.fasterxml.jackson.databind.JsonNode;
import dev.interlock.hubspot.HubSpotOperation;
import dev.interlock.mapping.Association;
import dev.interlock.mapping.Place;
import dev.interlock.mapping.RecordMapping;
import dev.interlock.record.SystemId;
import dev.interlock.routes.system.ColumnFacts;
import dev.interlock.routes.system.ColumnFacts.Holds;
import dev.interlock.routes.system.Errand;
import dev.interlock.routes.system.MappingCheck;
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
            Map<String, ColumnFacts> columns = new HashMap<>();
            properties.forEach((name, property) -> columns.put(name, facts(property)));
            for (Association association : associations(mapping, system)) {
                hubspot.labels()
                        .problem(mapping.type(), place.object(), association)
                        .ifPresent(problems::add);
                columns.put(association.column(), new ColumnFacts(Holds.ID, 0, List.of(), true));
            }
            problems.addAll(MappingCheck.check(mapping, system, place.object(), columns));
        });
        return problems;
    }

    private static List<Association> associations(RecordMapping mapping, SystemId system) {
        return mapping.fields().values().stream()
                .flatMap(field -> field.in(system).stream())
                .flatMap(binding -> binding.lens().columns().stream())
                .flatMap(column -> Association.of(column).stream())
                .toList();
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

    private static ColumnFacts facts(JsonNode property) {
        List<String> choices = new ArrayList<>();
        if (property.path("type").asText().equals("enumeration")) {
            property.path("options")
                    .forEach(option -> choices.add(option.path("value").asText()));
        }
        boolean readOnly =
                property.path("modificationMetadata").path("readOnlyValue").asBoolean();
        return new ColumnFacts(holds(property.path("type").asText()), 0, choices, !readOnly);
    }

    private static Holds holds(String type) {
        return switch (type) {
            case "number" -> Holds.NUMBER;
            case "date" -> Holds.DATE;
            case "datetime" -> Holds.MOMENT;
            case "bool" -> Holds.FLAG;
            default -> Holds.TEXT;
        };
    }
}
