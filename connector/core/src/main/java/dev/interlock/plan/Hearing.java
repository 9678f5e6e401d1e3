package dev.interlock.plan;

import dev.interlock.mapping.Translated;
import dev.interlock.record.Fate;
import dev.interlock.record.Observation;

/** Takes an observation into a shadow, unless it is older than what is known already. */
public final class Hearing {

    private Hearing() {}

    /** Whether an observation tells nothing new, because it was read or made before what the shadow already knows. */
    public static boolean isStale(Shadow shadow, Observation observation) {
        boolean readBeforeOurWrite = observation.readAt().isBefore(shadow.writtenAt());
        boolean olderState = observation.isLive() && observation.changedAt().isBefore(shadow.changedAt());
        return readBeforeOurWrite || olderState;
    }

    /** Whether the observation says, column by column, what the shadow already holds. */
    public static boolean isRepeat(Shadow shadow, Observation observation) {
        return observation.isLive()
                && shadow.isLive()
                && shadow.raw().with(observation.fields()).equals(shadow.raw());
    }

    /**
     * The shadow after hearing the observation. A disappearance that the system reports makes a tombstone; one that is only
     * a failure to find makes a suspect (R7).
     */
    public static Shadow hear(Shadow shadow, Translated heard) {
        Observation observation = heard.observation();
        return switch (observation.fate()) {
            case Fate.Live live -> live(shadow, heard);
            case Fate.Gone gone ->
                switch (gone.evidence()) {
                    case REPORTED -> shadow.in(Shadow.State.TOMBSTONE);
                    case MISSING -> shadow.isLive() ? shadow.in(Shadow.State.SUSPECT) : shadow;
                };
            case Fate.MergedInto merged -> shadow.in(Shadow.State.TOMBSTONE);
            case Fate.ConvertedInto converted ->
                shadow.heard(heard.said(), observation.fields(), observation.changedAt())
                        .in(Shadow.State.DETACHED);
        };
    }

    /** A detached record stays detached: only a person takes it back. */
    private static Shadow live(Shadow shadow, Translated heard) {
        Observation observation = heard.observation();
        Shadow after = shadow.heard(heard.said(), observation.fields(), observation.changedAt());
        return shadow.state() == Shadow.State.DETACHED ? after.in(Shadow.State.DETACHED) : after;
    }
}
