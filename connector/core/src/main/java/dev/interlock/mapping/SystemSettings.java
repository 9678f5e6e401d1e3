package dev.interlock.mapping;

import dev.interlock.record.SystemId;
import java.time.Duration;

/**
 * How one system is reached, and how gently.
 *
 * @param kind which connector speaks to it: {@code salesforce}, {@code hubspot}, {@code rest}
 * @param settle rows changed more recently than this are read again, because the system may not show all of them yet
 * @param overlap how far a reading reaches back before the last one
 * @param connection what the connector needs; the connector checks it, and the places in it serve its problems
 */
public record SystemSettings(
        SystemId id, String kind, Duration settle, Duration overlap, Budget budget, Yaml.Mapping connection) {

    /** Whose product it is, as the catalogue of failures names it: the kind, or the preset of a described REST service. */
    public String vendor() {
        return kind.equals("rest") ? connection.text("preset").orElse("http") : kind;
    }

    /** Without the connection, because it holds secrets. */
    @Override
    public String toString() {
        return "SystemSettings[" + id + ", " + kind + "]";
    }

    /**
     * How many requests a system may be asked.
     *
     * @param perSecond on average
     * @param perDay over 24 hours
     * @param concurrent at the same time
     */
    public record Budget(double perSecond, long perDay, int concurrent) {}
}
