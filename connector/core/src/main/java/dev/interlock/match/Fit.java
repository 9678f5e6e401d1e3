package dev.interlock.match;

import dev.interlock.record.EntityId;
import dev.interlock.record.FieldValue;
import java.util.Comparator;
import java.util.List;
import java.util.Map;

/**
 * How a record fits an entity.
 *
 * @param best what weighs most of what its records say
 * @param average in bits, over all its records; no single one outweighs the others
 */
public record Fit(EntityId entity, Weight best, double average) {

    /** The likeliest first. */
    static final Comparator<Fit> LIKELIEST =
            Comparator.comparingDouble((Fit fit) -> -fit.best().bits()).thenComparing(Fit::entity);

    /** How a record fits an entity with these records; what rules one of them out rules the entity out. */
    public static Fit of(
            Scales scales, EntityId entity, Map<String, FieldValue> record, List<Map<String, FieldValue>> members) {
        List<Weight> weights =
                members.stream().map(member -> scales.weigh(record, member)).toList();
        Weight best = weights.stream()
                .filter(weight -> !weight.ruledOut().isEmpty())
                .findFirst()
                .or(() -> weights.stream().max(Comparator.comparingDouble(Weight::bits)))
                .orElseThrow(() -> new IllegalArgumentException("entity " + entity + " has no records"));
        double average = weights.stream()
                .mapToDouble(weight -> Math.max(-Linkage.MOST, Math.min(Linkage.MOST, weight.bits())))
                .average()
                .orElseThrow();
        return new Fit(entity, best, average);
    }

    public double chance() {
        return best.chance();
    }

    /** Whether its records fit on average, so that no weak link chains them. */
    boolean holds(double link) {
        return average >= Math.min(Weight.bitsOf(link), Linkage.MOST) - Linkage.LENIENCE;
    }
}
