package dev.interlock.sandbox.hubspot;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.interlock.sandbox.Reply;
import java.util.List;
import java.util.UUID;

/** A call that HubSpot answers with its error body: it unwinds a half-checked call before anything was changed. */
final class ApiError extends RuntimeException {

    private final int status;
    private final transient ObjectNode body;

    /** One property value that cannot be stored. */
    record Problem(String property, String code, String message) {}

    private ApiError(int status, String category, String message) {
        super(message, null, false, false);
        this.status = status;
        this.body = JsonNodeFactory.instance
                .objectNode()
                .put("status", "error")
                .put("message", message)
                .put("correlationId", UUID.randomUUID().toString());
        if (!category.isEmpty()) {
            body.put("category", category);
        }
    }

    static ApiError of(int status, String category, String message) {
        return new ApiError(status, category, message);
    }

    static ApiError invalid(String message) {
        return new ApiError(400, "VALIDATION_ERROR", message);
    }

    static ApiError missing(String message) {
        return new ApiError(404, "OBJECT_NOT_FOUND", message);
    }

    static ApiError noRecord(String id) {
        return missing("Object not found.  objectId are usually numeric.").context("id", id);
    }

    static ApiError conflict(String message) {
        return new ApiError(409, "CONFLICT", message);
    }

    /** 400 with every bad value twice, as HubSpot does: as a JSON array inside the message and as {@code errors}. */
    static ApiError badValues(List<Problem> problems) {
        ArrayNode inMessage = JsonNodeFactory.instance.arrayNode();
        problems.forEach(problem -> inMessage
                .addObject()
                .put("isValid", false)
                .put("message", problem.message())
                .put("error", problem.code())
                .put("name", problem.property())
                .put("localizedErrorMessage", problem.message()));
        ApiError error = invalid("Property values were not valid: " + inMessage);
        ArrayNode errors = error.body.putArray("errors");
        problems.forEach(problem -> errors.addObject()
                .put("message", problem.message())
                .put("code", problem.code())
                .putObject("context")
                .putArray("propertyName")
                .add(problem.property()));
        return error;
    }

    static ApiError unsetRequired(ObjectType type, List<String> properties) {
        ApiError error = invalid("Error creating " + type.loud() + ". Some required properties were not set.");
        properties.forEach(property -> error.context("properties", property));
        return error;
    }

    ApiError context(String name, String value) {
        body.withObjectProperty("context").withArrayProperty(name).add(value);
        return this;
    }

    ApiError with(String name, String value) {
        body.put(name, value);
        return this;
    }

    int status() {
        return status;
    }

    ObjectNode body() {
        return body;
    }

    String reason() {
        return String.valueOf(getMessage());
    }

    /** The error as one entry of a multi-status answer. */
    ObjectNode inBatch(String traceId) {
        ObjectNode entry = JsonNodeFactory.instance
                .objectNode()
                .put("status", "error")
                .put("category", body.path("category").asText("VALIDATION_ERROR"))
                .put("message", reason());
        ObjectNode context = entry.putObject("context");
        context.setAll(body.withObjectProperty("context").deepCopy());
        if (!traceId.isEmpty()) {
            context.putArray("objectWriteTraceId").add(traceId);
        }
        if (body.has("errors")) {
            entry.set("errors", body.get("errors"));
        }
        return entry;
    }

    Reply reply() {
        return Reply.json(status, body.toString());
    }
}
