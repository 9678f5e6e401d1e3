/**
 * What does that mean in our terms, and back? A {@link dev.interlock.mapping.Lens} reads a system's columns as one
 * canonical field and writes the field back into them; a {@link dev.interlock.mapping.RecordMapping} is what an admin
 * wrote in {@code config/records/*.yaml}, checked. Every mistake in those files is a {@link
 * dev.interlock.mapping.ConfigProblem} with its place; all of them are told at once.
 */
@NullMarked
package dev.interlock.mapping;

import org.jspecify.annotations.NullMarked;
