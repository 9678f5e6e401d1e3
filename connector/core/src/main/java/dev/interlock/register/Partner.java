package dev.interlock.register;

import java.util.Set;

/**
 * Who sells beside the vendor.
 *
 * @param territories where it may sell; empty if anywhere
 */
public record Partner(String id, String name, String tier, String type, String region, Set<String> territories) {

    public Partner {
        if (id.isBlank()) {
            throw new IllegalArgumentException("a partner needs an id");
        }
        territories = Set.copyOf(territories);
    }

    /** A partner of whom nothing else is known. */
    public static Partner of(String id) {
        return new Partner(id, id, "", "", "", Set.of());
    }
}
