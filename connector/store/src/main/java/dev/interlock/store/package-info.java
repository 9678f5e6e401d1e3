/**
 * Where does the staged state live? {@link dev.interlock.store.JdbcStagingStore} keeps it in an H2 file or in PostgreSQL.
 *
 * <p>One class per table or two, each with the statements it runs. A page of records costs a constant number of statements:
 * what is stored is looked up for all of them at once, compared in memory, and only what differs is written, in batches.
 * That is safe because transactions follow one another: inside a process one at a time is open; an H2 store belongs to one
 * process (a file lock sees to it), and on PostgreSQL a lock that ends with the transaction gives each process its turn. What
 * takes longer than a transaction, such as a call to a system, is guarded by a lease. Merging statements of one dialect or another are not needed.
 *
 * <p>Ids of entities should grow with time (UUID version 7 does): random ones scatter each page over every index, and a
 * commit then rewrites most of it.
 */
@NullMarked
package dev.interlock.store;

import org.jspecify.annotations.NullMarked;
