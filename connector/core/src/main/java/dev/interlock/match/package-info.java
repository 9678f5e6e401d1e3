/**
 * Who is this? An arriving record is a stranger, the counterpart of one entity, or looks like several ({@link
 * dev.interlock.match.Match}). Matching never decides what happens to the record; planning does.
 *
 * <p>Two ways to tell: {@link dev.interlock.match.Matcher} goes by exact keys. {@link dev.interlock.match.Linkage} weighs
 * evidence: a {@code Layout} of aspects reads records into a {@code Census}, an {@code Index} finds who might meet, a {@code
 * Model} taught by the {@code Learner} scores them, and {@code Clusters} puts together what fits.
 */
@NullMarked
package dev.interlock.match;

import org.jspecify.annotations.NullMarked;
