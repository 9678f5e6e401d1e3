package dev.interlock.routes.system.salesforce;

import com.fasterxml.jackson.databind.JsonNode;
import dev.interlock.mapping.Binding;
import dev.interlock.mapping.Field;
import dev.interlock.mapping.Place;
import dev.interlock.mapping.RecordMapping;
import dev.interlock.record.SystemId;
import java.util.ArrayList;
import java.util.List;
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
            for (Field field : mapping.fields().values()) {
                field.in(system).ifPresent(binding -> check(at.object() + ".", field, binding, described, problems));
            }
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

    private static void check(String object, Field field, Binding binding, JsonNode described, List<String> problems) {
        for (String column : binding.lens().columns()) {
            JsonNode facts = described.path(column);
            if (column.indexOf('.') > 0) {
                continue;
            }
            if (facts.isMissingNode()) {
                problems.add(field.name() + ": there is no field " + object + column + ", or the user may not see it");
            } else if (binding.isWritten() && !facts.path("updateable").asBoolean()) {
                problems.add(field.name() + ": " + object + column + " cannot be written; say direction: in");
            }
        }
    }
}
