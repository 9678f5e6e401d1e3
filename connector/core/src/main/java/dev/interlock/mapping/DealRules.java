package dev.interlock.mapping;

import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * By which rules it is decided whose deal it is: the section {@code registration:} of a record file.
 *
 * @param version stands on every flag that these rules raise
 * @param grain in what two deals must agree to be one and the same
 * @param bands where bands of amounts begin, in whole units of the currency, rising
 * @param window how long the first registration shuts others out
 * @param reach how far back other deals count
 * @param progress without which a protection ends early
 * @param decideWithin how long a registration may wait for a decision
 * @param levels who approves, by amount, rising
 * @param exceptions other windows for some partners
 * @param parents of partners by partner: a reseller's distributor
 */
public record DealRules(
        String version,
        Set<Grain> grain,
        List<Long> bands,
        Window window,
        Reach reach,
        Progress progress,
        Duration decideWithin,
        List<Level> levels,
        List<Exemption> exceptions,
        Map<String, String> parents) {

    /** The rules of a file that says nothing else. */
    public static final DealRules SHIPPED = new DealRules(
            "1",
            Set.of(Grain.CUSTOMER, Grain.PRODUCT),
            List.of(),
            new Window(90, Start.SUBMISSION),
            new Reach(30, 60, 365, Duration.ofMinutes(5)),
            new Progress(60, Set.of(Sign.STAGE, Sign.ACTIVITY, Sign.NEXT_STEP)),
            Duration.ofHours(48),
            List.of(new Level(0, "channel manager")),
            List.of(),
            Map.of());

    public DealRules {
        grain = Set.copyOf(grain);
        bands = List.copyOf(bands);
        levels = List.copyOf(levels);
        exceptions = List.copyOf(exceptions);
        parents = Map.copyOf(new LinkedHashMap<>(parents));
    }

    /** In what two deals may agree. */
    public enum Grain {
        CUSTOMER,
        PRODUCT,
        SITE,
        QUANTITY,
        AMOUNT,
        BRAND,
        TERRITORY,
        PROJECT;

        public String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** What starts the clock of a window. */
    public enum Start {
        SUBMISSION,
        APPROVAL
    }

    /** How long the first registration shuts others out: until the instant so many days after its clock started. */
    public record Window(int days, Start clock) {}

    /**
     * How far back other deals count.
     *
     * @param lostDays for how long a lost deal still stands in the way
     * @param directDays for how long after its last activity a direct deal counts as worked on
     * @param incumbentDays for how long who sold last counts as the incumbent
     * @param skew how far clocks may be apart
     */
    public record Reach(int lostDays, int directDays, int incumbentDays, Duration skew) {}

    /** What counts as progress. */
    public enum Sign {
        STAGE,
        ACTIVITY,
        NEXT_STEP
    }

    /** After so many days without any of these signs a protection ends; 0 days: never for that. */
    public record Progress(int days, Set<Sign> by) {
        public Progress {
            by = Set.copyOf(by);
        }
    }

    /** Who approves deals from an amount on, in whole units of the currency. */
    public record Level(long from, String by) {}

    /**
     * Another window for some partners. A set that is empty fits all.
     *
     * @param id stands on every flag that it had a say in
     */
    public record Exemption(String id, Set<String> tiers, Set<String> types, Set<String> regions, Window window) {

        public Exemption {
            tiers = Set.copyOf(tiers);
            types = Set.copyOf(types);
            regions = Set.copyOf(regions);
        }

        public boolean fits(String tier, String type, String region) {
            return fits(tiers, tier) && fits(types, type) && fits(regions, region);
        }

        private static boolean fits(Set<String> wanted, String word) {
            return wanted.isEmpty() || wanted.contains(word);
        }

        /** How narrow it is: the narrower of two that fit counts. */
        int narrowness() {
            return (tiers.isEmpty() ? 0 : 1) + (types.isEmpty() ? 0 : 1) + (regions.isEmpty() ? 0 : 1);
        }

        /** Whether some partner fits both, and neither is the narrower one. */
        boolean overlaps(Exemption other) {
            return narrowness() == other.narrowness()
                    && meet(tiers, other.tiers)
                    && meet(types, other.types)
                    && meet(regions, other.regions);
        }

        private static boolean meet(Set<String> one, Set<String> other) {
            return one.isEmpty() || other.isEmpty() || one.stream().anyMatch(other::contains);
        }
    }

    /** The exception for such a partner; empty if the rule for all counts. */
    public Optional<Exemption> exception(String tier, String type, String region) {
        return exceptions.stream()
                .filter(one -> one.fits(tier, type, region))
                .reduce((one, other) -> other.narrowness() > one.narrowness() ? other : one);
    }

    /** Who approves a deal of that amount. */
    public String approver(long amount) {
        return levels.stream()
                .filter(level -> level.from() <= amount)
                .reduce((lower, higher) -> higher)
                .map(Level::by)
                .orElse("channel manager");
    }

    /** The band that an amount falls into, counted from 0. */
    public int band(long amount) {
        return (int) bands.stream().filter(from -> from <= amount).count();
    }

    /** A partner that is above itself, with those between; empty if there is none. */
    public static List<String> ring(Map<String, String> parents) {
        for (String start : parents.keySet().stream().sorted().toList()) {
            List<String> way = new ArrayList<>(List.of(start));
            String above = parents.get(start);
            while (above != null && !way.contains(above)) {
                way.add(above);
                above = parents.get(above);
            }
            if (start.equals(above)) {
                way.add(above);
                return way;
            }
        }
        return List.of();
    }
}
