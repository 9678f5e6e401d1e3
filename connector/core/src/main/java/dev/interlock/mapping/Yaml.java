package dev.interlock.mapping;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A piece of a configuration file that knows where it stands. */
public sealed interface Yaml {

    /** Where it begins. */
    Spot at();

    default int line() {
        return at().line();
    }

    default int column() {
        return at().column();
    }

    /** Keys and their values, in the order of the file; no key occurs twice. */
    record Mapping(List<Entry> entries, Spot at) implements Yaml {

        public Mapping {
            entries = List.copyOf(entries);
        }

        public Optional<Yaml> get(String key) {
            return entry(key).map(Entry::value);
        }

        public Optional<Entry> entry(String key) {
            return entries.stream().filter(entry -> entry.name().equals(key)).findFirst();
        }

        /** The text of a scalar under the key; empty if there is none. */
        public Optional<String> text(String key) {
            return get(key).flatMap(Yaml::scalar).map(Scalar::text);
        }

        /** The mapping under the key; an empty one if there is none. */
        public Mapping mapping(String key) {
            return get(key).filter(Mapping.class::isInstance)
                    .map(Mapping.class::cast)
                    .orElse(new Mapping(List.of(), at));
        }

        public List<String> names() {
            return entries.stream().map(Entry::name).toList();
        }
    }

    /** One key and its value. */
    record Entry(Scalar key, Yaml value) {
        public String name() {
            return key.text();
        }
    }

    /** Values in order. */
    record Sequence(List<Yaml> items, Spot at) implements Yaml {
        public Sequence {
            items = List.copyOf(items);
        }
    }

    /**
     * One value.
     *
     * @param text with all {@code ${NAME}} filled in: may be a secret
     * @param written as it stands in the file: this is what problems may show
     * @param isPlain whether it stands without quotes, so that {@code 5} is a number
     */
    record Scalar(String text, String written, boolean isPlain, Spot at) implements Yaml {

        /** As it stands in the file, because the text may be a secret. */
        @Override
        public String toString() {
            return written + " at " + at;
        }
    }

    /** This, if it is one value. */
    default Optional<Scalar> scalar() {
        return this instanceof Scalar scalar ? Optional.of(scalar) : Optional.empty();
    }

    /** The texts of a list of scalars, or of one scalar that stands alone. */
    default List<Scalar> scalars() {
        return switch (this) {
            case Scalar scalar -> List.of(scalar);
            case Sequence sequence ->
                sequence.items().stream()
                        .flatMap(item -> item.scalar().stream())
                        .toList();
            case Mapping mapping -> List.of();
        };
    }

    /** What it is called in a message. */
    default String shape() {
        return switch (this) {
            case Scalar scalar -> "a single value";
            case Sequence sequence -> "a list";
            case Mapping mapping -> "a mapping of keys to values";
        };
    }

    /** The plain texts of scalars under each key, in order. */
    default Map<String, String> texts() {
        Map<String, String> texts = new LinkedHashMap<>();
        if (this instanceof Mapping mapping) {
            mapping.entries()
                    .forEach(entry -> entry.value().scalar().ifPresent(s -> texts.put(entry.name(), s.text())));
        }
        return texts;
    }
}
