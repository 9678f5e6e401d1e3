package dev.interlock.mapping;

import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Fills {@code ${NAME}} and {@code ${NAME:-default}} into values. */
record Environment(Map<String, String> variables) {

    private static final Pattern PLACE = Pattern.compile("\\$\\{([A-Za-z_][A-Za-z0-9_]*)(:-([^}]*))?}");

    /** The text with all variables filled in; one that is not set is a problem and leaves nothing. */
    String fill(String written, Spot at, List<ConfigProblem> problems) {
        if (!written.contains("${")) {
            return written;
        }
        Matcher place = PLACE.matcher(written);
        StringBuilder filled = new StringBuilder();
        while (place.find()) {
            String name = place.group(1);
            String value = variables.get(name);
            if (value == null && place.group(2) == null) {
                problems.add(at.problem(
                        "the environment variable " + name + " is not set, and ${" + name + "} has no default",
                        name,
                        variables.keySet()));
            }
            String otherwise = place.group(2) == null ? "" : place.group(3);
            place.appendReplacement(filled, Matcher.quoteReplacement(value == null ? otherwise : value));
        }
        return place.appendTail(filled).toString();
    }
}
