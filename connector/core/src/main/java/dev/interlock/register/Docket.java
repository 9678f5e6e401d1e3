package dev.interlock.register;

import dev.interlock.record.RecordKey;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Claims filed in memory under the keys of their customers. */
public final class Docket implements Nearby {

    private final CustomerIdentity who;
    private final Map<RecordKey, Claim> claims = new LinkedHashMap<>();
    private final Map<String, Set<RecordKey>> filed = new HashMap<>();

    public Docket(CustomerIdentity who) {
        this.who = who;
    }

    /** Files a claim; of a record that is filed already, the submit time stays what it was. */
    public Claim file(Claim claim) {
        Claim merged = claims.merge(claim.key(), claim, Claim::toldAgain);
        for (String key : who.keys(merged.customer())) {
            filed.computeIfAbsent(key, any -> new LinkedHashSet<>()).add(merged.key());
        }
        return merged;
    }

    public Collection<Claim> all() {
        return List.copyOf(claims.values());
    }

    @Override
    public Collection<Claim> near(Claim claim) {
        Set<RecordKey> found = new LinkedHashSet<>();
        for (String key : who.keys(claim.customer())) {
            found.addAll(filed.getOrDefault(key, Set.of()));
        }
        found.remove(claim.key());
        List<Claim> near = new ArrayList<>();
        found.stream()
                .sorted(java.util.Comparator.comparing(RecordKey::toString))
                .forEach(key -> {
                    Claim other = claims.get(key);
                    if (other != null) {
                        near.add(other);
                    }
                });
        return near;
    }
}
