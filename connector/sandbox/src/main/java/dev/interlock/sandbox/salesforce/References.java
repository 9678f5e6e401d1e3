package dev.interlock.sandbox.salesforce;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.util.HashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The answers so far of a composite call, put in where {@code @{referenceId.field}} stands. */
final class References {

    private static final Pattern REFERENCE = Pattern.compile("@\\{(\\w+)[.]?([^}]*)}");

    private final Map<String, JsonNode> answers = new HashMap<>();

    void keep(String name, ObjectNode answer) {
        answers.put(name, answer);
    }

    String filled(String text) {
        Matcher matcher = REFERENCE.matcher(text);
        StringBuilder filled = new StringBuilder();
        while (matcher.find()) {
            matcher.appendReplacement(filled, Matcher.quoteReplacement(value(matcher.group(1), matcher.group(2))));
        }
        return matcher.appendTail(filled).toString();
    }

    JsonNode filled(JsonNode tree) {
        if (tree instanceof ObjectNode object) {
            ObjectNode filled = Json.object();
            object.properties().forEach(each -> filled.set(each.getKey(), filled(each.getValue())));
            return filled;
        }
        if (tree instanceof ArrayNode array) {
            ArrayNode filled = Json.array();
            array.forEach(each -> filled.add(filled(each)));
            return filled;
        }
        return tree.isTextual() ? TextNode.valueOf(filled(tree.textValue())) : tree;
    }

    private String value(String name, String path) {
        JsonNode answer = answers.get(name);
        if (answer == null) {
            throw Refusal.of("PROCESSING_HALTED", "Invalid reference specified. No value for " + name + "." + path);
        }
        JsonNode value = CompositeResource.at(answer.path("body"), path);
        if (answer.path("httpStatusCode").asInt() >= 400 || !value.isValueNode() || value.isNull()) {
            throw Refusal.of(
                    "PROCESSING_HALTED", "Invalid reference specified. No value for " + name + "." + path + " found");
        }
        return value.asText();
    }
}
