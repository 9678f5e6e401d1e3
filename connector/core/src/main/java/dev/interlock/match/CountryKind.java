package dev.interlock.match;

import dev.interlock.normalise.Countries;
import dev.interlock.normalise.Folding;
import dev.interlock.normalise.Placeholder;
import java.util.List;

/** Countries, however they are called. */
final class CountryKind implements ValueKind {

    private static final int OTHER = 2;
    private static final int UNKNOWN = 3;

    private final Whose whose;

    /** Whose country it is. */
    enum Whose {
        /** Of somebody: people move. */
        ANYBODYS,
        /** Of an organisation: in another country it is another one. */
        ORGANISATIONS,
        /** Of people with their organisation: their names tell of it, so that the same one tells little more. */
        COLLEAGUES
    }

    CountryKind(Whose whose) {
        this.whose = whose;
    }

    @Override
    public List<Level> levels() {
        return List.of(
                whose == Whose.COLLEAGUES
                        ? new Level("same", 0.97, 0.5, Level.Force.SETTLED)
                        : Level.byRarity("same", 0.97),
                whose == Whose.ORGANISATIONS ? Level.veto("different", 0.03, 0.8) : new Level("different", 0.03, 0.8),
                new Level("told in words that are not known", 0.03, 0.1));
    }

    @Override
    public List<String> read(String cell) {
        return Placeholder.is(cell) ? List.of() : List.of(Countries.code(cell).orElseGet(() -> Folding.fold(cell)));
    }

    @Override
    public int grade(byte[] one, byte[] other, Spelling spelling) {
        return isCode(one) && isCode(other) ? OTHER : UNKNOWN;
    }

    private static boolean isCode(byte[] country) {
        return country.length == 2 && Character.isUpperCase(country[0]);
    }

    @Override
    public Rarity.World world(byte[] value) {
        return new Rarity.World(2, 0);
    }

    @Override
    public List<String> clues() {
        return List.of("country");
    }

    @Override
    public void clues(byte[] value, int first, Clues into) {
        into.add(first, Hash.mix(value));
    }
}
