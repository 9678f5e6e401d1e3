package dev.interlock.stage;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * Who works on what, where several processes share a store. Time is that of the store alone, so the clocks of the processes
 * may differ. A lease that is not renewed runs out by itself: a process that died holds nothing up for longer than its term.
 */
public interface Leases {

    /**
     * Takes a lease that is free or ran out, or renews it for the same holder.
     *
     * @throws StoreUnavailable if the store cannot be used
     */
    Answer take(String name, String holder, Duration term);

    /** Renews a lease; answers whether it is still this holder's. One that ran out and that nobody took yet is. */
    boolean renew(Lease lease, Duration term);

    /** Gives a lease back, if it is still this holder's. */
    void release(Lease lease);

    /** The leases that somebody holds now, in order of name. */
    List<Held> held();

    /** A lease that is held. */
    record Held(Lease lease, Instant until) {}

    /** What comes of asking for a lease. */
    sealed interface Answer {

        /**
         * It is the asker's.
         *
         * @param abandoned how long ago it ran out, if its last holder was another that never gave it back: what that one was
         *     doing may still be on its way
         */
        record Taken(Lease lease, Optional<Duration> abandoned) implements Answer {}

        /** Another has it, for so long if it is not renewed. */
        record Busy(String holder, Duration left) implements Answer {}
    }
}
