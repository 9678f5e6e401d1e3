package dev.interlock.normalise;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The legal forms of companies that {@code legal-forms.txt} lists, by their spellings.
 *
 * @param trailing those that stand after a name, as folded words
 * @param leading those that also stand before it
 * @param natives those in scripts without spaces, as they are written
 */
record LegalForms(Map<List<String>, String> trailing, Map<List<String>, String> leading, Map<String, String> natives) {

    private static final int LONGEST = 6;

    /** A form, and the words of the name without it. */
    record Found(String form, List<String> rest) {}

    /** A form, and the name without it. */
    record Cut(String form, String rest) {}

    static LegalForms load() {
        LegalForms forms = new LegalForms(new HashMap<>(), new HashMap<>(), new LinkedHashMap<>());
        for (String line : WordList.lines("legal-forms.txt")) {
            boolean leads = line.startsWith("^");
            String[] spellings = (leads ? line.substring(1) : line).split("\\|", -1);
            String form = String.join(" ", CompanyName.words(spellings[0]));
            for (String spelling : spellings) {
                forms.add(spelling.strip(), form);
                if (leads) {
                    forms.leading.put(CompanyName.words(spelling), form);
                }
            }
        }
        return forms;
    }

    private void add(String spelling, String form) {
        trailing.putIfAbsent(CompanyName.words(spelling), form);
        boolean hasNoSpaces = spelling.codePoints()
                .anyMatch(point -> Character.isIdeographic(point)
                        || Character.UnicodeScript.of(point) == Character.UnicodeScript.HANGUL
                        || Character.UnicodeBlock.of(point) == Character.UnicodeBlock.ENCLOSED_CJK_LETTERS_AND_MONTHS);
        if (hasNoSpaces) {
            natives.put(spelling, form);
        }
    }

    /** Cuts out a form in a script without spaces, before the transliteration swallows it. */
    Optional<Cut> nativeIn(String name) {
        return natives.entrySet().stream()
                .filter(form -> name.contains(form.getKey()))
                .findFirst()
                .map(form -> new Cut(form.getValue(), name.replace(form.getKey(), " ")));
    }

    boolean isForm(List<String> words) {
        return trailing.containsKey(words);
    }

    /** The longest legal form at the end, else at the start, that leaves something of the name. */
    Optional<Found> at(List<String> words) {
        int size = words.size();
        for (int length = Math.min(LONGEST, size - 1); length > 0; length--) {
            String form = trailing.get(words.subList(size - length, size));
            if (form != null) {
                return Optional.of(new Found(form, words.subList(0, size - length)));
            }
        }
        for (int length = Math.min(LONGEST, size - 1); length > 0; length--) {
            String form = leading.get(words.subList(0, length));
            if (form != null) {
                return Optional.of(new Found(form, words.subList(length, size)));
            }
        }
        return Optional.empty();
    }
}
