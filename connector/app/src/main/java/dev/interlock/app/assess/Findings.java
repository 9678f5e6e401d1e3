package dev.interlock.app.assess;

import dev.interlock.app.assess.Assessment.Example;
import dev.interlock.app.assess.Assessment.Finding;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Counts values with the same thing wrong, and keeps the first as examples. */
final class Findings {

    private static final int EXAMPLES = 5;

    /** How many different values are counted, and how many of them are told. */
    private static final int COUNTED = 10_000;

    private static final int TOLD = 20;

    private static final int LONGEST = 80;

    private long count;
    private final Map<String, Long> values = new HashMap<>();
    private final List<Example> examples = new ArrayList<>();

    void add(Example found) {
        Example example = new Example(found.id(), shortened(found.value()), shortened(found.why()));
        count++;
        if (values.size() < COUNTED || values.containsKey(example.value())) {
            values.merge(example.value(), 1L, Long::sum);
        }
        if (examples.size() < EXAMPLES) {
            examples.add(example);
        }
    }

    private static String shortened(String text) {
        return text.length() <= LONGEST ? text : text.substring(0, LONGEST) + "...";
    }

    Finding told() {
        Map<String, Long> frequent = new LinkedHashMap<>();
        values.entrySet().stream()
                .sorted(Comparator.comparingLong((Map.Entry<String, Long> each) -> -each.getValue())
                        .thenComparing(Map.Entry::getKey))
                .limit(TOLD)
                .forEach(each -> frequent.put(each.getKey(), each.getValue()));
        return new Finding(count, frequent, examples);
    }
}
