package dev.interlock.match;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * By what records are looked up in the store: settled by what there is to compare, not by the records, because the keys that
 * are stored must stay the same while records come and go.
 */
final class Ways {

    private static final Set<String> TELL_ALONE = Set.of(
            "e-mail",
            "mailbox",
            "phone",
            "phone but two digits",
            "domain",
            "number",
            "street and number",
            "sound of names",
            "date of birth");

    /** An organisation is found by these; of a person they only say where somebody works. */
    private static final Set<String> OF_COMPANIES = Set.of("name", "word");

    private static final List<List<String>> TOGETHER = List.of(
            List.of("word", "country"),
            List.of("word", "city"),
            List.of("beginning", "country"),
            List.of("end", "country"),
            List.of("beginning", "city"),
            List.of("beginning", "postal code"));

    private static final List<List<String>> TOGETHER_FOR_PERSONS = List.of(
            List.of("sound of family name", "name"),
            List.of("given name", "name"),
            List.of("sound of family name", "city"),
            List.of("sound of family name", "postal code"),
            List.of("sound of names", "beginning"),
            List.of("sound of names", "city"),
            List.of("sound of names", "country"));

    private Ways() {}

    static List<Template> of(Layout layout) {
        Map<String, Integer> places = new HashMap<>();
        int clue = 0;
        for (Aspect aspect : layout.aspects()) {
            for (String name : aspect.clues()) {
                places.putIfAbsent(name, clue++);
            }
        }
        boolean persons = places.containsKey("sound of names");
        List<Template> ways = new ArrayList<>();
        places.forEach((name, at) -> {
            if (TELL_ALONE.contains(name) || (!persons && OF_COMPANIES.contains(name))) {
                ways.add(new Template(at, Template.ALONE));
            }
        });
        for (List<String> pair : persons ? TOGETHER_FOR_PERSONS : TOGETHER) {
            Integer one = places.get(pair.getFirst());
            Integer other = places.get(pair.getLast());
            if (one != null && other != null) {
                ways.add(new Template(one, other));
            }
        }
        return List.copyOf(ways);
    }
}
