package dev.interlock.normalise;

import java.util.Set;
import java.util.stream.Collectors;

/** Words that people type where they have nothing to say. */
public final class Placeholder {

    private static final Set<String> WORDS =
            WordList.lines("placeholders.txt").stream().map(Folding::fold).collect(Collectors.toUnmodifiableSet());

    private static final int LONGEST = 100;

    private Placeholder() {}

    /** Whether the text says nothing about anybody: {@code n/a}, {@code unknown}, {@code -}. */
    public static boolean is(String text) {
        if (text.length() > LONGEST) {
            return false;
        }
        String folded = Folding.fold(text);
        return folded.isEmpty() || WORDS.contains(folded);
    }
}
