/**
 * HubSpot, through the {@code hubspot:} component. Changes are read by search, which lags behind writes and never shows what
 * was archived or merged away: disappearances are found by a count, and then asked about.
 */
@NullMarked
package dev.interlock.routes.system.hubspot;

import org.jspecify.annotations.NullMarked;
