package dev.interlock.store;

/** Keeps other processes out for as long as it is open. */
interface SoleUse extends AutoCloseable {

    @Override
    void close();

    /** Nothing of ours keeps them out: the database does, or they may come in. */
    SoleUse NOT_OURS = () -> {};
}
