package dev.interlock.mapping;

import java.util.Locale;
import java.util.Optional;
import org.apache.commons.text.similarity.JaroWinklerSimilarity;

/** Guesses what a misspelt word was meant to be. */
final class Nearest {

    /** Below this the words only share letters. */
    private static final double ALIKE = 0.77;

    private static final JaroWinklerSimilarity LIKENESS = new JaroWinklerSimilarity();

    private Nearest() {}

    static Optional<String> to(String written, Iterable<String> known) {
        String wanted = written.toLowerCase(Locale.ROOT);
        String nearest = "";
        double best = ALIKE;
        for (String word : known) {
            double likeness = LIKENESS.apply(wanted, word.toLowerCase(Locale.ROOT));
            if (likeness > best && !word.equals(written)) {
                best = likeness;
                nearest = word;
            }
        }
        return nearest.isEmpty() ? Optional.empty() : Optional.of(nearest);
    }
}
