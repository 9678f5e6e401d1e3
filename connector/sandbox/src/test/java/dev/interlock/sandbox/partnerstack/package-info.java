/** How the simulated PartnerStack behaves, seen over HTTP. */
@NullMarked
package dev.interlock.sandbox.partnerstack;

import org.jspecify.annotations.NullMarked;
