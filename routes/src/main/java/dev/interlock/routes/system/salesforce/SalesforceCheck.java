package dev.interlock.routes.system.salesforce;

import com.fasterxml.jackson.databind.JsonNode;
import dev.interlock.mapping.Place;
import dev.interlock.mapping.RecordMapping;
import dev.interlock.record.SystemId;
import dev.interlock.routes.system.ColumnFacts;
import dev.interlock.routes.system.ColumnFacts.Holds;
import dev.interlock.routes.system.MappingCheck;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Holds a mapping against what the org says of its objects. */
final class SalesforceCheck {

    private final SalesforceObjects objects;

    SalesforceCheck(SalesforceObjects objects) {
        this.objects = objects;
    }

    List<String> check(RecordMapping mapping, SystemId system) {
        List<String> problems = new ArrayList<>();
        Optional<Place> place = mapping.place(system);
        place.ifPresent(at -> {
            JsonNode described = objects.refreshed(mapping.type(), at.object());
            at.keyColumn().ifPresent(key -> checkKey(at.object(), key, described.path(key), problems));
            Map<String, ColumnFacts> columns = new HashMap<>();
            described.fieldNames().forEachRemaining(name -> columns.put(name, facts(described.path(name))));
            problems.addAll(MappingCheck.check(mapping, system, at.object(), columns));
        });
        return problems;
    }

    private static void checkKey(String object, String key, JsonNode described, List<String> problems) {
        if (described.isMissingNode()) {
            problems.add(object + " has no field " + key + ": create it as a text field, unique and external id");
        } else if (!described.path("unique").asBoolean()
                || !described.path("externalId").asBoolean()) {
            problems.add(object + "." + key + " must be a unique external id, or a create could be done twice");
        }
    }

    private static ColumnFacts facts(JsonNode described) {
        List<String> choices = new ArrayList<>();
        described.path("choices").forEach(choice -> choices.add(choice.asText()));
        return new ColumnFacts(
                holds(described.path("type").asText()),
                described.path("length").asInt(0),
                choices,
                described.path("updateable").asBoolean());
    }

    private static Holds holds(String type) {
        return switch (type) {
            case "boolean" -> Holds.FLAG;
            case "double", "currency", "percent", "int", "long" -> Holds.NUMBER;
            case "date" -> Holds.DATE;
            case "datetime" -> Holds.MOMENT;
            case "reference", "id" -> Holds.ID;
            default -> Holds.TEXT;
        };
    }
}
