/** How the component behaves towards an HTTP server that answers like HubSpot. */
@NullMarked
package dev.interlock.hubspot;

import org.jspecify.annotations.NullMarked;
