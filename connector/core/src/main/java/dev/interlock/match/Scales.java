package dev.interlock.match;

import dev.interlock.mapping.Field;
import dev.interlock.mapping.MatchForm;
import dev.interlock.mapping.RecordMapping;
import dev.interlock.record.FieldValue;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * Weighs records of one type against one another, by what their fields tell. What it has read it remembers: words that follow one
 * another in many names of a page tell less, so it is made anew for each page. Not for several threads at once.
 */
public final class Scales {

    private final RecordMapping mapping;
    private final Features features;
    private final Layout layout;
    private final Census census;
    private final Model model;
    private final List<Template> ways;
    private final Map<List<String>, Integer> known = new HashMap<>();
    private final Findings found = new Findings();
    private final Clues clues;

    public Scales(RecordMapping mapping, Experience experience) {
        this.mapping = mapping;
        features = Features.of(mapping);
        Experience fitting = experience.fits(features) ? experience : Experience.SHIPPED;
        layout = Layout.of(features.columns());
        fitting.settle(layout);
        census = new Census(layout);
        model = fitting.model(layout);
        ways = Ways.of(layout);
        clues = new Clues(layout.clues());
    }

    /** By what a record with these values is looked up: hashes, the same in every run. */
    public Set<Long> clues(Map<String, FieldValue> values) {
        Set<Long> hashes = new TreeSet<>();
        if (!ways.isEmpty()) {
            census.clues(number(values), clues);
            long type = Hash.mix(mapping.type().name().getBytes(java.nio.charset.StandardCharsets.UTF_8));
            ways.forEach(way -> way.keys(clues, key -> hashes.add(Hash.mix(type, key))));
            features.skeletons(values).forEach(bones -> hashes.add(Hash.mix(type, bones)));
        }
        return hashes;
    }

    private int number(Map<String, FieldValue> values) {
        Row row = features.row(values);
        return known.computeIfAbsent(row.cells(), any -> census.add(row));
    }

    /** What speaks for and against both being one. */
    public Weight weigh(Map<String, FieldValue> one, Map<String, FieldValue> other) {
        census.compare(number(one), number(other), found);
        List<Weight.Reason> reasons = new ArrayList<>();
        List<String> ruledOut = new ArrayList<>();
        reasons.add(new Weight.Reason("beforehand", "any two records", model.prior(), List.of()));
        List<Part> parts = layout.parts();
        double[] all = model.weigh(found);
        for (int part = 0; part < parts.size(); part++) {
            int level = found.level(part);
            if (level != Part.MISSING) {
                Level agrees = parts.get(part).levels().get(level - 1);
                double bits = agrees.vetoes() ? 0 : all[part];
                if (agrees.vetoes()) {
                    ruledOut.add(parts.get(part).name() + ": " + agrees.name());
                }
                reasons.add(new Weight.Reason(parts.get(part).name(), agrees.name(), bits, fields(part)));
            }
        }
        ruledOut.addAll(apart(one, other));
        return new Weight(reasons, ruledOut);
    }

    private List<String> fields(int part) {
        return layout.columns(part).stream().map(features.fields()::get).toList();
    }

    /** The fields that, told by both and different, rule it out. */
    private List<String> apart(Map<String, FieldValue> one, Map<String, FieldValue> other) {
        List<String> apart = new ArrayList<>();
        for (String name : mapping.weighing().never()) {
            Optional<String> here = form(name, one);
            Optional<String> there = form(name, other);
            if (here.isPresent() && there.isPresent() && !here.equals(there)) {
                apart.add(name + ": different");
            }
        }
        return apart;
    }

    private Optional<String> form(String name, Map<String, FieldValue> values) {
        Field field = mapping.fields().get(name);
        return field == null
                ? Optional.empty()
                : MatchForm.of(field.kind(), values.getOrDefault(name, FieldValue.EMPTY));
    }
}
