package dev.interlock.mapping;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Reads how records of one type are recognised: a list of keys, or a mapping that also says what is weighed. */
final class MatchReader {

    private final Map<String, FieldKind> fields;
    private final List<ConfigProblem> problems;

    MatchReader(Map<String, FieldKind> fields, List<ConfigProblem> problems) {
        this.fields = fields;
        this.problems = problems;
    }

    /** The keys, from the short form or from {@code same}. */
    List<List<String>> keys(Yaml.Mapping file) {
        Yaml match = file.get("match").orElse(file);
        Yaml same = match instanceof Yaml.Mapping full ? full.get("same").orElse(full) : match;
        List<List<String>> keys = new ArrayList<>();
        if (same instanceof Yaml.Sequence items) {
            for (Yaml item : items.items()) {
                List<Yaml.Scalar> names = item.scalars();
                names.forEach(this::isField);
                keys.add(names.stream().map(Yaml.Scalar::text).toList());
            }
        }
        return keys;
    }

    /** What is weighed; {@link Weighing#NONE} in the short form. */
    Weighing weighing(Yaml.Mapping file) {
        Yaml.Mapping match = file.mapping("match");
        List<Yaml.Scalar> never = match.get("never").map(Yaml::scalars).orElse(List.of());
        never.forEach(this::isField);
        double link = chance(match, "link", Weighing.LINK);
        double review = chance(match, "review", Math.min(Weighing.REVIEW, link));
        if (review > link) {
            problems.add(match.get("review")
                    .orElse(match)
                    .at()
                    .problem("review (" + review + ") is above link (" + link
                            + "): a person is asked about what is less certain than what is linked"));
        }
        Map<String, Optional<Trait>> weighed = weighed(match);
        if (weighed.isEmpty()) {
            unweighed(match);
        }
        return new Weighing(
                weighed, link, review, never.stream().map(Yaml.Scalar::text).toList());
    }

    /** What is only about weighing, where nothing is weighed. */
    private void unweighed(Yaml.Mapping match) {
        for (String key : List.of("link", "review", "never")) {
            match.entry(key)
                    .filter(any -> match.get("weigh").isEmpty())
                    .ifPresent(entry -> problems.add(entry.key()
                            .at()
                            .problem("'" + key + "' says nothing without 'weigh', which names the fields to weigh")));
        }
    }

    private double chance(Yaml.Mapping match, String key, double unless) {
        Optional<String> written = match.text(key);
        try {
            return written.map(Double::valueOf)
                    .filter(value -> value > 0 && value < 1)
                    .orElse(unless);
        } catch (NumberFormatException told) {
            // The schema has said so.
            return unless;
        }
    }

    private Map<String, Optional<Trait>> weighed(Yaml.Mapping match) {
        Map<String, Optional<Trait>> weighed = new LinkedHashMap<>();
        switch (match.get("weigh").orElse(new Yaml.Sequence(List.of(), match.at()))) {
            case Yaml.Mapping kinds ->
                kinds.entries()
                        .forEach(entry -> entry.value()
                                .scalar()
                                .filter(kind -> isField(entry.key()))
                                .ifPresent(kind -> fitting(entry.key(), kind)
                                        .ifPresent(trait -> weighed.put(entry.name(), Optional.of(trait)))));
            case Yaml.Sequence names ->
                names.scalars().stream()
                        .filter(this::isField)
                        .filter(this::tellsSomething)
                        .forEach(name -> weighed.put(name.text(), Optional.empty()));
            case Yaml.Scalar scalar -> {}
        }
        return weighed;
    }

    private Optional<Trait> fitting(Yaml.Scalar field, Yaml.Scalar kind) {
        if (!tellsSomething(field)) {
            return Optional.empty();
        }
        Set<Trait> possible = Trait.fitting(type(field));
        String choices = possible.stream().map(Trait::word).collect(Collectors.joining(", "));
        Optional<Trait> trait = Trait.of(kind.text());
        if (trait.isEmpty()) {
            problems.add(kind.at().problem("unknown kind '" + kind.written() + "'", kind.text(), Trait.allWords()));
        } else if (!possible.contains(trait.get())) {
            problems.add(kind.at()
                    .problem("'" + kind.written() + "' does not fit the field '" + field.written() + "' of type "
                            + word(type(field)) + "; " + choices + (possible.size() > 1 ? " do" : " does")));
        }
        return trait.filter(possible::contains);
    }

    private boolean tellsSomething(Yaml.Scalar field) {
        boolean tells = !Trait.fitting(type(field)).isEmpty();
        if (!tells) {
            problems.add(field.at()
                    .problem("the field '" + field.written() + "' of type " + word(type(field))
                            + " cannot be weighed: that two of them are alike says nothing of who they are"));
        }
        return tells;
    }

    private FieldKind type(Yaml.Scalar field) {
        return fields.getOrDefault(field.text(), FieldKind.TEXT);
    }

    private static String word(FieldKind kind) {
        return kind.name().toLowerCase(java.util.Locale.ROOT);
    }

    private boolean isField(Yaml.Scalar name) {
        boolean known = fields.containsKey(name.text());
        if (!known) {
            problems.add(name.at().problem("unknown field '" + name.written() + "'", name.text(), fields.keySet()));
        }
        return known;
    }
}
