package dev.interlock.match;

import dev.interlock.normalise.CompanyName;
import dev.interlock.normalise.Placeholder;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;

/** An organisation by its name; its legal form is a thing of its own. */
final class CompanyAspect implements Aspect {

    /** Written or left out as one likes. */
    private static final Set<String> AND = Set.of("and", "und", "et", "y", "en", "og", "och");

    private final Seat seat;
    private final int column;
    private final String name;
    private final WordBag bag = new WordBag(0.05, CommonWords.OF_COMPANIES);
    private final Lexicon forms = new Lexicon();

    CompanyAspect(Seat seat, int column, String name) {
        this.seat = seat;
        this.column = column;
        this.name = name;
    }

    @Override
    public int width() {
        return 2;
    }

    @Override
    public List<Integer> columns() {
        return List.of(column);
    }

    @Override
    public List<Part> parts() {
        return List.of(
                new Part(name, WordLevels.name()),
                new Part(
                        "legal form of " + name,
                        List.of(
                                new Level("same", 0.90, 0.40),
                                new Level("other form", 0.09, 0.35),
                                Level.veto("another kind of legal entity", 0.01, 0.25),
                                new Level("one is a holding", 0.01, 0.2, Level.Force.SETTLED))));
    }

    @Override
    public List<String> clues() {
        List<String> clues = new ArrayList<>(WordBag.CLUES);
        clues.add("initials");
        return clues;
    }

    @Override
    public List<Lexicon> lexicons() {
        return bag.lexicons();
    }

    @Override
    public void read(Row row, int[] into) {
        String cell = row.cells().get(column);
        if (Placeholder.is(cell)) {
            into[seat.number()] = Lexicon.NONE;
            into[seat.number() + 1] = Lexicon.NONE;
            return;
        }
        CompanyName read = CompanyName.of(cell);
        into[seat.number()] = bag.add(tokens(read.core()));
        into[seat.number() + 1] = read.legalForm().map(forms::add).orElse(Lexicon.NONE);
    }

    static List<String> tokens(String core) {
        return core.isEmpty()
                ? List.of()
                : Arrays.stream(core.split(" ", -1))
                        .filter(word -> !AND.contains(word))
                        .toList();
    }

    @Override
    public void compare(int[] one, int[] other, Findings into) {
        WordLevels.compare(bag, one[seat.number()], other[seat.number()], new WordLevels.To(into, seat.part()));
        int form = one[seat.number() + 1];
        int formThere = other[seat.number() + 1];
        boolean known = form != Lexicon.NONE && formThere != Lexicon.NONE;
        int level = !known ? Part.MISSING : form == formThere ? 1 : conflict(form, formThere) ? 3 : 2;
        boolean oneIsAHolding = level != 3
                && one[seat.number()] != Lexicon.NONE
                && other[seat.number()] != Lexicon.NONE
                && isHolding(one[seat.number()]) != isHolding(other[seat.number()]);
        into.set(seat.part() + 1, oneIsAHolding ? 4 : level);
    }

    /** A holding owns the company of its name and is not it. */
    private boolean isHolding(int name) {
        return bag.text(name).contains("holding");
    }

    private boolean conflict(int form, int formThere) {
        return LegalKinds.conflict(forms.text(form), forms.text(formThere));
    }

    @Override
    public void clues(int[] row, Clues into) {
        int whole = row[seat.number()];
        if (whole == Lexicon.NONE) {
            return;
        }
        bag.clues(whole, seat.clue(), into);
        String text = bag.text(whole);
        StringBuilder initials = new StringBuilder();
        for (String word : text.split(" ", -1)) {
            initials.append(word.charAt(0));
        }
        if (initials.length() > 2) {
            into.add(seat.clue() + 4, Hash.mix(initials.toString().getBytes(java.nio.charset.StandardCharsets.UTF_8)));
        } else if (text.indexOf(' ') < 0 && text.length() > 2) {
            into.add(seat.clue() + 4, Hash.mix(text.getBytes(java.nio.charset.StandardCharsets.UTF_8)));
        }
    }
}
