package dev.interlock.register;

import java.util.Optional;

/**
 * Whom a claim is about, as it was written.
 *
 * @param entity who the matcher said it is
 * @param domain of its website or mail; blank if unknown
 * @param country as it was written; blank if unknown
 */
public record Customer(String name, Optional<String> entity, String domain, String country) {

    /** A customer of whom only a name is known. */
    public static Customer named(String name) {
        return new Customer(name, Optional.empty(), "", "");
    }

    public boolean isUnknown() {
        return name.isBlank() && domain.isBlank() && entity.isEmpty();
    }
}
