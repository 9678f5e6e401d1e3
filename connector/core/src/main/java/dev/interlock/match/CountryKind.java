package dev.interlock.match;

import dev.interlock.normalise.Countries;
import dev.interlock.normalise.Folding;
import dev.interlock.normalise.Placeholder;
import java.util.List;

/** Countries, however they are called. */
final class CountryKind implements ValueKind {

    private final boolean vetoes;

    /**
     * @param vetoes whether another country is another entity: of organisations it is, persons move
     */
    CountryKind(boolean vetoes) {
        this.vetoes = vetoes;
    }

    @Override
    public List<Level> levels() {
        return List.of(Level.byRarity("same", 0.97), new Level("different", 0.03, 0.8, vetoes));
    }

    @Override
    public List<String> read(String cell) {
        return Placeholder.is(cell) ? List.of() : List.of(Countries.code(cell).orElseGet(() -> Folding.fold(cell)));
    }

    @Override
    public int grade(byte[] one, byte[] other, Spelling spelling) {
        return 2;
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
