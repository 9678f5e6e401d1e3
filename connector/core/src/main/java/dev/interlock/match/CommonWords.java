package dev.interlock.match;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** How often words stand in ten thousand names, roughly; what a store teaches takes their place. */
final class CommonWords {

    /** Words that organisations of our trade call themselves by. */
    static final Map<String, Integer> OF_COMPANIES = counted(Map.of(
            400, "group solutions services technologies",
            250, "consulting systems technology international partners global",
            150, "software digital management tech data cloud network networks it holding holdings",
            90,
                    "media marketing security information america american usa europe solution service computer communications",
            60, "business enterprise enterprises industries innovation innovations associates advisors capital design",
            40,
                    "first united national north south east west new smart blue green advanced applied premier pro next one",
            25,
                    "center centre company trading engineering energy health healthcare medical financial finance insurance"
                            + " real estate construction logistics education training research university city bank"));

    /** The most common names of people in the languages around us. */
    static final Map<String, Integer> OF_PERSONS = counted(Map.of(
            150, "john david michael james robert william maria",
            100, "thomas daniel andrew mark paul peter mary anna smith johnson",
            70, "jennifer jessica sarah laura susan martin stefan christian chris alexander williams brown jones",
            40, "miller davis garcia rodriguez wilson martinez anderson taylor lee kim nguyen li wang zhang chen singh",
            30, "mueller muller schmidt schneider fischer weber meyer kumar khan ali mohammed jose juan carlos luis"));

    private CommonWords() {}

    private static Map<String, Integer> counted(Map<Integer, String> lines) {
        Map<String, Integer> counts = new HashMap<>();
        lines.forEach((count, words) -> List.of(words.split(" ", -1)).forEach(word -> counts.put(word, count)));
        return Map.copyOf(counts);
    }
}
