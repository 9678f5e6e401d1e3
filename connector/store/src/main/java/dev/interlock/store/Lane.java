package dev.interlock.store;

import java.sql.Connection;
import java.util.function.Function;

/** Where transactions run, one after another. */
interface Lane extends AutoCloseable {

    /** Does work on a connection: all of it, or none if it throws. */
    <T> T run(Function<Connection, T> work);

    @Override
    void close();
}
