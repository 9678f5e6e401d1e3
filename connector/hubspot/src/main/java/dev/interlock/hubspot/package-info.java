/**
 * A Camel component for HubSpot's CRM: one endpoint per operation and object type, and a consumer that reads changed
 * records.
 *
 * <p>The component turns an exchange into one HTTP request and one answer into a body, headers or an exception that
 * says what the caller may do next. It neither retries nor throttles: an account's limits are shared by everything
 * that talks to that account, so only the caller can spend them well.
 */
@NullMarked
package dev.interlock.hubspot;

import org.jspecify.annotations.NullMarked;
