/**
 * What changed, who may say so, what must be written where? The {@link dev.interlock.plan.Planner} is a pure function from
 * everything known of one entity (its {@link dev.interlock.plan.Dossier}) to a {@link dev.interlock.plan.Plan}: the dry
 * run, the real run, a replay and the simulation all call that one function.
 *
 * <p>{@link dev.interlock.plan.FieldMerge} is the table of decisions per field (D1 to D13), {@code RecordFate} the table
 * per record (R5 to R10).
 */
@NullMarked
package dev.interlock.plan;

import org.jspecify.annotations.NullMarked;
