package dev.interlock.stage;

import java.util.function.Function;

/**
 * The staging store. One page of records is one transaction: either all of its rows are there afterwards, or none.
 *
 * <p>Every implementation passes {@code StagingStoreContract}. It does not promise that two transactions at once see each
 * other's rows; it does promise that what {@link #inTransaction} returned from is on disk.
 */
public interface StagingStore extends AutoCloseable {

    /**
     * Does work in one transaction and commits it; an exception rolls everything back and is thrown on.
     *
     * @throws StoreUnavailable if the store cannot be used
     */
    <T> T inTransaction(Function<Stage, T> work);

    /**
     * A store that shows everything of this one, takes every write, and forgets them all when it is closed: for dry runs.
     * This store must not be written to meanwhile.
     */
    StagingStore rehearsal();

    @Override
    void close();
}
