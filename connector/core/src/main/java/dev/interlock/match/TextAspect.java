package dev.interlock.match;

import dev.interlock.normalise.Folding;
import dev.interlock.normalise.Placeholder;
import java.util.List;

/** Free words: a second line of an address, a department, a description. */
final class TextAspect implements Aspect {

    private final Seat seat;
    private final int column;
    private final String name;
    private final WordBag bag = new WordBag(0.5);

    TextAspect(Seat seat, int column, String name) {
        this.seat = seat;
        this.column = column;
        this.name = name;
    }

    @Override
    public int width() {
        return 1;
    }

    @Override
    public List<Integer> columns() {
        return List.of(column);
    }

    @Override
    public List<Part> parts() {
        return List.of(new Part(name, WordLevels.line()));
    }

    @Override
    public List<String> clues() {
        return WordBag.CLUES.stream().map(clue -> "text " + clue).toList();
    }

    @Override
    public List<Lexicon> lexicons() {
        return bag.lexicons();
    }

    @Override
    public void read(Row row, int[] into) {
        String cell = row.cells().get(column);
        into[seat.number()] = Placeholder.is(cell) ? Lexicon.NONE : bag.add(CompanyAspect.tokens(Folding.fold(cell)));
    }

    @Override
    public void compare(int[] one, int[] other, Findings into) {
        WordLevels.compare(bag, one[seat.number()], other[seat.number()], new WordLevels.To(into, seat.part()));
    }

    @Override
    public void clues(int[] row, Clues into) {
        if (row[seat.number()] != Lexicon.NONE) {
            bag.clues(row[seat.number()], seat.clue(), into);
        }
    }
}
