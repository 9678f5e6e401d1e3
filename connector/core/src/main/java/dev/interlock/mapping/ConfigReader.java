package dev.interlock.mapping;

import dev.interlock.record.RecordType;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/** Reads all configuration files together, and tells all their problems at once. */
public final class ConfigReader {

    private static final SchemaCheck SETTINGS = SchemaCheck.of("interlock.schema.json");
    private static final SchemaCheck RECORD = SchemaCheck.of("record.schema.json");
    private static final List<String> KINDS = List.of("Interlock", "Record");

    private final List<ConfigProblem> problems = new ArrayList<>();
    private final List<Yaml.Mapping> settings = new ArrayList<>();
    private final Map<String, Yaml.Mapping> records = new LinkedHashMap<>();

    private ConfigReader() {}

    /**
     * Reads one file of kind {@code Interlock} and any number of kind {@code Record}.
     *
     * @param environment what {@code ${NAME}} in the files stands for
     */
    public static ConfigReading read(List<SourceFile> files, Map<String, String> environment) {
        return new ConfigReader().readAll(files, new YamlReader(new Environment(environment)));
    }

    private ConfigReading readAll(List<SourceFile> files, YamlReader reader) {
        files.forEach(file -> reader.read(file, problems).ifPresent(this::sort));
        boolean isBroken = !problems.isEmpty();
        if (settings.isEmpty() && !isBroken) {
            problems.add(
                    new ConfigProblem("interlock.yaml", 0, 0, "there is no file of kind Interlock", Optional.empty()));
        }
        Vocabulary vocabulary = vocabulary();
        Map<RecordType, RecordMapping> mappings = new LinkedHashMap<>();
        records.forEach((name, file) -> {
            RecordMapping mapping = new RecordReader(vocabulary, name, problems).read(file);
            mappings.put(mapping.type(), mapping);
        });
        if (!problems.isEmpty() || settings.isEmpty()) {
            return new ConfigReading.Bad(inOrder(files));
        }
        List<Yaml.Mapping> all = new ArrayList<>(settings);
        all.addAll(new TreeMap<>(records).values());
        Settings read = SettingsReader.read(settings.getFirst());
        return new ConfigReading.Good(new Configuration(read, mappings, Fingerprint.of(all)));
    }

    /** Puts a file where its kind belongs, and checks its shape. */
    private void sort(Yaml tree) {
        if (!(tree instanceof Yaml.Mapping file)) {
            problems.add(tree.at().problem("the file must hold a mapping of keys to values"));
            return;
        }
        switch (file.text("kind").orElse("")) {
            case "Interlock" -> {
                addShape(SETTINGS.problems(file));
                Secrets.check(file, problems);
                if (!settings.isEmpty()) {
                    problems.add(file.at()
                            .problem("there is a second file of kind Interlock: "
                                    + settings.getFirst().at().file() + " is the first"));
                }
                settings.add(file);
            }
            case "Record" -> {
                addShape(RECORD.problems(file));
                sortRecord(file);
            }
            default -> {
                Spot at = file.get("kind").map(Yaml::at).orElse(file.at());
                problems.add(at.problem(
                        "the key 'kind' must be Interlock or Record",
                        file.text("kind").orElse(""),
                        KINDS));
            }
        }
    }

    /** Where a variable is not set already, its missing value is no second problem. */
    private void addShape(List<ConfigProblem> found) {
        Set<List<Object>> told = new HashSet<>();
        problems.forEach(problem -> told.add(List.of(problem.file(), problem.line(), problem.column())));
        found.stream()
                .filter(problem -> !told.contains(List.of(problem.file(), problem.line(), problem.column())))
                .forEach(problems::add);
    }

    private void sortRecord(Yaml.Mapping file) {
        Optional<Yaml> name = file.get("record");
        String written = file.text("record").orElse("");
        if (name.isEmpty() || written.isBlank()) {
            return;
        }
        Yaml.Mapping first = records.putIfAbsent(written, file);
        if (first != null) {
            problems.add(name.get()
                    .at()
                    .problem("the record type '" + written + "' is already described in "
                            + first.at().file()));
        }
    }

    private Vocabulary vocabulary() {
        Map<String, Map<String, FieldKind>> types = new LinkedHashMap<>();
        records.forEach((name, file) -> types.put(name, Vocabulary.fields(file)));
        Optional<Map<String, String>> systems = settings.stream().findFirst().map(Vocabulary::systems);
        return new Vocabulary(systems, types);
    }

    private List<ConfigProblem> inOrder(List<SourceFile> files) {
        List<String> names = files.stream().map(SourceFile::name).toList();
        Set<ConfigProblem> once = new LinkedHashSet<>(problems);
        return once.stream()
                .sorted(Comparator.comparingInt((ConfigProblem problem) -> names.indexOf(problem.file()))
                        .thenComparingInt(ConfigProblem::line)
                        .thenComparingInt(ConfigProblem::column))
                .toList();
    }
}
