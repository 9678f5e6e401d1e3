package dev.interlock.match;

/**
 * How well two values agree.
 *
 * @param name for people: {@code same}, {@code close}, {@code different}
 * @param same how often two values of one entity agree so, as long as the records themselves have not taught better
 * @param other how often values of two entities do; not a number where the values themselves tell, by how rare they are
 * @param force what it can do besides weigh
 */
record Level(String name, double same, double other, Force force) {

    /** What a level can do besides weigh. */
    enum Force {
        /** Nothing; the records teach what it weighs. */
        LEARNT,
        /** It weighs what ships, whatever the records seem to teach. */
        SETTLED,
        /** It rules out that both are one entity, whatever else agrees. */
        VETO
    }

    Level(String name, double same, double other) {
        this(name, same, other, Force.LEARNT);
    }

    boolean vetoes() {
        return force == Force.VETO;
    }

    /** A level that rules out that both are one entity. */
    static Level veto(String name, double same, double other) {
        return new Level(name, same, other, Force.VETO);
    }

    /** A level at which the rarity of what agrees says how likely chance is. */
    static Level byRarity(String name, double same) {
        return new Level(name, same, Double.NaN);
    }

    boolean isByRarity() {
        return Double.isNaN(other);
    }
}
