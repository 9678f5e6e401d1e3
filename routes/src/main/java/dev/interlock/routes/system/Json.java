package dev.interlock.routes.system;

import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.interlock.record.RawFields;
import java.io.IOException;
import java.io.InputStream;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/** Reads and writes the JSON that systems speak. Numbers keep every digit. */
public final class Json {

    private static final JsonMapper MAPPER = JsonMapper.builder()
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();

    private Json() {}

    /**
     * Reads an answer; one without a body is a missing node.
     *
     * @throws Trouble of kind NONSENSE if it is not JSON, or broke off
     */
    public static JsonNode read(InputStream answer) {
        try (answer) {
            JsonNode node = MAPPER.readTree(answer);
            return node == null ? MissingNode.getInstance() : node;
        } catch (JsonProcessingException broken) {
            // The parser's own words quote what it found, and that may be a value of a record.
            JsonLocation at = broken.getLocation();
            String where = at == null ? "" : ": line " + at.getLineNr() + ", column " + at.getColumnNr();
            throw Trouble.of(Trouble.Kind.NONSENSE, "NOT_JSON", "the answer is not JSON" + where);
        } catch (IOException cut) {
            throw Trouble.of(Trouble.Kind.NO_ANSWER, "ANSWER_CUT", "the answer broke off");
        }
    }

    /** Reads JSON text in the same way. */
    public static JsonNode read(String text) {
        return read(new java.io.ByteArrayInputStream(text.getBytes(java.nio.charset.StandardCharsets.UTF_8)));
    }

    public static ObjectNode object() {
        return MAPPER.createObjectNode();
    }

    /** Names and texts as a JSON object, in the order of the names; what is blank is null. */
    public static ObjectNode of(RawFields columns) {
        ObjectNode object = object();
        new TreeMap<>(columns.byName()).forEach((name, text) -> object.put(name, text.orElse(null)));
        return object;
    }

    /** Names and texts as a JSON object, in the order of the names. */
    public static ObjectNode of(Map<String, String> texts) {
        ObjectNode object = object();
        new TreeMap<>(texts).forEach(object::put);
        return object;
    }

    /**
     * The columns of a record, by dotted paths into its JSON. A path that is not there is not mentioned; null is blank;
     * arrays are given as JSON text.
     */
    public static RawFields columns(JsonNode record, Set<String> paths) {
        Map<String, Optional<String>> columns = new LinkedHashMap<>();
        for (String path : paths) {
            JsonNode value = at(record, path);
            if (!value.isMissingNode()) {
                columns.put(path, text(value));
            }
        }
        return new RawFields(columns);
    }

    /** What stands at a dotted path; a name that holds dots itself is found as well. */
    public static JsonNode at(JsonNode record, String path) {
        JsonNode whole = record.path(path);
        if (!whole.isMissingNode() || path.indexOf('.') < 0) {
            return whole;
        }
        JsonNode node = record;
        for (String name : path.split("\\.")) {
            if (node.isNull()) {
                return node;
            }
            node = node.path(name);
        }
        return node;
    }

    private static Optional<String> text(JsonNode value) {
        if (value.isNull()) {
            return Optional.empty();
        }
        String text = value.isNumber()
                ? value.decimalValue().toPlainString()
                : value.isValueNode() ? value.asText() : value.toString();
        return text.isEmpty() ? Optional.empty() : Optional.of(text);
    }
}
