package dev.interlock.routes;

import java.time.Duration;
import java.util.Optional;

/**
 * How far a page of writes came.
 *
 * @param last where the next page starts
 * @param looked how many intents were looked at; none means that nothing is due any more
 * @param done how many were settled, one way or the other, or planned anew from a record that was heard anew
 * @param pause how long the system wants to be left alone, if it does
 */
public record Progress(long last, int looked, int done, Optional<Duration> pause) {}
