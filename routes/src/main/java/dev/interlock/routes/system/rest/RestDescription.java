package dev.interlock.routes.system.rest;

import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * A REST service, as YAML describes it.
 *
 * @param headers what every call carries
 * @param success what is true of an answer when the call did what it was asked; empty if the status tells
 * @param errorCode the dotted path of the error code in a refusal; and of its message
 * @param objects by the name that mappings use
 * @param webhooks how its notices are known to be genuine; empty if it sends none
 */
record RestDescription(
        Login login,
        Map<String, Template> headers,
        String contentType,
        Throttle throttle,
        Optional<Trait> success,
        String errorCode,
        String errorMessage,
        Map<String, RestObject> objects,
        Optional<Webhooks> webhooks) {

    RestDescription {
        headers = Map.copyOf(headers);
        objects = Map.copyOf(objects);
    }

    /**
     * How a service says that it was asked too much.
     *
     * @param statuses the statuses that mean so, and {@code codes} the error codes
     * @param pause how long it is left alone when it does not say
     * @param writesPerSecond how many writes it takes; empty if they count like reads
     */
    record Throttle(
            Set<Integer> statuses, Set<String> codes, Optional<Duration> pause, Optional<Double> writesPerSecond) {}
}
