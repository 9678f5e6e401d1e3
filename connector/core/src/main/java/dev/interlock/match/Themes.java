package dev.interlock.match;

import java.util.List;

/**
 * Which parts tell the same thing. A model takes parts for independent (Fellegi and Sunter, 1969), and they are not: who sits in
 * the same city has the same country, too, and colleagues share company, web site and switchboard. Without this, colleagues and
 * neighbours weigh as much as doubles.
 */
final class Themes {

    /** The odds, in bits, that two people are one if all that is known of them is that they work at one place. */
    private static final double COLLEAGUES = -5;

    /** What a name weighs at most, in bits, that another name beside it speaks against. */
    private static final double KIN = 5;

    /** From so many bits on, a name speaks against. */
    private static final double ANOTHER = -3;

    /** What a part tells about. */
    enum Theme {
        ITSELF(1),
        /** A family name tells where somebody comes from, and so which given names are likely. */
        NAME(0.65),
        PLACE(0.25),
        NET(0.25);

        /** What agreement in a part tells besides what agreement in another of its theme has told, as a share. */
        private final double echo;

        Theme(double echo) {
            this.echo = echo;
        }
    }

    /**
     * What a part tells about.
     *
     * @param ofEmployer whether that is of a person's company rather than of the person
     */
    record About(Theme theme, boolean ofEmployer) {

        static final About ITSELF = new About(Theme.ITSELF, false);
    }

    private static final List<Theme> REPEATED = List.of(Theme.NAME, Theme.PLACE, Theme.NET);

    private final List<About> parts;

    Themes(List<About> parts) {
        this.parts = List.copyOf(parts);
    }

    /**
     * Takes from the weights of the parts what was told before.
     *
     * @param bits what each part would weigh by itself
     * @param prior the odds beforehand, in bits
     */
    void settle(double[] bits, double prior) {
        kin(bits);
        for (Theme theme : REPEATED) {
            echo(bits, theme);
        }
        double employer = 0;
        for (int part = 0; part < parts.size(); part++) {
            employer += parts.get(part).ofEmployer() ? bits[part] : 0;
        }
        double most = Math.max(0, COLLEAGUES - prior);
        if (employer > most) {
            for (int part = 0; part < parts.size(); part++) {
                bits[part] *= parts.get(part).ofEmployer() ? most / employer : 1;
            }
        }
    }

    /** Where one of two names differs, the other may be that of a relative, however rare it is. */
    private void kin(double[] bits) {
        boolean differs = false;
        for (int part = 0; part < parts.size(); part++) {
            differs |= parts.get(part).theme() == Theme.NAME && bits[part] < ANOTHER;
        }
        for (int part = 0; differs && part < parts.size(); part++) {
            bits[part] = parts.get(part).theme() == Theme.NAME ? Math.min(KIN, bits[part]) : bits[part];
        }
    }

    private void echo(double[] bits, Theme theme) {
        int strongest = -1;
        for (int part = 0; part < parts.size(); part++) {
            if (parts.get(part).theme() == theme && (strongest < 0 || bits[part] > bits[strongest])) {
                strongest = part;
            }
        }
        for (int part = 0; part < parts.size(); part++) {
            if (parts.get(part).theme() == theme && part != strongest && bits[part] > 0) {
                bits[part] *= theme.echo;
            }
        }
    }
}
