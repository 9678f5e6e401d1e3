package dev.interlock.app;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.interlock.mapping.ConfigProblem;
import dev.interlock.mapping.SourceFile;
import dev.interlock.mapping.Yaml;
import dev.interlock.mapping.YamlFile;
import dev.interlock.sandbox.Service;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * What an administrator would have set up in the systems before: custom fields, settings, and how the columns of a CSV file
 * fit an object. Read from YAML; per system {@code settings:}, {@code declare:} by object, and {@code columns:} by object.
 */
record SandboxSetup(Yaml.Mapping yaml) {

    /** Nothing was set up. */
    static SandboxSetup none() {
        return new SandboxSetup(new Yaml.Mapping(List.of(), new dev.interlock.mapping.Spot("", 0, 0)));
    }

    static SandboxSetup read(Path file) {
        List<ConfigProblem> problems = new ArrayList<>();
        try {
            Yaml.Mapping yaml = YamlFile.read(
                    new SourceFile(file.toString(), Files.readAllBytes(file)), Map.copyOf(System.getenv()), problems);
            if (!problems.isEmpty()) {
                throw new BadConfiguration(problems);
            }
            return new SandboxSetup(yaml);
        } catch (IOException unreadable) {
            throw new NotPossible(Exit.CONFIGURATION, "cannot read " + unreadable.getMessage());
        }
    }

    /** Declares custom fields and turns the knobs of one service. */
    void apply(Service service) {
        Yaml.Mapping system = yaml.mapping(service.name());
        if (system.get("settings").isPresent()) {
            service.act("settings", json(system.mapping("settings")));
        }
        for (Yaml.Entry object : system.mapping("declare").entries()) {
            ObjectNode declared = JsonNodeFactory.instance.objectNode().put("object", object.name());
            declared.set("fields", json(object.value()));
            service.act("declare", declared);
        }
    }

    /** What is to be loaded: {@code SYSTEM:OBJECT=FILE}, in order. */
    List<String> loads() {
        List<String> loads = new ArrayList<>();
        if (yaml.get("load").orElse(yaml) instanceof Yaml.Sequence sequence) {
            sequence.items().forEach(item -> loads.add(item instanceof Yaml.Scalar scalar ? scalar.text() : ""));
        }
        return loads;
    }

    /** How the columns of a file fit an object; without a word about it, they are its fields. */
    CsvColumns columns(String system, String object) {
        return new CsvColumns(yaml.mapping(system).mapping("columns").mapping(object));
    }

    private static JsonNode json(Yaml yaml) {
        return switch (yaml) {
            case Yaml.Mapping mapping -> {
                ObjectNode node = JsonNodeFactory.instance.objectNode();
                mapping.entries().forEach(entry -> node.set(entry.name(), json(entry.value())));
                yield node;
            }
            case Yaml.Sequence sequence -> {
                ArrayNode node = JsonNodeFactory.instance.arrayNode();
                sequence.items().forEach(item -> node.add(json(item)));
                yield node;
            }
            case Yaml.Scalar scalar -> scalar(scalar);
        };
    }

    private static JsonNode scalar(Yaml.Scalar scalar) {
        String text = scalar.text();
        if (scalar.isPlain() && (text.equals("true") || text.equals("false"))) {
            return JsonNodeFactory.instance.booleanNode(Boolean.parseBoolean(text));
        }
        if (scalar.isPlain() && text.matches("-?\\d{1,18}")) {
            return JsonNodeFactory.instance.numberNode(Long.parseLong(text));
        }
        return JsonNodeFactory.instance.textNode(text);
    }
}
