/**
 * What happened out there? The answer to one write is a {@link dev.interlock.deliver.Delivery}; an answer that never came
 * is one, too.
 */
@NullMarked
package dev.interlock.deliver;

import org.jspecify.annotations.NullMarked;
