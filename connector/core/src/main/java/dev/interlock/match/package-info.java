/**
 * Who is this? An arriving record is a stranger, the counterpart of one entity, or looks like several ({@link
 * dev.interlock.match.Match}). Matching never decides what happens to the record; planning does.
 */
@NullMarked
package dev.interlock.match;

import org.jspecify.annotations.NullMarked;
