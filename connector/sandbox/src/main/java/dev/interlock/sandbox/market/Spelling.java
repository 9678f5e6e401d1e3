package dev.interlock.sandbox.market;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** Writes names as people in one system write them. */
final class Spelling {

    /** How a company's name is written the second time, and how often. */
    enum Company implements Dice.Share {
        AS_IT_IS(250),
        FORM_MISSING(350),
        FORM_WRITTEN_OUT(150),
        PUNCTUATION(80),
        TYPO(50),
        ACRONYM(40),
        FORMER_NAME(30),
        TRANSLITERATED(30),
        SITE_ADDED(20);

        private final int share;

        Company(int share) {
            this.share = share;
        }

        @Override
        public int in1000() {
            return share;
        }
    }

    /** How a person's name is written the second time, and how often. */
    enum Person implements Dice.Share {
        AS_IT_IS(700),
        INITIAL(60),
        SWAPPED(30),
        TYPO(60),
        CASE(60),
        TITLED(40),
        TRANSLITERATED(50);

        private final int share;

        Person(int share) {
            this.share = share;
        }

        @Override
        public int in1000() {
            return share;
        }
    }

    /** Of companies that write their legal form at all. */
    private static final int WITH_FORM = 930;

    private final Dice dice;

    Spelling(Dice dice) {
        this.dice = dice;
    }

    /** The name as it is, mostly with its legal form. */
    String properly(Firm firm) {
        return dice.in1000(WITH_FORM) ? formed(firm, firm.name(), firm.form().brief()) : firm.name();
    }

    String company(Firm firm, Company how) {
        String brief = formed(firm, firm.name(), firm.form().brief());
        return switch (how) {
            case AS_IT_IS -> brief;
            case FORM_MISSING -> firm.name();
            case FORM_WRITTEN_OUT -> formed(firm, firm.name(), firm.form().full());
            case PUNCTUATION -> punctuated(brief);
            case TYPO -> dice.in1000(300) ? rearranged(firm.name()) : mistyped(firm.name());
            case ACRONYM -> acronym(firm);
            case FORMER_NAME ->
                firm.former().stream().map(Word::text).collect(Collectors.joining(" ")) + " "
                        + firm.form().brief();
            case TRANSLITERATED -> transliterated(firm, brief);
            case SITE_ADDED -> firm.name() + " - " + firm.site().city();
        };
    }

    /** Given and family name, in this order unless they are swapped. */
    List<String> person(String given, String family, Person how) {
        return switch (how) {
            case AS_IT_IS -> List.of(given, family);
            case INITIAL -> List.of(given.substring(0, 1) + ".", family);
            case SWAPPED -> List.of(family, given);
            case TYPO -> dice.in1000(500) ? List.of(mistyped(given), family) : List.of(given, mistyped(family));
            case CASE ->
                dice.in1000(500)
                        ? List.of(given.toUpperCase(Locale.ROOT), family.toUpperCase(Locale.ROOT))
                        : List.of(given.toLowerCase(Locale.ROOT), family.toLowerCase(Locale.ROOT));
            case TITLED -> List.of("Dr. " + given, family);
            case TRANSLITERATED -> List.of(Word.ascii(given), Word.withoutMarks(family));
        };
    }

    /** Japanese puts the form before or after the name without a space. */
    private String formed(Firm firm, String name, String form) {
        if (firm.land().script().equals("katakana") && form.equals("株式会社")) {
            return dice.in1000(500) ? form + name : name + form;
        }
        return firm.land().script().equals("cyrillic") ? form + " «" + name + "»" : name + " " + form;
    }

    private String punctuated(String name) {
        return switch (dice.below(5)) {
            case 0 -> name.toUpperCase(Locale.ROOT);
            case 1 -> name.replace(" & ", " and ").replace(".", "");
            case 2 -> name.replace(" ", "  ") + " ";
            case 3 -> name.replace(" ", "-");
            default -> name.replace(" & ", "+").toLowerCase(Locale.ROOT);
        };
    }

    /** One letter left out, doubled, changed, or swapped with its neighbour. */
    String mistyped(String word) {
        int[] letters = word.codePoints().toArray();
        if (letters.length < 4) {
            return word;
        }
        int at = dice.between(1, letters.length - 2);
        List<Integer> typed = new ArrayList<>();
        for (int i = 0; i < letters.length; i++) {
            typed.add(letters[i]);
        }
        switch (dice.below(4)) {
            case 0 -> typed.remove(at);
            case 1 -> typed.add(at, typed.get(at));
            case 2 -> typed.set(at, 'a' + dice.below(26));
            default -> {
                int moved = typed.remove(at);
                typed.add(at + 1, moved);
            }
        }
        return typed.stream().map(Character::toString).collect(Collectors.joining());
    }

    private String rearranged(String name) {
        String[] words = name.split(" ");
        if (words.length < 2) {
            return mistyped(name);
        }
        String first = words[0];
        words[0] = words[1];
        words[1] = first;
        return String.join(" ", words);
    }

    /** The first letters, if there are enough words for it. */
    private String acronym(Firm firm) {
        String letters = firm.words().stream()
                .map(Word::text)
                .filter(word -> Character.isLetter(word.charAt(0)))
                .map(word -> word.substring(0, 1))
                .collect(Collectors.joining());
        return letters.length() < 3 ? firm.name() : letters + " " + firm.form().brief();
    }

    private String transliterated(Firm firm, String brief) {
        if (!firm.land().isLatin()) {
            return dice.in1000(500) ? firm.latinName() : Normalizer.normalize(brief, Normalizer.Form.NFKD);
        }
        return switch (dice.below(3)) {
            case 0 -> Word.ascii(brief);
            case 1 -> Word.withoutMarks(brief);
            default -> Normalizer.normalize(brief, Normalizer.Form.NFD);
        };
    }
}
