package dev.interlock.normalise;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A company's name taken apart for comparing.
 *
 * @param core what tells it from others: folded, without article and legal forms; empty only if the name has no letters
 * @param legalForm the last legal form, in its short spelling ({@code gmbh}, {@code ltd})
 */
public record CompanyName(String core, Optional<String> legalForm) {

    private static final Pattern INNER_DOT =
            Pattern.compile("(?<![\\p{L}\\p{N}])(\\p{L})\\.(?=\\p{L}(?![\\p{L}\\p{N}]))");
    private static final Pattern SLASHED = Pattern.compile("(?<![\\p{L}\\p{N}])(\\p{L})/(\\p{L})(?![\\p{L}\\p{N}])");
    private static final LegalForms FORMS = LegalForms.load();

    /** Takes a name apart. A name that consists of legal forms only stays itself. */
    public static CompanyName of(String name) {
        List<String> words = words(FORMS.withoutNativeForms(name));
        if (words.isEmpty()) {
            words = words(name);
        }
        List<String> rest = withoutArticle(words);
        List<String> whole = rest;
        Optional<String> form = Optional.empty();
        List<String> before;
        do {
            before = rest;
            Optional<LegalForms.Found> found = FORMS.at(rest);
            if (found.isPresent()) {
                rest = found.get().rest();
                form = form.isPresent() ? form : Optional.of(found.get().form());
            }
            rest = withoutArticle(withoutTrailingAnd(rest));
        } while (!rest.equals(before));
        return FORMS.isForm(rest)
                ? new CompanyName(String.join(" ", whole), Optional.empty())
                : new CompanyName(String.join(" ", rest), form);
    }

    /** Folded words; single letters that stand together are one abbreviation: {@code S. A.} is {@code sa}. */
    static List<String> words(String name) {
        String joined =
                SLASHED.matcher(INNER_DOT.matcher(name).replaceAll("$1")).replaceAll("$1$2");
        String folded = Folding.fold(joined);
        List<String> words = new ArrayList<>();
        StringBuilder letters = new StringBuilder();
        for (String word : folded.isEmpty() ? List.<String>of() : Arrays.asList(folded.split(" ", -1))) {
            if (word.length() == 1 && Character.isLetter(word.charAt(0))) {
                letters.append(word);
                continue;
            }
            flush(letters, words);
            words.add(word);
        }
        flush(letters, words);
        return List.copyOf(words);
    }

    private static void flush(StringBuilder letters, List<String> words) {
        if (!letters.isEmpty()) {
            words.add(letters.toString());
            letters.setLength(0);
        }
    }

    private static List<String> withoutArticle(List<String> words) {
        List<String> rest = words;
        while (rest.size() > 1 && rest.getFirst().equals("the")) {
            rest = rest.subList(1, rest.size());
        }
        return rest;
    }

    private static List<String> withoutTrailingAnd(List<String> words) {
        List<String> rest = words;
        while (rest.size() > 1 && rest.getLast().equals("and")) {
            rest = rest.subList(0, rest.size() - 1);
        }
        return rest;
    }

    /** The legal forms we know, from {@code legal-forms.txt}. */
    private record LegalForms(
            Map<List<String>, String> suffixes, Map<List<String>, String> prefixes, List<String> natives) {

        private record Found(String form, List<String> rest) {}

        private static final int LONGEST = 6;

        private static LegalForms load() {
            Map<List<String>, String> suffixes = new HashMap<>();
            Map<List<String>, String> prefixes = new HashMap<>();
            List<String> natives = new ArrayList<>();
            for (String line : WordList.lines("legal-forms.txt")) {
                boolean leads = line.startsWith("^");
                String[] spellings = (leads ? line.substring(1) : line).split("\\|", -1);
                String form = String.join(" ", words(spellings[0]));
                for (String spelling : spellings) {
                    List<String> words = words(spelling.strip());
                    suffixes.put(words, form);
                    if (leads) {
                        prefixes.put(words, form);
                    }
                    if (!Wording.isAscii(spelling) && spelling.codePoints().anyMatch(Character::isIdeographic)) {
                        natives.add(spelling.strip());
                    }
                }
            }
            return new LegalForms(suffixes, prefixes, natives);
        }

        /** Han stands without spaces, so its forms are cut out before they are transliterated. */
        private String withoutNativeForms(String name) {
            String rest = name;
            for (String form : natives) {
                rest = rest.replace(form, " ");
            }
            return rest;
        }

        private boolean isForm(List<String> words) {
            return suffixes.containsKey(words);
        }

        /** The longest legal form at the end, else at the start, that leaves something of the name. */
        private Optional<Found> at(List<String> words) {
            for (int length = Math.min(LONGEST, words.size() - 1); length > 0; length--) {
                int cut = words.size() - length;
                String form = suffixes.get(words.subList(cut, words.size()));
                if (form != null) {
                    return Optional.of(new Found(form, words.subList(0, cut)));
                }
            }
            for (int length = Math.min(LONGEST, words.size() - 1); length > 0; length--) {
                String form = prefixes.get(words.subList(0, length));
                if (form != null) {
                    return Optional.of(new Found(form, words.subList(length, words.size())));
                }
            }
            return Optional.empty();
        }
    }
}
