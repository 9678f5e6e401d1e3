package dev.interlock.sandbox.market;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** Makes people who work at companies; some have the name of another, or work beside them. */
final class Persons {

    private static final int COLLEAGUES = 250;
    private static final int NAMESAKES = 40;
    private static final int RELATIVES = 20;
    private static final int OWN_LINE = 700;
    private static final int COMMON_NAME = 300;
    private static final List<String> KANJI = List.of(
            "藤/fuji",
            "松/matsu",
            "竹/take",
            "梅/ume",
            "杉/sugi",
            "石/ishi",
            "岩/iwa",
            "黒/kuro",
            "白/shira",
            "赤/aka",
            "青/ao",
            "高/taka",
            "西/nishi",
            "東/higashi",
            "南/minami",
            "北/kita",
            "中/naka",
            "大/o",
            "小/ko",
            "長/naga",
            "古/furu",
            "新/nii",
            "福/fuku",
            "金/kane",
            "上/ue",
            "浅/asa",
            "深/fuka",
            "若/waka",
            "吉/yoshi",
            "平/hira");
    private static final List<String> TITLES =
            List.of("CEO", "Head of Purchasing", "IT Manager", "Geschäftsführer", "Sales Director", "Owner", "");

    private final Dice dice;
    private final List<Firm> firms;
    private final List<Person> made = new ArrayList<>();
    private final Set<String> mailboxes = new HashSet<>();

    Persons(Dice dice, List<Firm> firms) {
        this.dice = dice;
        this.firms = firms;
    }

    /**
     * A person as they really are.
     *
     * @param mailbox the part before the @ at their company
     * @param line their own number there, or that of the switchboard
     */
    record Person(String id, Word given, Word family, Firm firm, String mailbox, String line, String title) {}

    Person next() {
        Person person = make();
        made.add(person);
        return person;
    }

    private Person make() {
        Firm firm = dice.of(firms);
        if (made.isEmpty()) {
            return person(given(firm), family(firm), firm);
        }
        Person last = made.getLast();
        if (dice.in1000(NAMESAKES)) {
            return person(last.given(), last.family(), firm);
        }
        if (dice.in1000(RELATIVES)) {
            return person(given(last.firm()), last.family(), last.firm());
        }
        Firm at = dice.in1000(COLLEAGUES) ? last.firm() : firm;
        return person(given(at), family(at), at);
    }

    private Word given(Firm firm) {
        return Word.of(dice.of(firm.land().given()));
    }

    private Word family(Firm firm) {
        Land land = firm.land();
        if (dice.in1000(COMMON_NAME)) {
            return Word.of(dice.of(land.family()));
        }
        Word begins = land.script().equals("katakana") ? Word.of(dice.of(KANJI)) : Word.coined(dice, land.script());
        return begins.with(Word.of(dice.of(land.endings())));
    }

    private Person person(Word given, Word family, Firm firm) {
        String mailbox = mailbox(given, family);
        for (int again = 2; !mailboxes.add(mailbox + "@" + firm.id()); again++) {
            mailbox = mailbox(given, family) + again;
        }
        String line = dice.in1000(OWN_LINE) ? dice.digits(7) : firm.reach().line();
        return new Person("person" + (made.size() + 1), given, family, firm, mailbox, line, dice.of(TITLES));
    }

    private static String mailbox(Word given, Word family) {
        String plain = (given.latin() + "." + family.latin()).toLowerCase(Locale.ROOT);
        return plain.replaceAll("[^a-z.]", "");
    }
}
