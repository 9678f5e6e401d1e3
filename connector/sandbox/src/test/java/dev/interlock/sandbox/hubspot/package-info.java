/** How the simulated HubSpot behaves, seen over HTTP. */
@NullMarked
package dev.interlock.sandbox.hubspot;

import org.jspecify.annotations.NullMarked;
