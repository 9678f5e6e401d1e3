package dev.interlock.match;

import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/**
 * What speaks for and against two records being one.
 *
 * @param reasons the chance beforehand first, then every part that both tell
 * @param ruledOut what makes it impossible, whatever else agrees; empty if nothing does
 */
public record Weight(List<Reason> reasons, List<String> ruledOut) {

    /**
     * One part of it.
     *
     * @param part what was compared
     * @param level how well it agrees
     * @param bits what that weighs, for or, below zero, against
     * @param fields what was compared, by field
     */
    public record Reason(String part, String level, double bits, List<String> fields) {
        public Reason {
            fields = List.copyOf(fields);
        }

        private String words() {
            return String.format(Locale.ROOT, "%s %s (%+.1f)", part, level, bits);
        }
    }

    public Weight {
        reasons = List.copyOf(reasons);
        ruledOut = List.copyOf(ruledOut);
    }

    /** The logarithm of the odds that both are one, in bits; what is ruled out does not count. */
    public double bits() {
        return reasons.stream().mapToDouble(Reason::bits).sum();
    }

    /** From 0 to 1; 0 if it is ruled out. */
    public double chance() {
        return ruledOut.isEmpty() ? Model.chance(bits()) : 0;
    }

    /** For people: the parts that weigh, the heaviest first; no value of any record is in it. */
    public String words() {
        return reasons.stream()
                .skip(1)
                .filter(reason -> Math.abs(reason.bits()) >= 0.05)
                .sorted(Comparator.comparingDouble((Reason reason) -> -Math.abs(reason.bits())))
                .map(Reason::words)
                .collect(Collectors.joining(", "));
    }

    /** For people: {@code 93.1 %}. */
    public static String percent(double chance) {
        double shown = Math.floor(chance * 1000) / 10;
        return chance >= 0.9999 ? "above 99.9 %" : String.format(Locale.ROOT, "%.1f %%", shown);
    }

    /** How many bits a chance between 0 and 1 is. */
    public static double bitsOf(double chance) {
        return Model.log2(chance / (1 - chance));
    }
}
