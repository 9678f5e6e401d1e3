/**
 * Is a notice genuine? How a described service proves that a webhook call is its own: a keyed hash, a signed token, a
 * certificate, or nothing. A genuine notice is no more than a wake-up all the same: the record it speaks of is read again.
 */
@NullMarked
package dev.interlock.routes.system.rest.webhook;

import org.jspecify.annotations.NullMarked;
