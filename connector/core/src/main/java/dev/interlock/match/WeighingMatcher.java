package dev.interlock.match;

import dev.interlock.mapping.Weighing;
import dev.interlock.record.EntityId;
import java.util.Collection;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/**
 * Decides who a record is whose keys recognise nobody. It is linked by itself only to the one entity within reach, and only if
 * that is as good as certain; where it could be any, or is not certain, a person is asked.
 */
public final class WeighingMatcher {

    private final Weighing rules;
    private final Predicate<EntityId> isTaken;

    /** @param isTaken whether an entity already has another record in the system that the arriving one comes from */
    public WeighingMatcher(Weighing rules, Predicate<EntityId> isTaken) {
        this.rules = rules;
        this.isTaken = isTaken;
    }

    /** Who the record is, by how it fits the entities that share anything with it. */
    public Match match(Collection<Fit> fits) {
        List<Fit> within = within(fits);
        if (within.isEmpty()) {
            return new Match.Stranger();
        }
        Fit likeliest = within.getFirst();
        boolean certain = within.size() == 1 && likeliest.chance() >= rules.link() && likeliest.holds(rules.link());
        if (!certain) {
            return new Match.Lookalikes(within.stream().map(Fit::entity).toList(), why(within));
        }
        return isTaken.test(likeliest.entity())
                ? new Match.Collision(likeliest.entity(), why(within))
                : new Match.Counterpart(likeliest.entity(), why(within));
    }

    /** Of these, the ones that a person is asked about at least; the likeliest first. */
    public List<Fit> within(Collection<Fit> fits) {
        return fits.stream()
                .filter(fit -> fit.chance() >= rules.review())
                .sorted(Fit.LIKELIEST)
                .toList();
    }

    private static String why(List<Fit> within) {
        return within.stream()
                .map(fit -> Weight.percent(fit.chance()) + ": " + fit.best().words())
                .collect(Collectors.joining("; or ", "by weight \"", "\""));
    }
}
