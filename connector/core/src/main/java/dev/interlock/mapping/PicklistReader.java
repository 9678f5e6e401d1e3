package dev.interlock.mapping;

import dev.interlock.mapping.Choices.Otherwise;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** Reads a table of choices, and makes sure that it can be read backwards. */
final class PicklistReader {

    private final List<ConfigProblem> problems;
    private final Map<String, String> ours = new LinkedHashMap<>();
    private final Map<String, Yaml.Scalar> own = new LinkedHashMap<>();
    private final Map<String, String> spellings = new LinkedHashMap<>();

    PicklistReader(List<ConfigProblem> problems) {
        this.problems = problems;
    }

    Optional<Choices.Picklist> read(Yaml.Mapping options) {
        if (options.get("map").isEmpty()) {
            problems.add(options.at().problem("'picklist' needs 'map': own values and the choices they mean"));
            return Optional.empty();
        }
        int before = problems.size();
        Yaml.Mapping reverse = options.mapping("reverse");
        Set<String> decided = new TreeSet<>(reverse.names());
        for (Yaml.Entry entry : options.mapping("map").entries()) {
            entry.value().scalar().ifPresent(choice -> add(entry.key(), choice, decided));
        }
        reverse.entries().forEach(this::addReverse);
        Otherwise otherwise = options.get("otherwise").map(this::otherwise).orElse(new Otherwise.Report());
        if (problems.size() > before) {
            return Optional.empty();
        }
        return Optional.of(new Choices.Picklist(
                ours,
                own.entrySet().stream()
                        .collect(Collectors.toMap(
                                Map.Entry::getKey, entry -> entry.getValue().text())),
                otherwise));
    }

    private void add(Yaml.Scalar name, Yaml.Scalar written, Set<String> decided) {
        String choice = written.text().strip();
        if (choice.isEmpty() || Choices.key(name.text()).isEmpty()) {
            problems.add(name.at().problem("a blank is no choice"));
            return;
        }
        String spelling = spellings.putIfAbsent(Choices.key(choice), choice);
        if (spelling != null && !spelling.equals(choice)) {
            problems.add(written.at()
                    .problem("'" + written.written() + "' stands above as '" + spelling
                            + "': spell one choice one way"));
        }
        if (ours.put(Choices.key(name.text()), choice) != null) {
            problems.add(
                    name.at().problem("'" + name.written() + "' is in the map already, but for upper and lower case"));
        }
        Yaml.Scalar first = own.putIfAbsent(choice, name);
        if (first != null && !decided.contains(choice)) {
            problems.add(name.at()
                    .problem("'" + first.written() + "' and '" + name.written() + "' both mean '" + written.written()
                            + "': say under 'reverse' which of them is written"));
        }
    }

    private void addReverse(Yaml.Entry entry) {
        Optional<Yaml.Scalar> name = entry.value().scalar();
        if (!own.containsKey(entry.name())) {
            problems.add(noChoice(entry.key()));
            return;
        }
        if (name.isEmpty()) {
            return;
        }
        if (!entry.name().equals(ours.get(Choices.key(name.get().text())))) {
            problems.add(name.get()
                    .at()
                    .problem("'" + name.get().written() + "' does not mean '"
                            + entry.key().written() + "' in the map"));
            return;
        }
        own.put(entry.name(), name.get());
    }

    private Otherwise otherwise(Yaml written) {
        return switch (written) {
            case Yaml.Scalar word -> word.text().equals("pass") ? new Otherwise.Pass() : new Otherwise.Report();
            case Yaml.Sequence sequence -> new Otherwise.Report();
            case Yaml.Mapping mapping ->
                mapping.get("default")
                        .flatMap(Yaml::scalar)
                        .map(this::byDefault)
                        .orElse(new Otherwise.Report());
        };
    }

    private Otherwise byDefault(Yaml.Scalar choice) {
        if (!own.containsKey(choice.text())) {
            problems.add(noChoice(choice));
        }
        return new Otherwise.As(choice.text());
    }

    private ConfigProblem noChoice(Yaml.Scalar choice) {
        return choice.at().problem("'" + choice.written() + "' is no choice of the map", choice.text(), own.keySet());
    }
}
