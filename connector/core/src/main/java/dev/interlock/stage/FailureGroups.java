package dev.interlock.stage;

import java.util.List;
import java.util.Optional;

/** Failures by cause, and what people made of them. A group whose records all went through resolves by itself. */
public interface FailureGroups {

    /** All groups, also those that are resolved; most open failures first, then the newest. */
    List<FailureGroup> all();

    /** The group of that fingerprint. */
    default Optional<FailureGroup> group(String fingerprint) {
        return all().stream()
                .filter(one -> one.fingerprint().equals(fingerprint))
                .findFirst();
    }

    /**
     * Decides about a group.
     *
     * @throws IllegalArgumentException if there is none with that fingerprint
     */
    void handle(String fingerprint, FailureGroup.Handling handling);

    /** The open failure that goes by this id. */
    Optional<Quarantined> failure(String id);
}
