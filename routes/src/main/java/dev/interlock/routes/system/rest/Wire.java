package dev.interlock.routes.system.rest;

import dev.interlock.record.SystemId;
import dev.interlock.routes.system.Trouble;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.apache.camel.CamelContext;
import org.apache.camel.Exchange;
import org.apache.camel.FluentProducerTemplate;
import org.apache.camel.Message;
import org.apache.camel.component.http.HttpComponent;

/** Sends one request over HTTP and takes what comes back, whatever it is. Redirects are not followed. */
final class Wire {

    private static final int LONGEST_ANSWER = 64 * 1024 * 1024;

    private final SystemId system;
    private final FluentProducerTemplate camel;
    private final String endpoint;

    /** Adds an HTTP component to Camel under the system's name. */
    Wire(SystemId system, URI base, CamelContext context, int concurrent) {
        this.system = system;
        this.camel = context.createFluentProducerTemplate();
        String name = system.name() + "-" + base.getScheme();
        HttpComponent component = new HttpComponent();
        component.setHttpClientConfigurer(
                builder -> builder.disableAutomaticRetries().disableRedirectHandling());
        component.setConnectionsPerRoute(Math.max(2, concurrent));
        component.setMaxTotalConnections(200);
        context.addComponent(name, component);
        this.endpoint = name + ":" + base.toString().replaceFirst("^https?://", "")
                + "?throwExceptionOnFailure=false&connectTimeout=10000&responseTimeout=60000";
    }

    /**
     * What goes out.
     *
     * @param body blank for none
     */
    record Outbound(String method, URI uri, Map<String, String> headers, String body) {

        Outbound {
            headers = java.util.Collections.unmodifiableMap(new LinkedHashMap<>(headers));
        }

        Outbound with(Map<String, String> more) {
            Map<String, String> all = new LinkedHashMap<>(headers);
            all.putAll(more);
            return new Outbound(method, uri, all, body);
        }

        /** Without headers and body, because these hold secrets and people. */
        @Override
        public String toString() {
            return method + " " + uri.getPath();
        }
    }

    /**
     * What came back.
     *
     * @param headers by their names in small letters
     */
    record Reply(int status, byte[] body, Map<String, String> headers) {

        Optional<String> header(String name) {
            return Optional.ofNullable(headers.get(name.toLowerCase(Locale.ROOT)));
        }

        String text() {
            return new String(body, StandardCharsets.UTF_8);
        }
    }

    /**
     * Sends a request.
     *
     * @throws Trouble if no answer came
     */
    Reply send(Outbound outbound) {
        Map<String, Object> headers = new LinkedHashMap<>(outbound.headers());
        URI uri = outbound.uri();
        String query = uri.getRawQuery();
        headers.put(Exchange.HTTP_METHOD, outbound.method());
        headers.put(
                Exchange.HTTP_URI,
                query == null ? uri.toString() : uri.toString().replace("?" + query, ""));
        headers.put(Exchange.HTTP_QUERY, query == null ? "" : query);
        Exchange exchange = camel.to(endpoint)
                .withHeaders(headers)
                .withBody(outbound.body().isEmpty() ? null : outbound.body().getBytes(StandardCharsets.UTF_8))
                .send();
        if (exchange.getException() != null) {
            throw RestFailures.unanswered(system, exchange.getException());
        }
        return reply(exchange.getMessage());
    }

    private Reply reply(Message message) {
        Map<String, String> headers = new LinkedHashMap<>();
        message.getHeaders()
                .forEach((name, value) -> headers.put(name.toLowerCase(Locale.ROOT), String.valueOf(value)));
        return new Reply(message.getHeader(Exchange.HTTP_RESPONSE_CODE, 0, Integer.class), body(message), headers);
    }

    private byte[] body(Message message) {
        try (InputStream stream = message.getBody(InputStream.class)) {
            byte[] body = stream == null ? new byte[0] : stream.readNBytes(LONGEST_ANSWER + 1);
            if (body.length > LONGEST_ANSWER) {
                throw Trouble.of(
                        Trouble.Kind.NONSENSE,
                        "ANSWER_TOO_LONG",
                        "the answer of " + system + " is longer than " + LONGEST_ANSWER + " bytes");
            }
            return body;
        } catch (IOException cut) {
            throw Trouble.of(Trouble.Kind.NO_ANSWER, "ANSWER_CUT", "the answer of " + system + " broke off");
        }
    }
}
