package dev.interlock.mapping;

import dev.interlock.mapping.Place.Creation;
import dev.interlock.mapping.Place.Deletes;
import dev.interlock.record.RawFields;
import dev.interlock.record.RecordType;
import dev.interlock.record.SystemId;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Reads one record file. The schema has checked its shape and told what is wrong with it; here its names are checked, as
 * far as the shape allows, so that one pass finds everything.
 */
final class RecordReader {

    private final Vocabulary vocabulary;
    private final RecordType type;
    private final Map<String, FieldKind> fields;
    private final List<ConfigProblem> problems;

    RecordReader(Vocabulary vocabulary, String name, List<ConfigProblem> problems) {
        this.vocabulary = vocabulary;
        this.type = new RecordType(name);
        this.fields = vocabulary.types().getOrDefault(name, Map.of());
        this.problems = problems;
    }

    RecordMapping read(Yaml.Mapping file) {
        Map<SystemId, Place> places = new LinkedHashMap<>();
        for (Yaml.Entry entry : file.mapping("systems").entries()) {
            checkSystem(entry.key());
            if (entry.value() instanceof Yaml.Mapping place && !entry.name().isBlank()) {
                SystemId system = new SystemId(entry.name());
                places.put(system, place(system, place));
            }
        }
        List<String> systems = file.mapping("systems").names();
        FieldReader reader = new FieldReader(
                new FieldReader.Surroundings(vocabulary, type, systems, NamingReader.composed(file)), problems);
        Map<String, Field> read = new LinkedHashMap<>();
        for (Yaml.Entry entry : file.mapping("fields").entries()) {
            if (entry.value() instanceof Yaml.Mapping field) {
                read.put(entry.name(), reader.read(entry.name(), field));
            }
        }
        new Columns(problems).checkWrittenOnce(file, read);
        MatchReader match = new MatchReader(fields, problems);
        return new RecordMapping(
                type, read, places, match.keys(file), match.weighing(file), new DealRulesReader(problems).read(file));
    }

    private void checkSystem(Yaml.Scalar name) {
        Optional<Set<String>> known = vocabulary.systems().map(Map::keySet);
        if (known.isPresent() && !known.get().contains(name.text())) {
            problems.add(name.at().problem("unknown system '" + name.written() + "'", name.text(), known.get()));
        }
    }

    private Place place(SystemId system, Yaml.Mapping place) {
        Map<String, Optional<String>> constants = new LinkedHashMap<>();
        place.mapping("constants").texts().forEach((column, text) -> constants.put(column, Optional.of(text)));
        return new Place(
                system,
                place.text("object").orElse(""),
                place.text("key"),
                place.get("create").map(this::creation).orElse(new Creation(true, Optional.empty())),
                place.text("deletes").flatMap(RecordReader::deletes).orElse(Deletes.FLAG),
                new RawFields(constants));
    }

    private Creation creation(Yaml create) {
        return switch (create) {
            case Yaml.Mapping mapping ->
                new Creation(
                        true,
                        mapping.get("when")
                                .flatMap(Yaml::scalar)
                                .filter(when -> !when.text().isBlank())
                                .flatMap(when -> Cel.condition(when, fields, problems)));
            case Yaml.Scalar scalar -> new Creation(!scalar.text().equals("false"), Optional.empty());
            case Yaml.Sequence sequence -> new Creation(true, Optional.empty());
        };
    }

    private static Optional<Deletes> deletes(String word) {
        for (Deletes deletes : Deletes.values()) {
            if (deletes.name().toLowerCase(Locale.ROOT).equals(word)) {
                return Optional.of(deletes);
            }
        }
        return Optional.empty();
    }
}
