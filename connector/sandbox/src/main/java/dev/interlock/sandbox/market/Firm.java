package dev.interlock.sandbox.market;

import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/**
 * A company as it really is.
 *
 * @param words of its name, without the legal form
 * @param former words of the name it had before
 * @param reach how it is reached
 */
record Firm(String id, Land land, List<Word> words, Land.Form form, Site site, Reach reach, List<Word> former) {

    Firm {
        words = List.copyOf(words);
        former = List.copyOf(former);
    }

    /** Where it sits. */
    record Site(String street, String city, String postcode) {}

    /**
     * How it is reached.
     *
     * @param domain its own or that of its group; blank if it has none
     * @param mail where its mail goes: its domain, or a free host
     * @param mailbox of the company as such
     * @param area and line: the national phone number without a leading 0
     */
    record Reach(String domain, String mail, String mailbox, String area, String line) {}

    String name() {
        return words.stream()
                .map(Word::text)
                .collect(Collectors.joining(land.script().equals("katakana") ? "" : " "));
    }

    String latinName() {
        return words.stream().map(Word::latin).collect(Collectors.joining(" "));
    }

    /** What a domain made of these words is called. */
    static String domainOf(List<Word> words) {
        return words.stream()
                        .map(word -> word.latin().toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]", ""))
                        .filter(word -> !word.isEmpty())
                        .collect(Collectors.joining("-"))
                + ".example";
    }
}
