package dev.interlock.match;

/**
 * How well two values agree.
 *
 * @param name for people: {@code same}, {@code close}, {@code different}
 * @param same how often two values of one entity agree so, as long as the records themselves have not taught better
 * @param other how often values of two entities do; not a number where the values themselves tell, by how rare they are
 * @param vetoes whether it rules out that both are one entity, whatever else agrees
 */
record Level(String name, double same, double other, boolean vetoes) {

    Level(String name, double same, double other) {
        this(name, same, other, false);
    }

    /** A level that rules out that both are one entity. */
    static Level veto(String name, double same, double other) {
        return new Level(name, same, other, true);
    }

    /** A level at which the rarity of what agrees says how likely chance is. */
    static Level byRarity(String name, double same) {
        return new Level(name, same, Double.NaN);
    }

    boolean isByRarity() {
        return Double.isNaN(other);
    }
}
