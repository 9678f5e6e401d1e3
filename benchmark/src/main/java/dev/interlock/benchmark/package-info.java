/**
 * How fast and how well records are matched: {@link dev.interlock.benchmark.Benchmarks} prints one table. Leads are made up;
 * whatever is compared gets the same files, in the same run.
 */
@NullMarked
package dev.interlock.benchmark;

import org.jspecify.annotations.NullMarked;
