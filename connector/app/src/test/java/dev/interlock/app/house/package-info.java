/**
 * The plan of the house, as tests: which module may lean on which, which names and tools stay outside, and how long a file
 * may be. A rule that breaks here is a reason to talk, not to add an exception.
 */
@NullMarked
package dev.interlock.app.house;

import org.jspecify.annotations.NullMarked;
