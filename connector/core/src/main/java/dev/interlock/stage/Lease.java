package dev.interlock.stage;

/**
 * The right of one process to work on something until the lease runs out, where several share a store.
 *
 * @param name what is held: the name of a record type
 * @param holder which process holds it: host and process number, and something random because both come again
 * @param generation grows by one with each change of holder; what is still done under an older one is refused
 */
public record Lease(String name, String holder, long generation) {}
