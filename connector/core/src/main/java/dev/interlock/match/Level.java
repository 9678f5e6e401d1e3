package dev.interlock.match;

/**
 * How well two values agree.
 *
 * @param name for people: {@code same}, {@code close}, {@code different}
 * @param same how often two values of one entity agree so, as long as the records themselves have not taught better
 * @param other how often values of two entities do; not a number where the values themselves tell, by how rare they are
 */
record Level(String name, double same, double other) {

    /** A level at which the rarity of what agrees says how likely chance is. */
    static Level byRarity(String name, double same) {
        return new Level(name, same, Double.NaN);
    }

    boolean isByRarity() {
        return Double.isNaN(other);
    }
}
