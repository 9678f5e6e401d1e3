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
     * a failure to find makes a suspect (R7). A detached record stays detached, so that its end is nobody else's.
     */
    public static Shadow hear(Shadow shadow, Translated heard) {
        Observation observation = heard.observation();
        return switch (observation.fate()) {
            case Fate.Live live -> shadow.heard(heard, observation.fields(), observation.changedAt());
            case Fate.Gone gone ->
                switch (gone.evidence()) {
                    case REPORTED -> ended(shadow);
                    case MISSING -> shadow.isLive() ? shadow.in(Shadow.State.SUSPECT) : shadow;
                };
            case Fate.MergedInto merged -> ended(shadow);
            case Fate.ConvertedInto converted -> converted(shadow, heard, converted);
        };
    }

    private static Shadow ended(Shadow shadow) {
        return shadow.state() == Shadow.State.DETACHED ? shadow : shadow.in(Shadow.State.TOMBSTONE);
    }

    /** Whether the observation tells of a conversion that the shadow knows of already. */
    public static boolean isKnownConversion(Shadow shadow, Observation observation) {
        return observation.fate() instanceof Fate.ConvertedInto converted
                && shadow.state() == Shadow.State.DETACHED
                && shadow.successors().containsAll(converted.successors());
    }

    /** R10: the lead is retired; what it became are records of their own. */
    private static Shadow converted(Shadow shadow, Translated heard, Fate.ConvertedInto converted) {
        Observation observation = heard.observation();
        return shadow.heard(heard, observation.fields(), observation.changedAt())
                .convertedInto(converted.successors());
    }
}
