package dev.interlock.stage;

/**
 * What a failure can be judged by; secrets are masked before they come here.
 *
 * @param payload what was being handled, in our terms: a JSON object by field
 * @param request what was sent, in the system's terms: a JSON object by column; blank if nothing was
 * @param response what the system answered, as it came; blank if it did not
 */
public record Evidence(String payload, String request, String response) {}
