package dev.interlock.app;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.dialect.Dialects;
import dev.interlock.app.Recorder.Spoken;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * HubSpot's published OpenAPI files of one version, against which calls and answers are held: method, path, query and bodies. They
 * are HubSpot's own and not licensed for any other use, so they never become a part of this project.
 */
final class Specifications {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Pattern PARAMETER = Pattern.compile("\\{[^/}]+}");

    private final SchemaRegistry registry = SchemaRegistry.withDefaultDialect(Dialects.getOpenApi30());
    private final Map<String, Schema> schemas = new HashMap<>();
    private final List<Operation> operations = new ArrayList<>();

    /** One operation of one file. */
    private record Operation(String method, String template, JsonNode described, JsonNode file) {

        boolean isFor(Spoken spoken) {
            String path = PARAMETER.matcher(template).replaceAll("[^/]+");
            return method.equals(spoken.method()) && spoken.path().matches(path);
        }
    }

    private Specifications() {}

    /** The files of one version under a checkout of HubSpot's collection. */
    static Specifications in(Path folder, String version) {
        Specifications read = new Specifications();
        for (String api : List.of("Objects", "Associations", "Associations Schema", "Properties")) {
            try (Stream<Path> files =
                    Files.walk(folder.resolve("PublicApiSpecs/CRM").resolve(api))) {
                files.filter(file -> file.toString().endsWith(".json")
                                && file.getParent().getFileName().toString().equals(version)
                                && !file.toString().contains("Collection"))
                        .sorted()
                        .forEach(read::add);
            } catch (IOException missing) {
                throw new UncheckedIOException(missing);
            }
        }
        return read;
    }

    private void add(Path file) {
        try {
            JsonNode described = Overlay.over(JSON.readTree(file.toFile()));
            described
                    .path("paths")
                    .properties()
                    .forEach(path -> path.getValue()
                            .properties()
                            .forEach(method -> operations.add(new Operation(
                                    method.getKey().toUpperCase(java.util.Locale.ROOT),
                                    path.getKey(),
                                    method.getValue(),
                                    described))));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    /** What does not hold, in words; one line each. */
    List<String> violations(Spoken spoken) {
        Optional<Operation> found = operations.stream()
                .filter(operation -> operation.isFor(spoken))
                .min(Comparator.comparing(operation ->
                        PARAMETER.matcher(operation.template()).results().count()));
        if (found.isEmpty()) {
            return List.of(spoken.method() + " " + spoken.path() + ": there is no such operation");
        }
        Operation operation = found.get();
        String name = operation.method() + " " + operation.template();
        List<String> violations = new ArrayList<>();
        query(operation, spoken).forEach(wrong -> violations.add(name + " query: " + wrong));
        check(operation, content(operation, operation.described().path("requestBody")), spoken.asked())
                .forEach(wrong -> violations.add(name + " request: " + wrong));
        JsonNode responses = operation.described().path("responses");
        JsonNode answer = responses.path(Integer.toString(spoken.status()));
        boolean declared = !answer.isMissingNode() || spoken.status() >= 400;
        if (!declared) {
            violations.add(name + " answer: status " + spoken.status() + " is not declared");
        }
        check(operation, content(operation, answer.isMissingNode() ? responses.path("default") : answer), spoken.told())
                .forEach(wrong -> violations.add(name + " answer " + spoken.status() + ": " + wrong));
        return violations;
    }

    private static List<String> query(Operation operation, Spoken spoken) {
        Map<String, String> types = new LinkedHashMap<>();
        for (JsonNode parameter : operation.described().path("parameters")) {
            if (parameter.path("in").asText().equals("query")) {
                types.put(
                        parameter.path("name").asText(),
                        parameter.path("schema").path("type").asText());
            }
        }
        List<String> wrong = new ArrayList<>();
        for (String pair : spoken.query().isEmpty()
                ? List.<String>of()
                : List.of(spoken.query().split("&"))) {
            String[] parts = pair.split("=", 2);
            String type = types.getOrDefault(parts[0], "");
            boolean fits = switch (type) {
                case "" -> false;
                case "integer" -> parts[1].matches("-?\\d+");
                case "boolean" -> parts[1].matches("true|false");
                default -> true;
            };
            if (!fits) {
                wrong.add(pair + " is not " + (type.isEmpty() ? "declared" : "of type " + type));
            }
        }
        return wrong;
    }

    /** The schema of a body, whatever its content type is called; missing if there is to be none. */
    private static JsonNode content(Operation operation, JsonNode described) {
        String elsewhere = described.path("$ref").asText("");
        JsonNode body = elsewhere.isEmpty() ? described : operation.file().at(elsewhere.substring(1));
        return body.path("content")
                .valueStream()
                .findFirst()
                .map(type -> type.path("schema"))
                .orElse(MissingNode.getInstance());
    }

    private List<String> check(Operation operation, JsonNode schema, String body) {
        if (schema.isMissingNode()) {
            return body.isBlank() ? List.of() : List.of("a body where none is declared");
        }
        if (body.isBlank()) {
            return List.of("no body");
        }
        ObjectNode whole = JSON.createObjectNode();
        whole.putArray("allOf").add(schema);
        whole.set("components", operation.file().path("components"));
        String key = operation.file().path("info").path("title").asText() + schema;
        return schemas.computeIfAbsent(key, any -> registry.getSchema(whole)).validate(read(body)).stream()
                .map(error -> error.getInstanceLocation() + ": " + error.getMessage())
                .toList();
    }

    private static JsonNode read(String body) {
        try {
            return JSON.readTree(body);
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }
}
