package dev.interlock.match;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * Knows records, and tells of an arriving one which of them it may be. Lives in memory and is rebuilt from what is staged; a
 * record takes some hundred bytes. Not for several threads at once.
 */
public final class Recognition {

    private final Layout layout;
    private final Census census;
    private final Index index;
    private final Model model;
    private final Findings found = new Findings();

    private Recognition(Layout layout, Model model, List<Template> templates) {
        this.layout = layout;
        this.model = model;
        census = new Census(layout);
        index = new Index(census, templates);
    }

    /**
     * One part of why two records may be one.
     *
     * @param part what was compared
     * @param level how well it agrees
     * @param bits what that weighs, for or, below zero, against
     */
    public record Reason(String part, String level, double bits) {}

    /**
     * A known record that an arriving one may be.
     *
     * @param record its number, in the order of {@link Recognition#add}
     * @param chance from 0 to 1 that both are one entity
     */
    public record Likely(int record, double chance) {}

    /**
     * Learns from some records how to recognise many; it knows none of them afterwards.
     *
     * @param expected how many records there will be
     */
    public static Recognition taught(List<Column> columns, List<Row> sample, int expected) {
        Linkage linkage = Linkage.within(columns, sample);
        Model model = linkage.model();
        // The more records, the less likely that two of them are one.
        model.prior(model.prior() - Model.log2(Math.max(1, (double) expected / Math.max(1, sample.size()))));
        return new Recognition(Layout.of(columns), model, linkage.templates(expected));
    }

    /** Gets to know a record; its number counts from 0. */
    public int add(Row row) {
        int record = census.add(row);
        index.add(record);
        return record;
    }

    /** The known records that a known record may be, the likeliest first, from that chance on. */
    public List<Likely> likely(int record, double least) {
        List<Likely> likely = new ArrayList<>();
        index.candidates(record, other -> {
            census.compare(record, other, found);
            double chance = Model.chance(model.score(found));
            if (chance >= least) {
                likely.add(new Likely(other, chance));
            }
        });
        likely.sort(Comparator.comparingDouble(Likely::chance).reversed().thenComparingInt(Likely::record));
        return likely;
    }

    /** Why two known records may be one or not: the chance beforehand, then every part that both tell. */
    public List<Reason> reasons(int one, int other) {
        census.compare(one, other, found);
        List<Reason> reasons = new ArrayList<>();
        reasons.add(new Reason("beforehand", "any two records", model.prior()));
        List<Part> parts = layout.parts();
        double[] bits = model.weigh(found);
        for (int part = 0; part < parts.size(); part++) {
            int level = found.level(part);
            if (level != Part.MISSING) {
                String words = parts.get(part).levels().get(level - 1).name();
                reasons.add(new Reason(parts.get(part).name(), words, bits[part]));
            }
        }
        return List.copyOf(reasons);
    }
}
