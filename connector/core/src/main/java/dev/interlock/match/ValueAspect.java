package dev.interlock.match;

import java.util.List;

/** A value of one kind that stands in one or several columns: any of one record may agree with any of the other. */
final class ValueAspect implements Aspect {

    private static final int MOST = 3;
    private static final int SAME = 1;

    private final Seat seat;
    private final List<Integer> columns;
    private final String name;
    private final ValueKind kind;
    private final boolean goesByRarity;
    private final Lexicon values = new Lexicon();
    private final Spelling spelling = new Spelling();

    ValueAspect(Seat seat, List<Integer> columns, String name, ValueKind kind) {
        this.seat = seat;
        this.columns = List.copyOf(columns);
        this.name = name;
        this.kind = kind;
        this.goesByRarity = kind.levels().getFirst().isByRarity();
    }

    @Override
    public int width() {
        return MOST;
    }

    @Override
    public List<Integer> columns() {
        return columns;
    }

    @Override
    public List<Part> parts() {
        return List.of(new Part(name, kind.levels()));
    }

    @Override
    public List<String> clues() {
        return kind.clues();
    }

    @Override
    public List<Lexicon> lexicons() {
        return List.of(values);
    }

    @Override
    public void read(Row row, int[] into) {
        int count = 0;
        for (int column : columns) {
            for (String value : kind.read(row.cells().get(column))) {
                if (count < MOST && !value.isEmpty() && !holds(into, count, value)) {
                    into[seat.number() + count++] = values.add(value);
                }
            }
        }
        values.fill(count > 0 ? 1 : 0);
        while (count < MOST) {
            into[seat.number() + count++] = Lexicon.NONE;
        }
    }

    private boolean holds(int[] row, int count, String value) {
        for (int at = 0; at < count; at++) {
            if (values.text(row[seat.number() + at]).equals(value)) {
                return true;
            }
        }
        return false;
    }

    @Override
    public void repeats(int[] row, int[] earlier) {
        boolean any = false;
        for (int at = seat.number(); kind.isOwn() && at < seat.number() + MOST && row[at] != Lexicon.NONE; at++) {
            for (int there = seat.number(); there < seat.number() + MOST; there++) {
                if (row[at] == earlier[there]) {
                    values.forget(row[at]);
                    any = true;
                }
            }
        }
        values.fill(any ? -1 : 0);
    }

    @Override
    public void compare(int[] one, int[] other, Findings into) {
        int best = Integer.MAX_VALUE;
        double bits = 0;
        for (int at = seat.number(); at < seat.number() + MOST && one[at] != Lexicon.NONE; at++) {
            for (int there = seat.number(); there < seat.number() + MOST && other[there] != Lexicon.NONE; there++) {
                if (one[at] == other[there]) {
                    best = SAME;
                    bits = goesByRarity ? Math.max(bits, bits(one[at])) : 0;
                } else if (best > 2) {
                    int level = kind.grade(values.word(one[at]), values.word(other[there]), spelling);
                    best = Math.min(best, level);
                }
            }
        }
        into.set(seat.part(), best == Integer.MAX_VALUE ? Part.MISSING : best, bits);
    }

    private double bits(int value) {
        Rarity.World world = kind.world(values.word(value));
        return Rarity.bits(values.count(value, world.bits()), values.filled(), world);
    }

    @Override
    public void clues(int[] row, Clues into) {
        for (int at = seat.number(); at < seat.number() + MOST && row[at] != Lexicon.NONE; at++) {
            kind.clues(values.word(row[at]), seat.clue(), into);
        }
    }
}
