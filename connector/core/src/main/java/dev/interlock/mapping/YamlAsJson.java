package dev.interlock.mapping;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.regex.Pattern;

/** The tree as the schema validator wants it, with plain scalars typed by the YAML 1.2 JSON schema. */
final class YamlAsJson {

    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;
    private static final Pattern WHOLE = Pattern.compile("-?\\d{1,18}");
    private static final Pattern DECIMAL = Pattern.compile("-?\\d{1,18}\\.\\d{1,18}");

    private YamlAsJson() {}

    static JsonNode of(Yaml tree) {
        return switch (tree) {
            case Yaml.Scalar scalar -> scalar(scalar);
            case Yaml.Sequence sequence -> {
                ArrayNode array = JSON.arrayNode();
                sequence.items().forEach(item -> array.add(of(item)));
                yield array;
            }
            case Yaml.Mapping mapping -> {
                ObjectNode object = JSON.objectNode();
                mapping.entries().forEach(entry -> object.set(entry.name(), of(entry.value())));
                yield object;
            }
        };
    }

    private static JsonNode scalar(Yaml.Scalar scalar) {
        String text = scalar.text();
        if (!scalar.isPlain()) {
            return JSON.textNode(text);
        }
        return switch (text) {
            case "true", "false" -> JSON.booleanNode(Boolean.parseBoolean(text));
            case "", "null", "~" -> JSON.nullNode();
            default -> number(text);
        };
    }

    private static JsonNode number(String text) {
        if (WHOLE.matcher(text).matches()) {
            return JSON.numberNode(new BigInteger(text));
        }
        return DECIMAL.matcher(text).matches() ? JSON.numberNode(new BigDecimal(text)) : JSON.textNode(text);
    }
}
