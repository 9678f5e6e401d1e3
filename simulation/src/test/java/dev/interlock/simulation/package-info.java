/**
 * The engine in a world of its own: real planner, real store, real journey and handover, against systems that live in memory
 * and virtual time. Users edit at random, calls fail in every way, the process dies wherever it can; an oracle that knows
 * every edit says after each step whether something was lost, made up, or done twice. A seed names a run.
 */
@NullMarked
package dev.interlock.simulation;

import org.jspecify.annotations.NullMarked;
