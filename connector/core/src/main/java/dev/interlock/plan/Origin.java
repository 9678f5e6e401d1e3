package dev.interlock.plan;

import java.time.Instant;

/**
 * Why a golden value is what it is.
 *
 * @param by the system it came from, or the person who decided
 * @param changedAt when, by that system's clock
 * @param rule the decision that let it in: {@code D3}, {@code D7 ranked}, {@code ruling edited}
 */
public record Origin(String by, Instant changedAt, String rule) {

    /** How the rules of what people decided begin. */
    static final String RULING = "ruling ";

    /** Whether a person decided, and no table. */
    public boolean isRuling() {
        return rule.startsWith(RULING);
    }
}
