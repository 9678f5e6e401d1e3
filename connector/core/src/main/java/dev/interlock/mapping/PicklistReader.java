package dev.interlock.mapping;

import dev.interlock.mapping.Choices.Otherwise;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** Reads a table of choices, and makes sure that it can be read backwards. */
final class PicklistReader {

    private final List<ConfigProblem> problems;
    private final Map<String, String> ours = new LinkedHashMap<>();
    private final Map<String, Yaml.Scalar> own = new LinkedHashMap<>();
    private final Set<String> choices = new TreeSet<>();

    PicklistReader(List<ConfigProblem> problems) {
        this.problems = problems;
    }

    Optional<Choices.Picklist> read(Yaml.Mapping options) {
        if (!(options.get("map").orElse(options) instanceof Yaml.Mapping map) || map == options) {
            problems.add(options.at().problem("'picklist' needs 'map': own values and the choices they mean"));
            return Optional.empty();
        }
        Yaml.Mapping reverse = options.mapping("reverse");
        int before = problems.size();
        map.entries().forEach(entry -> entry.value().scalar().ifPresent(choice -> add(entry.key(), choice, reverse)));
        reverse.entries().forEach(this::addReverse);
        Otherwise otherwise = options.get("otherwise").map(this::otherwise).orElse(new Otherwise.Report());
        if (problems.size() > before) {
            return Optional.empty();
        }
        Map<String, String> spellings = new LinkedHashMap<>();
        own.forEach((choice, name) -> spellings.put(choice, name.text()));
        return Optional.of(new Choices.Picklist(ours, spellings, otherwise));
    }

    private void add(Yaml.Scalar name, Yaml.Scalar choice, Yaml.Mapping reverse) {
        choices.add(choice.text());
        if (Choices.key(choice.text()).isEmpty() || Choices.key(name.text()).isEmpty()) {
            problems.add(name.at().problem("a blank is no choice"));
            return;
        }
        String before = ours.put(Choices.key(name.text()), choice.text());
        if (before != null) {
            problems.add(
                    name.at().problem("'" + name.written() + "' is in the map already, but for upper and lower case"));
        }
        boolean isDecided = reverse.names().stream()
                .anyMatch(decided -> Choices.key(decided).equals(Choices.key(choice.text())));
        Yaml.Scalar first = own.putIfAbsent(Choices.key(choice.text()), name);
        if (first != null && !isDecided) {
            problems.add(name.at()
                    .problem("'" + first.written() + "' and '" + name.written() + "' both mean '" + choice.written()
                            + "': say under 'reverse' which of them is written"));
        }
    }

    private void addReverse(Yaml.Entry entry) {
        Optional<Yaml.Scalar> name = entry.value().scalar();
        if (!own.containsKey(Choices.key(entry.name()))) {
            problems.add(entry.key()
                    .at()
                    .problem("'" + entry.key().written() + "' is no choice of the map", entry.name(), choices));
            return;
        }
        String meaning = name.map(known -> ours.getOrDefault(Choices.key(known.text()), ""))
                .orElse("");
        if (name.isPresent() && !Choices.key(meaning).equals(Choices.key(entry.name()))) {
            problems.add(name.get()
                    .at()
                    .problem("'" + name.get().written() + "' does not mean '"
                            + entry.key().written() + "' in the map"));
            return;
        }
        name.ifPresent(known -> own.put(Choices.key(entry.name()), known));
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
        if (!own.containsKey(Choices.key(choice.text()))) {
            problems.add(
                    choice.at().problem("'" + choice.written() + "' is no choice of the map", choice.text(), choices));
        }
        return new Otherwise.As(choice.text());
    }
}
