/**
 * What did a system say? The first room of the journey: who speaks ({@link dev.interlock.record.SystemId}), about which
 * record ({@link dev.interlock.record.RecordKey}), when, and what ({@link dev.interlock.record.Observation}).
 *
 * <p>Nothing here knows what a field means. Every other room of the core builds on this one, and this one on none.
 */
@NullMarked
package dev.interlock.record;

import org.jspecify.annotations.NullMarked;
