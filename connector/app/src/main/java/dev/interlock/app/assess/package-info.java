/**
 * The report before a migration: what the systems hold now, how complete and valid it is, what is there twice, and what no
 * mapping covers. {@link dev.interlock.app.assess.Assessor} reads and writes nothing; the other types show what it found.
 */
@NullMarked
package dev.interlock.app.assess;

import org.jspecify.annotations.NullMarked;
