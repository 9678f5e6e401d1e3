package dev.interlock.routes.system.rest;

import java.util.Map;

/** Signs requests, for services that want each one signed. */
@FunctionalInterface
interface RequestSigner {

    /** The headers that a request gets by being signed. Method, address, headers and body must not change any more. */
    Map<String, String> sign(Wire.Outbound request);
}
