package dev.interlock.match;

import dev.interlock.mapping.RecordMapping;
import dev.interlock.record.FieldValue;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * Which records of one type are one entity, whichever systems they come from: found all at once and without a store, by the
 * same keys and the same weights by which arriving records are recognised. The same records give the same answer.
 */
public final class Gathering {

    /** What more records share is no clue. */
    private static final int HOT = 150;

    /** Of more, those that share the rarest clues. */
    private static final int MOST_CANDIDATES = 32;

    /** From so many records on they teach what agreement weighs; fewer are weighed as what ships says. */
    private static final int ENOUGH_TO_LEARN = 300;

    private static final double NEVER = -1e6;

    private final RecordMapping mapping;
    private final List<Map<String, FieldValue>> records;
    private final Scales scales;
    private final List<Set<MatchKey>> keys = new ArrayList<>();
    private final Map<Long, Weight> candidates = new TreeMap<>();

    private Gathering(RecordMapping mapping, List<Map<String, FieldValue>> records) {
        this.mapping = mapping;
        this.records = List.copyOf(records);
        this.scales = new Scales(mapping, experience(mapping, records));
        MatchKeys make = new MatchKeys(mapping);
        records.forEach(record -> keys.add(make.of(record)));
    }

    /**
     * What was found.
     *
     * @param groups records that are one, at least two each, the largest first
     * @param doubts pairs of which a person would be asked, the likeliest first
     */
    public record Found(List<Group> groups, List<Doubt> doubts) {
        public Found {
            groups = List.copyOf(groups);
            doubts = List.copyOf(doubts);
        }
    }

    /**
     * Records that are one.
     *
     * @param records their places among those that were given, in order
     * @param why the key or the weight that joins the first two of them that share one
     */
    public record Group(List<Integer> records, String why) {
        public Group {
            records = List.copyOf(records);
        }
    }

    /** Two records that may be one, by their places. */
    public record Doubt(int one, int other, double chance, String why) {}

    /** Looks for the records that are one. A type that has neither keys nor weights has none. */
    public static Found among(RecordMapping mapping, List<Map<String, FieldValue>> records) {
        Gathering gathering = new Gathering(mapping, records);
        gathering.weighCandidates();
        List<Group> groups = gathering.groups();
        return new Found(groups, gathering.doubts(groups));
    }

    private static Experience experience(RecordMapping mapping, List<Map<String, FieldValue>> records) {
        if (!mapping.weighing().isWanted() || records.size() < ENOUGH_TO_LEARN) {
            return Experience.SHIPPED;
        }
        Map<String, List<Map<String, FieldValue>>> each = new LinkedHashMap<>();
        for (int at = 0; at < records.size(); at++) {
            each.put("record " + at, List.of(records.get(at)));
        }
        return Experience.learnt(mapping, each);
    }

    private void weighCandidates() {
        if (!mapping.weighing().isWanted()) {
            return;
        }
        List<Set<Long>> clues = records.stream().map(scales::clues).toList();
        Map<Long, List<Integer>> byClue = places(clues);
        for (int one = 0; one < records.size(); one++) {
            for (int other : sharing(one, clues.get(one), byClue)) {
                long pair = pair(one, other);
                if (!candidates.containsKey(pair)) {
                    Weight weight = scales.weigh(records.get(one), records.get(other));
                    if (weight.chance() >= mapping.weighing().review()) {
                        candidates.put(pair, weight);
                    }
                }
            }
        }
    }

    private static <T> Map<T, List<Integer>> places(List<Set<T>> having) {
        Map<T, List<Integer>> places = new LinkedHashMap<>();
        for (int at = 0; at < having.size(); at++) {
            for (T each : having.get(at)) {
                places.computeIfAbsent(each, any -> new ArrayList<>()).add(at);
            }
        }
        return places;
    }

    private static List<Integer> sharing(int record, Collection<Long> clues, Map<Long, List<Integer>> byClue) {
        Map<Integer, Double> shared = new HashMap<>();
        for (long clue : clues) {
            List<Integer> having = byClue.getOrDefault(clue, List.of());
            if (having.size() <= HOT) {
                having.forEach(other -> shared.merge(other, 1.0 / having.size(), Double::sum));
            }
        }
        shared.remove(record);
        return shared.entrySet().stream()
                .sorted(Comparator.comparingDouble((Map.Entry<Integer, Double> each) -> -each.getValue())
                        .thenComparing(Map.Entry::getKey))
                .limit(MOST_CANDIDATES)
                .map(Map.Entry::getKey)
                .toList();
    }

    private static long pair(int one, int other) {
        return (long) Math.min(one, other) << 32 | Math.max(one, other);
    }

    private List<Group> groups() {
        double cut = Weight.bitsOf(mapping.weighing().link());
        List<Edge> edges = new ArrayList<>();
        candidates.forEach((pair, weight) -> {
            if (weight.bits() >= cut) {
                edges.add(new Edge((int) (pair >>> 32), (int) (long) pair, weight.bits()));
            }
        });
        for (List<Integer> same : places(keys).values()) {
            for (int at = 1; at < same.size(); at++) {
                edges.add(new Edge(same.get(at - 1), same.get(at), Linkage.MOST));
            }
        }
        return new Clusters(this::score, Linkage.MOST, cut - Linkage.LENIENCE)
                .of(records.size(), edges).stream()
                        .map(members -> Arrays.stream(members).sorted().boxed().toList())
                        .map(members -> new Group(members, why(members)))
                        .sorted(Comparator.comparingInt(
                                        (Group group) -> -group.records().size())
                                .thenComparingInt(group -> group.records().getFirst()))
                        .toList();
    }

    private double score(int one, int other) {
        if (sharesKey(one, other)) {
            return Linkage.MOST;
        }
        if (!mapping.weighing().isWanted()) {
            return 0;
        }
        Weight weight = scales.weigh(records.get(one), records.get(other));
        return weight.ruledOut().isEmpty() ? weight.bits() : NEVER;
    }

    private boolean sharesKey(int one, int other) {
        return keys.get(one).stream().anyMatch(keys.get(other)::contains);
    }

    private String why(List<Integer> members) {
        for (int one : members) {
            for (int other : members) {
                if (one < other) {
                    String joined = why(one, other);
                    if (!joined.isEmpty()) {
                        return joined;
                    }
                }
            }
        }
        return "";
    }

    private String why(int one, int other) {
        Set<MatchKey> shared = new HashSet<>(keys.get(one));
        shared.retainAll(keys.get(other));
        if (!shared.isEmpty()) {
            return "same "
                    + String.join(
                            ", ", shared.stream().map(MatchKey::kind).sorted().toList());
        }
        Weight weight = candidates.get(pair(one, other));
        return weight == null ? "" : Weight.percent(weight.chance()) + ": " + weight.words();
    }

    private List<Doubt> doubts(List<Group> groups) {
        int[] group = new int[records.size()];
        for (int at = 0; at < groups.size(); at++) {
            int number = at + 1;
            groups.get(at).records().forEach(record -> group[record] = number);
        }
        List<Doubt> doubts = new ArrayList<>();
        candidates.forEach((pair, weight) -> {
            int one = (int) (pair >>> 32);
            int other = (int) (long) pair;
            if (group[one] == 0 || group[one] != group[other]) {
                doubts.add(new Doubt(one, other, weight.chance(), weight.words()));
            }
        });
        doubts.sort(Comparator.comparingDouble((Doubt doubt) -> -doubt.chance())
                .thenComparingInt(Doubt::one)
                .thenComparingInt(Doubt::other));
        return doubts;
    }
}
