package dev.interlock.sandbox.salesforce;

import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** What an admin's flows do to records before they are saved: a text written into one of these fields becomes upper case. */
final class Automation {

    private final Set<Field> upperCase = new HashSet<>();

    void upperCase(Field field) {
        upperCase.add(field);
    }

    void leaveAlone(Field field) {
        upperCase.remove(field);
    }

    void clear() {
        upperCase.clear();
    }

    /** The values as they are saved; only fields that were written are touched. */
    Map<Field, Object> applied(Map<Field, Object> written) {
        Map<Field, Object> saved = new LinkedHashMap<>(written);
        saved.replaceAll((field, value) ->
                upperCase.contains(field) && value instanceof String text ? text.toUpperCase(Locale.ROOT) : value);
        return saved;
    }
}
