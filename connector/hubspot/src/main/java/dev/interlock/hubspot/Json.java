package dev.interlock.hubspot;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.core.StreamWriteFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.cfg.JsonNodeFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import org.apache.camel.StreamCache;
import org.jspecify.annotations.Nullable;

/** JSON in and out, keeping numbers as they were written: an amount of 1.10 must not become 1.1. */
final class Json {

    static final JsonMapper MAPPER = JsonMapper.builder()
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .disable(JsonNodeFeature.STRIP_TRAILING_BIGDECIMAL_ZEROES)
            .enable(StreamWriteFeature.WRITE_BIGDECIMAL_AS_PLAIN)
            // Without this a parse error quotes the text it choked on, which may hold personal data.
            .disable(StreamReadFeature.INCLUDE_SOURCE_IN_LOCATION)
            .build();

    private Json() {}

    /** The JSON in a text; empty if it is blank or not JSON. */
    static Optional<JsonNode> parse(String text) {
        try {
            return Optional.of(MAPPER.readTree(text)).filter(node -> !node.isMissingNode());
        } catch (JsonProcessingException e) {
            return Optional.empty();
        }
    }

    static byte[] bytes(JsonNode node) {
        try {
            return MAPPER.writeValueAsBytes(node);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("A JSON tree could not be written", e);
        }
    }

    static String text(JsonNode node) {
        return new String(bytes(node), StandardCharsets.UTF_8);
    }

    /**
     * Reads a message body: JSON as text, bytes, stream or tree, or maps and lists to be written as JSON.
     *
     * @return empty if there is no body or it is blank
     * @throws IllegalArgumentException if the body is of another kind, or is not JSON
     */
    static Optional<JsonNode> ofBody(@Nullable Object body) {
        try {
            JsonNode node = read(body);
            return node.isMissingNode() || node.isNull() ? Optional.empty() : Optional.of(node);
        } catch (JsonProcessingException e) {
            // Without the cause: its message quotes the text it stumbled over, which may be personal.
            throw unreadable(body, "it breaks at " + e.getLocation());
        } catch (IOException e) {
            throw new IllegalArgumentException("The message body could not be read", e);
        } catch (IllegalArgumentException e) {
            throw unreadable(body, "JSON knows no such value");
        }
    }

    private static IllegalArgumentException unreadable(@Nullable Object body, String why) {
        String kind = body == null ? "nothing" : body.getClass().getName();
        return new IllegalArgumentException("The message body (" + kind + ") is not JSON: " + why + ". Send JSON as"
                + " String, byte[], InputStream or JsonNode, or a Map or List of values that JSON knows.");
    }

    private static JsonNode read(@Nullable Object body) throws IOException {
        if (body == null) {
            return MAPPER.missingNode();
        } else if (body instanceof JsonNode node) {
            return node;
        } else if (body instanceof String text) {
            return MAPPER.readTree(text);
        } else if (body instanceof byte[] bytes) {
            return MAPPER.readTree(bytes);
        } else if (body instanceof InputStream stream) {
            return MAPPER.readTree(stream);
        } else if (body instanceof StreamCache cache) {
            return MAPPER.readTree(bytes(cache));
        } else if (body instanceof Map<?, ?> || body instanceof Collection<?>) {
            return MAPPER.valueToTree(body);
        }
        throw new IllegalArgumentException("Unknown kind of body");
    }

    private static byte[] bytes(StreamCache cache) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        cache.writeTo(out);
        return out.toByteArray();
    }
}
