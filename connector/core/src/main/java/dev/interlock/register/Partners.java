package dev.interlock.register;

import dev.interlock.mapping.DealRules;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Who stands above whom: resellers under distributors, to any depth. */
public final class Partners {

    private final Map<String, String> parents;

    /**
     * @param parents the partner above, by partner
     * @throws IllegalArgumentException if a partner stands above itself; whoever reads partners tells that before
     */
    public Partners(Map<String, String> parents) {
        List<String> ring = DealRules.ring(parents);
        if (!ring.isEmpty()) {
            throw new IllegalArgumentException("partners stand above themselves: " + String.join(" -> ", ring));
        }
        this.parents = Map.copyOf(new LinkedHashMap<>(parents));
    }

    /** Whether one stands above the other: a distributor and its reseller are one party, two of its resellers are not. */
    public boolean areOneParty(String one, String other) {
        return isAbove(one, other) || isAbove(other, one);
    }

    private boolean isAbove(String upper, String lower) {
        String at = lower;
        while (at != null && !at.equals(upper)) {
            at = parents.get(at);
        }
        return at != null;
    }
}
