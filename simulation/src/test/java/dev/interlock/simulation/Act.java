package dev.interlock.simulation;

/**
 * One step of a schedule. Whatever it leaves to chance it takes from its own dice, so that it means the same when others are
 * taken out of the schedule.
 */
record Act(Kind kind, long seed) {

    /** What happens. */
    enum Kind {
        CREATE,
        TWIN,
        EDIT,
        CLASH,
        AGREE,
        DISJOINT,
        BURST,
        THERE_AND_BACK,
        BLANK,
        CHANGE_KEY,
        MERGE,
        DELETE,
        UNDELETE,
        MASS_DELETE,
        CONVERT,
        SAME_KEY,
        AMBIGUOUS,
        HIDE_RECORD,
        HIDE_ALL,
        LOCK_OBJECT,
        SHOW_RECORDS,
        HIDE_FIELD,
        SHOW_FIELDS,
        FORBID,
        ALLOW,
        CHANGE_RULES,
        RESOLVE,
        SWING,
        GRANULE,
        WAIT,
        DRY_RUN,
        REPLAY,
        FLOW,
        END_FLOWS,
        SYNC,
        STORMY_SYNC
    }

    Dice dice() {
        return new Dice(seed);
    }

    @Override
    public String toString() {
        return kind + ":" + Long.toHexString(seed);
    }
}
