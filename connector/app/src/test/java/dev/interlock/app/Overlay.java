package dev.interlock.app;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * Where HubSpot's OpenAPI files contradict HubSpot's own guides and recorded answers: parameters called required that the guides'
 * examples leave out, sorts that are objects, errors with fields that the files do not know, statuses that are not declared. What
 * the files do not name is refused otherwise, so that a misspelt field is found.
 */
final class Overlay {

    private static final List<String> TRACES = List.of("status", "errorType", "policyName", "requestId");

    private final JsonNode schemas;

    private Overlay(JsonNode schemas) {
        this.schemas = schemas;
    }

    /** A copy of a file, put right. */
    static JsonNode over(JsonNode file) {
        JsonNode copy = file.deepCopy();
        Overlay overlay = new Overlay(copy.path("components").path("schemas"));
        overlay.schemas.forEach(Overlay::close);
        overlay.requests();
        overlay.answers();
        overlay.associations();
        copy.path("paths").forEach(path -> path.forEach(Overlay::multiStatus));
        return copy;
    }

    /** Guides on objects and search: examples without these. */
    private void requests() {
        for (String create : List.of("SimplePublicObjectInputForCreate", "SimplePublicObjectBatchInputForCreate")) {
            require(create, "properties");
        }
        require("PublicObjectSearchRequest", "filterGroups");
        schema("PublicObjectSearchRequest")
                .ifPresent(search -> search.withObject("/properties/sorts").putObject("items"));
        require("BatchReadInputSimplePublicObjectId", "inputs", "properties");
    }

    /** Guides on errors and limits: a refusal tells its status, a limit its policy; items of a 207 have no links. */
    private void answers() {
        require("StandardError", "category", "message", "status");
        schema("StandardError")
                .ifPresent(error -> error.withObject("/properties").putObject("subCategory"));
        require("Error", "message", "correlationId");
        schema("Error")
                .ifPresent(error -> TRACES.forEach(trace ->
                        error.withObject("/properties").putObject(trace).put("type", "string")));
    }

    /** Answers of live accounts: labels can be null, ids of objects are JSON numbers. */
    private void associations() {
        schema("AssociationSpecWithLabel")
                .ifPresent(spec -> spec.withObject("/properties/label").put("nullable", true));
        for (String name : List.of("LabelsBetweenObjectPair", "MultiAssociatedObjectWithLabel")) {
            for (String id : List.of("fromObjectId", "toObjectId")) {
                schema(name)
                        .map(schema -> schema.path("properties").path(id))
                        .filter(JsonNode::isObject)
                        .ifPresent(property -> ((ObjectNode) property).put("type", "integer"));
            }
        }
    }

    /** Several rows, some of which failed: the answer is that of success, with errors. */
    private static void multiStatus(JsonNode operation) {
        if (operation.path("responses") instanceof ObjectNode responses && !responses.has("207")) {
            for (String success : List.of("200", "201")) {
                if (responses.has(success)) {
                    responses.set("207", responses.path(success));
                }
            }
        }
    }

    /** An object takes no other fields than those it names. */
    private static void close(JsonNode schema) {
        if (schema instanceof ObjectNode object
                && !object.path("properties").isEmpty()
                && !object.has("additionalProperties")) {
            object.put("additionalProperties", false);
        }
        schema.path("properties").forEach(Overlay::close);
        schema.path("items").forEach(Overlay::close);
    }

    private void require(String name, String... fields) {
        schema(name).ifPresent(schema -> {
            var required = schema.putArray("required");
            Arrays.stream(fields).forEach(required::add);
        });
    }

    private Optional<ObjectNode> schema(String name) {
        return schemas.path(name) instanceof ObjectNode schema ? Optional.of(schema) : Optional.empty();
    }
}
