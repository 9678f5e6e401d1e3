package dev.interlock.routes.system.rest;

import dev.interlock.mapping.ConfigProblem;
import dev.interlock.mapping.Yaml;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** One mapping of a description, read key by key; what is wrong is gathered with its place. */
record Keys(Yaml.Mapping yaml, List<ConfigProblem> problems) {

    String text(String key, String otherwise) {
        return yaml.text(key).orElse(otherwise);
    }

    /** A text without which there is no sense in the mapping. */
    String required(String key) {
        Optional<String> text = yaml.text(key).filter(some -> !some.isBlank());
        if (text.isEmpty()) {
            problem("the key '" + key + "' is missing");
        }
        return text.orElse("");
    }

    Keys mapping(String key) {
        return new Keys(yaml.mapping(key), problems);
    }

    Optional<Keys> some(String key) {
        return yaml.get(key)
                .filter(Yaml.Mapping.class::isInstance)
                .map(value -> new Keys((Yaml.Mapping) value, problems));
    }

    Set<String> words(String key) {
        Set<String> words = new LinkedHashSet<>();
        yaml.get(key).ifPresent(value -> value.scalars().forEach(scalar -> words.add(scalar.text())));
        return words;
    }

    Map<String, String> texts(String key) {
        return yaml.mapping(key).texts();
    }

    Map<String, Template> templates(String key) {
        Map<String, Template> templates = new LinkedHashMap<>();
        texts(key).forEach((name, text) -> templates.put(name, new Template(text)));
        return templates;
    }

    /** Templates that may use these places and no others. */
    Map<String, Template> templates(String key, Set<String> places) {
        Map<String, Template> templates = templates(key);
        templates.forEach((name, template) -> known(key, template.places(), places));
        return templates;
    }

    Optional<BodyTemplate> body(String key, Set<String> places) {
        Optional<BodyTemplate> body = yaml.get(key).map(BodyTemplate::new);
        body.ifPresent(some -> known(key, some.places(), places));
        return body;
    }

    Template template(String key, String otherwise, Set<String> places) {
        Template template = new Template(text(key, otherwise));
        known(key, template.places(), places);
        return template;
    }

    private void known(String key, Set<String> used, Set<String> places) {
        for (String place : used) {
            if (!places.contains(place)) {
                problems.add(yaml.get(key)
                        .map(Yaml::at)
                        .orElse(yaml.at())
                        .problem("there is no {" + place + "} to fill in here; there are " + places, place, places));
            }
        }
    }

    Set<Integer> numbers(String key, Set<Integer> otherwise) {
        Set<Integer> numbers = new LinkedHashSet<>();
        words(key).forEach(word -> number(word).ifPresent(numbers::add));
        return numbers.isEmpty() ? otherwise : numbers;
    }

    static Optional<Integer> number(String word) {
        return word.matches("\\d{1,9}") ? Optional.of(Integer.parseInt(word)) : Optional.empty();
    }

    /** A length of time, written {@code 250ms}, {@code 5s}, {@code 2m} or {@code 1h}. */
    Duration duration(String key, Duration otherwise) {
        return yaml.text(key)
                .filter(text -> text.matches("\\d{1,9}(ms|s|m|h)"))
                .map(Keys::duration)
                .orElse(otherwise);
    }

    private static Duration duration(String text) {
        String iso = text.endsWith("ms")
                ? "PT" + Long.parseLong(text.substring(0, text.length() - 2)) / 1000.0 + "S"
                : "PT" + text.toUpperCase(java.util.Locale.ROOT);
        return Duration.parse(iso);
    }

    void problem(String what) {
        problems.add(yaml.at().problem(what));
    }

    void problem(String key, String what) {
        problems.add(yaml.get(key).map(Yaml::at).orElse(yaml.at()).problem(what));
    }
}
