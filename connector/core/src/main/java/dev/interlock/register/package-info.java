/**
 * Whose deal is it? {@link dev.interlock.register.Claim} is what somebody holds of a customer: a registration, an
 * opportunity, a lead. {@link dev.interlock.register.Overlaps} is a pure function from one claim, those near it and the rules
 * to flags that a channel manager can decide on; {@link dev.interlock.register.Protections} keeps who is protected until when,
 * and who comes next. Rules decide, not the order in which systems were asked.
 */
@NullMarked
package dev.interlock.register;

import org.jspecify.annotations.NullMarked;
