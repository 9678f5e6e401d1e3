package dev.interlock.store;

/** Keeps other processes out of the store. */
interface SoleUse extends AutoCloseable {

    /**
     * Makes sure that nobody else came in meanwhile.
     *
     * @throws dev.interlock.stage.StoreUnavailable if somebody did
     */
    void confirm();

    @Override
    void close();

    /** The database locks its own file. */
    SoleUse BY_FILE_LOCK = new SoleUse() {
        @Override
        public void confirm() {}

        @Override
        public void close() {}
    };
}
