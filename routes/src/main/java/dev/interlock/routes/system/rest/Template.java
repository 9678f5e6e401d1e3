package dev.interlock.routes.system.rest;

import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A text with places such as {@code {since}} that are filled in per request. */
record Template(String text) {

    private static final Pattern PLACE = Pattern.compile("\\{([A-Za-z][A-Za-z0-9_]*)}");

    /** The names of all places. */
    Set<String> places() {
        Set<String> places = new LinkedHashSet<>();
        Matcher place = PLACE.matcher(text);
        while (place.find()) {
            places.add(place.group(1));
        }
        return places;
    }

    /** The text with all places filled in; empty if there is no value for one of them, so that it is left out. */
    Optional<String> filled(Map<String, String> values) {
        return filled(values, UnaryOperator.identity());
    }

    /** The same, each value written in the way of its surroundings, such as percent-encoded. */
    Optional<String> filled(Map<String, String> values, UnaryOperator<String> written) {
        if (!values.keySet().containsAll(places())) {
            return Optional.empty();
        }
        return Optional.of(PLACE.matcher(text)
                .replaceAll(place -> Matcher.quoteReplacement(written.apply(values.getOrDefault(place.group(1), "")))));
    }

    /** Those texts of a mapping that can be filled in. */
    static Map<String, String> filled(Map<String, Template> templates, Map<String, String> values) {
        Map<String, String> texts = new LinkedHashMap<>();
        templates.forEach((name, template) -> template.filled(values).ifPresent(text -> texts.put(name, text)));
        return texts;
    }
}
