package dev.interlock.normalise;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
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
    private static final Pattern TRAILING = Pattern.compile("[\\s,;&-]+$");
    private static final LegalForms FORMS = LegalForms.load();

    /** No name has more; what has is compared as it is. */
    private static final int MOST_WORDS = 100;

    /** Takes a name apart. A name that consists of legal forms only stays itself. */
    public static CompanyName of(String name) {
        Optional<LegalForms.Cut> cut =
                FORMS.nativeIn(name).filter(found -> !words(found.rest()).isEmpty());
        List<String> whole = withoutArticle(words(cut.map(LegalForms.Cut::rest).orElse(name)));
        Optional<String> form = cut.map(LegalForms.Cut::form);
        if (whole.size() > MOST_WORDS) {
            return new CompanyName(String.join(" ", whole), form);
        }
        List<String> rest = whole;
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
                ? new CompanyName(String.join(" ", whole), cut.map(LegalForms.Cut::form))
                : new CompanyName(String.join(" ", rest), form);
    }

    /**
     * A name in the two parts that people write.
     *
     * @param plain the name without its legal forms, as it was written
     * @param form the legal forms, as they were written; blank if there are none
     */
    public record Parted(String plain, String form) {}

    /** Parts a name from its legal forms, without changing how either is written. */
    public static Parted parted(String name) {
        String line = Wording.squeeze(name);
        List<String> words = Arrays.asList(line.split(" ", -1));
        String core = of(line).core();
        if (words.size() > MOST_WORDS || of(line).legalForm().isEmpty()) {
            return new Parted(line, "");
        }
        int to = words.size();
        for (int length = to - 1; length > 0; length--) {
            to = isCore(words.subList(0, length), core) ? length : to;
        }
        int from = 0;
        // An article is no legal form, though a name is the same without it.
        boolean hasArticle = Folding.fold(words.getFirst()).equals("the");
        for (int start = 1; start < to && !hasArticle; start++) {
            from = isCore(words.subList(start, to), core) ? start : from;
        }
        String form =
                String.join(" ", words.subList(0, from)) + " " + String.join(" ", words.subList(to, words.size()));
        String plain =
                TRAILING.matcher(String.join(" ", words.subList(from, to))).replaceAll("");
        return plain.isEmpty() ? new Parted(line, "") : new Parted(plain, Wording.squeeze(form));
    }

    private static boolean isCore(List<String> words, String core) {
        return of(String.join(" ", words)).core().equals(core);
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
        int from = 0;
        while (from < words.size() - 1 && words.get(from).equals("the")) {
            from++;
        }
        return words.subList(from, words.size());
    }

    private static List<String> withoutTrailingAnd(List<String> words) {
        List<String> rest = words;
        while (rest.size() > 1 && rest.getLast().equals("and")) {
            rest = rest.subList(0, rest.size() - 1);
        }
        return rest;
    }
}
