package dev.interlock.mapping;

import com.fasterxml.jackson.databind.JsonNode;
import com.networknt.schema.Error;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import com.networknt.schema.path.NodePath;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/** Checks the shape of a file against its published JSON Schema, and says what is wrong in the words of the file. */
record SchemaCheck(Schema schema) {

    /** The schema of that file name in {@code config/schema}. */
    static SchemaCheck of(String name) {
        try (InputStream text = SchemaCheck.class.getResourceAsStream("schema/" + name)) {
            String content = new String(
                    Objects.requireNonNull(text, "no schema " + name).readAllBytes(), StandardCharsets.UTF_8);
            SchemaRegistry registry = SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12);
            return new SchemaCheck(registry.getSchema(content));
        } catch (IOException e) {
            throw new UncheckedIOException("the schema " + name + " cannot be read", e);
        }
    }

    List<ConfigProblem> problems(Yaml tree) {
        List<ConfigProblem> problems = new ArrayList<>();
        for (Error error : schema.validate(YamlAsJson.of(tree))) {
            problems.add(problem(error, tree));
        }
        return problems;
    }

    private ConfigProblem problem(Error error, Yaml tree) {
        Yaml node = find(tree, error.getInstanceLocation());
        return switch (error.getKeyword()) {
            case "additionalProperties" -> unknownKey(error, node);
            case "required" -> node.at().problem("the key '" + error.getProperty() + "' is missing");
            case "enum" -> oneOf(error, node);
            case "type" -> node.at().problem("this must be " + types(error.getSchemaNode()) + ", not " + shape(node));
            case "pattern", "propertyNames" -> pattern(error, node);
            case "minProperties", "minItems", "minLength" -> node.at().problem("this must not be empty");
            case "exclusiveMinimum", "exclusiveMaximum" ->
                node.at().problem(shown(node) + " must be " + between(beside(error)));
            default -> node.at().problem(shown(node) + " is not allowed here: " + error.getMessage());
        };
    }

    private ConfigProblem unknownKey(Error error, Yaml node) {
        String key = error.getProperty();
        List<String> known = new ArrayList<>();
        beside(error).path("properties").fieldNames().forEachRemaining(known::add);
        Spot at = node instanceof Yaml.Mapping mapping
                ? mapping.entry(key).map(entry -> entry.key().at()).orElse(node.at())
                : node.at();
        return at.problem("unknown key '" + key + "'", key, known);
    }

    private static ConfigProblem oneOf(Error error, Yaml node) {
        List<String> known = new ArrayList<>();
        error.getSchemaNode().forEach(value -> known.add(value.asText()));
        String choices = known.size() == 1 ? "'" + known.getFirst() + "'" : "one of " + String.join(", ", known);
        // What comes from the environment may be a secret, and cannot be guessed from its name.
        String written = node.scalar()
                .map(Yaml.Scalar::written)
                .filter(text -> !text.contains("${"))
                .orElse("");
        return node.at().problem(shown(node) + " must be " + choices, written, known);
    }

    private ConfigProblem pattern(Error error, Yaml node) {
        List<String> examples = new ArrayList<>();
        JsonNode rule = error.getKeyword().equals("propertyNames") ? error.getSchemaNode() : beside(error);
        rule.path("examples").forEach(example -> examples.add(example.asText()));
        String form = examples.isEmpty() ? "" : ", such as " + String.join(" or ", examples);
        Optional<Yaml.Entry> named = node instanceof Yaml.Mapping mapping && error.getProperty() != null
                ? mapping.entry(error.getProperty())
                : Optional.empty();
        return named.map(entry -> entry.key()
                        .at()
                        .problem("the name '" + entry.key().written() + "' is not of the expected form" + form))
                .orElseGet(() -> node.at().problem(shown(node) + " is not of the expected form" + form));
    }

    private static String between(JsonNode rule) {
        String above = "above " + rule.path("exclusiveMinimum").asText();
        return rule.has("exclusiveMaximum")
                ? above + " and below " + rule.path("exclusiveMaximum").asText()
                : above;
    }

    /** The part of the schema in which the keyword of the error stands. */
    private JsonNode beside(Error error) {
        String pointer = error.getSchemaLocation().getFragment().toString();
        int end = pointer.lastIndexOf('/');
        return schema.getSchemaNode().at(end <= 0 ? "" : pointer.substring(0, end));
    }

    private static String types(JsonNode type) {
        List<String> words = new ArrayList<>();
        for (JsonNode one : type.isArray() ? type : List.of(type)) {
            words.add(
                    switch (one.asText()) {
                        case "object" -> "a mapping";
                        case "array" -> "a list";
                        case "string" -> "a text";
                        case "integer" -> "a whole number";
                        case "number" -> "a number";
                        case "boolean" -> "true or false";
                        default -> "empty";
                    });
        }
        return String.join(" or ", words);
    }

    private static String shape(Yaml node) {
        return node.scalar().map(SchemaCheck::shown).orElse(node.shape());
    }

    private static String shown(Yaml node) {
        return node.scalar()
                .map(scalar -> scalar.written().isEmpty() ? "nothing" : "'" + scalar.written() + "'")
                .orElse("this");
    }

    private static Yaml find(Yaml tree, NodePath path) {
        Yaml node = tree;
        for (int step = 0; step < path.getNameCount(); step++) {
            Object element = path.getElement(step);
            node = switch (node) {
                case Yaml.Mapping mapping -> mapping.get(element.toString()).orElse(node);
                case Yaml.Sequence sequence ->
                    element instanceof Integer index ? sequence.items().get(index) : node;
                case Yaml.Scalar scalar -> node;
            };
        }
        return node;
    }
}
