package dev.interlock.sandbox.salesforce;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The knobs of the org. */
final class Settings {

    String clientId = "interlock";
    String clientSecret = "sandbox-secret";
    String username = "integration@example.com";
    String password = "sandbox-password";
    String refreshToken = "sandbox-refresh-token";
    boolean userActive = true;
    Duration tokenLife = Duration.ofHours(2);
    int dailyLimit = 15_000;
    Duration clockSkew = Duration.ZERO;
    Optional<Instant> loadedAt = Optional.empty();
    Optional<Instant> deleteLogStarts = Optional.empty();

    /** Record ids that another transaction holds, with the number of attempts it will still refuse; negative for ever. */
    private final Map<String, Integer> locks = new HashMap<>();

    private final Set<String> readOnly = new HashSet<>();

    void lock(String id, int attempts) {
        locks.put(id, attempts);
    }

    void unlock(String id) {
        locks.remove(id);
    }

    void makeReadOnly(String id) {
        readOnly.add(id);
    }

    void makeWritable(String id) {
        readOnly.remove(id);
    }

    boolean readOnly(String id) {
        return readOnly.contains(id);
    }

    /** Whether an attempt to change the record fails now; uses up one attempt. */
    boolean refusesLock(String id) {
        if (locks.isEmpty() || !locks.containsKey(id)) {
            return false;
        }
        int left = locks.getOrDefault(id, 0);
        if (left == 1) {
            locks.remove(id);
        } else if (left > 1) {
            locks.put(id, left - 1);
        }
        return true;
    }
}
