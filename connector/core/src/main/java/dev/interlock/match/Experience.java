package dev.interlock.match;

import dev.interlock.mapping.RecordMapping;
import dev.interlock.record.FieldValue;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * What is known of how records of a type agree: the chance that two are one, how often records of one entity and of two agree
 * on each part, and which values are common. A value: the same experience weighs two records alike for ever, whatever else is
 * stored meanwhile.
 *
 * @param signature the columns it was learnt with; blank if nothing was learnt
 * @param prior the chance beforehand, in bits
 * @param same per part and level, how often records of one entity agree so
 * @param other per part and level, how often records of two entities do
 * @param counts per kind of value, how often values occur
 */
public record Experience(
        String signature, double prior, List<List<Double>> same, List<List<Double>> other, List<Counts> counts) {

    /** As long as nothing is learnt, weights are those of a table of so many. */
    private static final int USUAL = 10_000;

    /** How many of the records that arrive have their counterpart there, as long as that is not known. */
    private static final double KNOWN = 0.6;

    /** More records teach nothing more. */
    private static final int SAMPLE = 40_000;

    /** What ships. */
    public static final Experience SHIPPED =
            new Experience("", Model.log2(KNOWN / USUAL), List.of(), List.of(), List.of());

    public Experience {
        same = same.stream().map(List::copyOf).toList();
        other = other.stream().map(List::copyOf).toList();
        counts = List.copyOf(counts);
    }

    /**
     * Learns from what is staged, without labels. The same records, in any order, teach the same.
     *
     * @param records per entity what its records say; those that say the same count once
     */
    public static Experience learnt(RecordMapping mapping, Map<String, List<Map<String, FieldValue>>> records) {
        Features features = Features.of(mapping);
        Map<Long, List<Row>> byHash = new TreeMap<>();
        records.forEach((entity, members) -> byHash.put(
                Hash.mix(entity.getBytes(java.nio.charset.StandardCharsets.UTF_8)), rows(features, entity, members)));
        List<Row> rows = byHash.values().stream()
                .flatMap(Collection::stream)
                .limit(SAMPLE)
                .toList();
        if (rows.size() < 2) {
            return SHIPPED;
        }
        Linkage linkage = Linkage.within(features.columns(), rows);
        Model model = linkage.model();
        double scale = Math.max(1, (double) records.size() / rows.size());
        // Those that are there are told apart already; of those that arrive, most have a counterpart.
        double prior = Math.max(model.prior() - Model.log2(scale), Model.log2(KNOWN / Math.max(2, records.size())));
        List<Integer> parts = IntStream.range(0, model.parts().size()).boxed().toList();
        return new Experience(
                features.signature(),
                prior,
                parts.stream().map(part -> listed(model.same(part))).toList(),
                parts.stream().map(part -> listed(model.other(part))).toList(),
                linkage.counts());
    }

    private static List<Row> rows(Features features, String entity, List<Map<String, FieldValue>> members) {
        List<List<String>> cells = members.stream()
                .map(values -> features.row(values).cells())
                .distinct()
                .sorted((one, another) -> String.join("\u001f", one).compareTo(String.join("\u001f", another)))
                .toList();
        return cells.stream().map(each -> new Row(entity, each)).toList();
    }

    private static List<Double> listed(double[] chances) {
        return java.util.Arrays.stream(chances).boxed().collect(Collectors.toList());
    }

    /** Whether it was learnt with these columns; what was not is as good as nothing. */
    boolean fits(Features features) {
        return signature.equals(features.signature());
    }

    /** A model that knows this. */
    Model model(Layout layout) {
        Model model = Model.shipped(layout);
        model.prior(prior);
        for (int part = 0; part < same.size(); part++) {
            model.learnSame(part, array(same.get(part)));
            model.learnOther(part, array(other.get(part)));
        }
        return model;
    }

    private static double[] array(List<Double> chances) {
        return chances.stream().mapToDouble(Double::doubleValue).toArray();
    }

    /** Settles what a layout counts. */
    void settle(Layout layout) {
        List<Lexicon> lexicons = layout.lexicons();
        for (int at = 0; at < lexicons.size(); at++) {
            if (at < counts.size()) {
                lexicons.get(at).settle(counts.get(at));
            } else {
                lexicons.get(at).guess(USUAL);
            }
        }
    }
}
