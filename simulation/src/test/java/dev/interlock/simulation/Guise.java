package dev.interlock.simulation;

import dev.interlock.mapping.Configuration;
import dev.interlock.routes.Desk;
import dev.interlock.routes.system.Arrivals;
import dev.interlock.routes.system.Outgoing;
import dev.interlock.stage.StagingStore;

/** What stands between the engine and its world: nothing, unless a mutation puts a known bug there. */
interface Guise {

    /** The engine as it is. */
    Guise NONE = new Guise() {};

    default Arrivals arrivals(SimSystem system, Arrivals arrivals) {
        return arrivals;
    }

    default Outgoing outgoing(SimSystem system, Outgoing outgoing) {
        return outgoing;
    }

    default StagingStore store(StagingStore store, World world) {
        return store;
    }

    default Configuration configuration(Configuration configuration) {
        return configuration;
    }

    default Desk desk(Desk desk) {
        return desk;
    }

    /** Whether a run may begin. */
    default boolean begins(World world) {
        return true;
    }

    /** A run came to its end; not called when the process died. */
    default void ends(World world) {}
}
