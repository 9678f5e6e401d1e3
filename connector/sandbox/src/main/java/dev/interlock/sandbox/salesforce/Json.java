package dev.interlock.sandbox.salesforce;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.cfg.JsonNodeFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.interlock.sandbox.Reply;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** JSON in the habits of the service: numbers exact and written out, errors as an array. */
final class Json {

    private static final JsonMapper MAPPER = JsonMapper.builder()
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .enable(JsonGenerator.Feature.WRITE_BIGDECIMAL_AS_PLAIN)
            .disable(StreamReadFeature.INCLUDE_SOURCE_IN_LOCATION)
            .disable(JsonNodeFeature.STRIP_TRAILING_BIGDECIMAL_ZEROES)
            .build();

    private Json() {}

    static ObjectNode object() {
        return MAPPER.createObjectNode();
    }

    static ArrayNode array() {
        return MAPPER.createArrayNode();
    }

    static JsonNode tree(@Nullable Object value) {
        return MAPPER.valueToTree(value);
    }

    /** Reads the object that a request carries. */
    static ObjectNode body(String text) {
        try {
            JsonNode tree = MAPPER.readTree(text);
            if (tree instanceof ObjectNode object) {
                return object;
            }
            throw Refusal.of(
                    "JSON_PARSER_ERROR", "The HTTP entity body is required, but this request has no entity body.");
        } catch (JsonProcessingException broken) {
            throw Refusal.of(
                    "JSON_PARSER_ERROR",
                    broken.getOriginalMessage() + " at [line:"
                            + broken.getLocation().getLineNr() + ", column:"
                            + broken.getLocation().getColumnNr() + "]");
        }
    }

    /** The tree of an answer that was just written. */
    static JsonNode parsed(Reply reply) {
        try {
            return MAPPER.readTree(reply.body());
        } catch (java.io.IOException impossible) {
            throw new IllegalStateException("an answer cannot be read", impossible);
        }
    }

    static Reply reply(int status, JsonNode body) {
        try {
            return Reply.json(status, MAPPER.writeValueAsString(body));
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException("an answer cannot be written", impossible);
        }
    }

    /** The array that every refused request is answered with. */
    static Reply refused(Refusal refusal) {
        return reply(refusal.status(), errors(refusal.problems(), "errorCode"));
    }

    /**
     * Errors as an array.
     *
     * @param codeName {@code errorCode} where a request failed as a whole, {@code statusCode} in the result of one record
     */
    static ArrayNode errors(List<Problem> problems, String codeName) {
        ArrayNode errors = array();
        for (Problem problem : problems) {
            ObjectNode error = errors.addObject();
            if (codeName.equals("errorCode")) {
                // Spelled so by the service. Results of single records of a collection come without it.
                problem.duplicates().ifPresent(found -> error.set("duplicateResut", found));
            }
            error.put("message", problem.message());
            error.put(codeName, problem.code());
            if (problem.namesFields() || codeName.equals("statusCode")) {
                error.set("fields", tree(problem.fields()));
            }
        }
        return errors;
    }
}
