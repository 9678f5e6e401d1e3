/**
 * Salesforce, through Camel's own component. It is used by its {@code raw} operation alone, because the typed ones of 4.18
 * lose row results and headers; what the component is kept for is the login and its renewal.
 */
@NullMarked
package dev.interlock.routes.system.salesforce;

import org.jspecify.annotations.NullMarked;
