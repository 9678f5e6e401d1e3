package dev.interlock.routes.system.rest;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.interlock.mapping.Yaml;
import java.math.BigDecimal;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** A JSON body, written as YAML, whose texts are templates. What cannot be filled in is left out. */
record BodyTemplate(Yaml yaml) {

    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

    /** The names of all places in it. */
    Set<String> places() {
        Set<String> places = new LinkedHashSet<>();
        switch (yaml) {
            case Yaml.Scalar scalar -> places.addAll(new Template(scalar.text()).places());
            case Yaml.Sequence sequence ->
                sequence.items().forEach(item -> places.addAll(new BodyTemplate(item).places()));
            case Yaml.Mapping mapping ->
                mapping.entries().forEach(entry -> places.addAll(new BodyTemplate(entry.value()).places()));
        }
        return places;
    }

    /** The body; empty if nothing of it can be filled in. A mapping or list of which nothing is left goes as well. */
    Optional<JsonNode> filled(Map<String, String> values) {
        return switch (yaml) {
            case Yaml.Scalar scalar -> scalar(scalar, values);
            case Yaml.Sequence sequence -> {
                ArrayNode array = JSON.arrayNode();
                sequence.items()
                        .forEach(item -> new BodyTemplate(item).filled(values).ifPresent(array::add));
                yield array.isEmpty() && !sequence.items().isEmpty() ? Optional.empty() : Optional.of(array);
            }
            case Yaml.Mapping mapping -> {
                ObjectNode object = JSON.objectNode();
                mapping.entries()
                        .forEach(entry -> new BodyTemplate(entry.value())
                                .filled(values)
                                .ifPresent(value -> object.set(entry.name(), value)));
                yield object.isEmpty() && !mapping.entries().isEmpty() ? Optional.empty() : Optional.of(object);
            }
        };
    }

    private static Optional<JsonNode> scalar(Yaml.Scalar scalar, Map<String, String> values) {
        if (scalar.text().equals("{size}")) {
            return Optional.of(JSON.numberNode(Long.parseLong(values.getOrDefault("size", "0"))));
        }
        return new Template(scalar.text())
                .filled(values)
                .map(text -> scalar.isPlain() ? typed(text) : JSON.textNode(text));
    }

    private static JsonNode typed(String text) {
        return switch (text) {
            case "true", "false" -> JSON.booleanNode(Boolean.parseBoolean(text));
            case "", "null", "~" -> JSON.nullNode();
            default ->
                text.matches("-?(0|[1-9]\\d{0,17})(\\.\\d{1,18})?")
                        ? JSON.numberNode(new BigDecimal(text))
                        : JSON.textNode(text);
        };
    }
}
