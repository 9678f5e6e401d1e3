/**
 * Salesforce, HubSpot and PartnerStack as stateful servers on loopback.
 *
 * <p>One simulated service is a {@link dev.interlock.sandbox.Service}: a function from a call to a reply over a state of
 * its own. A {@link dev.interlock.sandbox.SandboxServer} puts it behind a real HTTP port (WireMock), with faults, a
 * count of calls and a control door at {@code /_sandbox}. A simulated service is never kinder than the real one.
 */
@NullMarked
package dev.interlock.sandbox;

import org.jspecify.annotations.NullMarked;
