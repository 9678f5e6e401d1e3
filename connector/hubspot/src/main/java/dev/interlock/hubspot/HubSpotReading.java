package dev.interlock.hubspot;

import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import org.apache.camel.spi.StateRepository;
import org.apache.camel.spi.UriParam;
import org.apache.camel.spi.UriParams;
import org.jspecify.annotations.Nullable;

/** Which changes a consumer delivers, and where it keeps how far it has read. */
@UriParams
public class HubSpotReading {

    @UriParam(
            label = "consumer",
            description = "Where the consumer keeps how far it has read. Without one it starts anew after a restart.")
    private @Nullable StateRepository<String, String> stateRepository;

    @UriParam(
            label = "consumer",
            description = "The key of the position in the state repository; by default hubspot:search/ and the object"
                    + " type.")
    private @Nullable String stateKey;

    @UriParam(
            label = "consumer",
            defaultValue = "300000",
            javaType = "java.time.Duration",
            description = "How far a poll reaches back behind the one before, because searches find changes late."
                    + " Records found again unchanged are left out, except after a restart.")
    private long overlap = 300_000;

    @UriParam(
            label = "consumer",
            description = "The last-modified time from which to read when there is no position yet (ISO-8601, such as"
                    + " 2026-01-31T00:00:00Z). By default everything is read.")
    private @Nullable String startFrom;

    public @Nullable StateRepository<String, String> getStateRepository() {
        return stateRepository;
    }

    public void setStateRepository(@Nullable StateRepository<String, String> stateRepository) {
        this.stateRepository = stateRepository;
    }

    public @Nullable String getStateKey() {
        return stateKey;
    }

    public void setStateKey(@Nullable String stateKey) {
        this.stateKey = stateKey;
    }

    public long getOverlap() {
        return overlap;
    }

    public void setOverlap(long overlap) {
        this.overlap = overlap;
    }

    public @Nullable String getStartFrom() {
        return startFrom;
    }

    public void setStartFrom(@Nullable String startFrom) {
        this.startFrom = startFrom;
    }

    Duration overlapDuration() {
        return Duration.ofMillis(Math.max(0, overlap));
    }

    Instant startInstant() {
        try {
            return startFrom == null ? Instant.EPOCH : Instant.parse(startFrom);
        } catch (DateTimeParseException e) {
            throw new IllegalArgumentException(
                    "The HubSpot option startFrom is no time: '" + startFrom + "'. Write 2026-01-31T00:00:00Z.", e);
        }
    }
}
