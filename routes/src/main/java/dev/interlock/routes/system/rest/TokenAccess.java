package dev.interlock.routes.system.rest;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.interlock.routes.system.Json;
import dev.interlock.routes.system.Trouble;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * A token that is fetched once and kept until it expires, less a margin. One that is refused earlier is given up and fetched
 * anew. Nothing that is sent or answered here is ever shown: all of it is secret.
 */
final class TokenAccess implements Access {

    private static final Duration LONGEST = Duration.ofDays(365);

    private final Login.Fetched login;
    private final Wire wire;
    private final InstantSource clock;
    private final URI url;
    private final Map<String, String> fields;
    private final Map<String, String> basic;
    private final ReentrantLock turn = new ReentrantLock();
    private Optional<Token> kept = Optional.empty();

    /** A token, and the time from which it is not used any more. */
    private record Token(String value, Instant until) {
        @Override
        public String toString() {
            return "a token until " + until;
        }
    }

    /** @param secrets what stands under a key of the connection */
    TokenAccess(Login.Fetched login, Wire wire, InstantSource clock, Function<Template, String> secrets, String base) {
        this.login = login;
        this.wire = wire;
        this.clock = clock;
        String filled = secrets.apply(login.url());
        this.url = URI.create(filled.startsWith("/") ? base + filled : filled);
        this.fields = new LinkedHashMap<>();
        login.fields().forEach((name, field) -> fields.put(name, secrets.apply(field)));
        this.basic = new LinkedHashMap<>();
        if (!login.pair().user().isEmpty()) {
            String id = secrets.apply(new Template("{" + login.pair().user() + "}"));
            String secret = secrets.apply(new Template("{" + login.pair().secret() + "}"));
            if (login.pair().isHeader()) {
                basic.put("Authorization", basic(Rest.encoded(id), Rest.encoded(secret)));
            } else {
                fields.put("client_id", id);
                fields.put("client_secret", secret);
            }
        }
    }

    static String basic(String user, String secret) {
        return "Basic " + Base64.getEncoder().encodeToString((user + ":" + secret).getBytes(StandardCharsets.UTF_8));
    }

    @Override
    public Map<String, String> headers(Wire.Outbound request) {
        turn.lock();
        try {
            Instant now = clock.instant();
            Token token = kept.filter(some -> now.isBefore(some.until())).orElseGet(this::fetched);
            kept = Optional.of(token);
            return headers(token);
        } finally {
            turn.unlock();
        }
    }

    private Map<String, String> headers(Token token) {
        String scheme = login.scheme();
        return Map.of(login.header(), scheme.isEmpty() ? token.value() : scheme + " " + token.value());
    }

    /** Only the token that was refused is given up: another thread may have fetched a new one meanwhile. */
    @Override
    public boolean renew(Map<String, String> refused) {
        turn.lock();
        try {
            kept = kept.filter(
                    token -> !refused.entrySet().containsAll(headers(token).entrySet()));
            return true;
        } finally {
            turn.unlock();
        }
    }

    private Token fetched() {
        Instant asked = clock.instant();
        Wire.Reply reply = answered();
        if (reply.status() == 429 || reply.status() >= 500) {
            throw Trouble.of(
                    Trouble.Kind.OUTAGE, "LOGIN_" + reply.status(), "the login answered with status " + reply.status());
        }
        JsonNode answer = reply.status() >= 300 ? Json.object() : read(reply);
        String token = Json.at(answer, login.token()).asText("");
        if (token.isBlank() || !token.chars().allMatch(c -> c > 0x20 && c < 0x7f)) {
            throw Trouble.of(
                    Trouble.Kind.LOGIN,
                    "LOGIN_REFUSED",
                    "the login answered with status " + reply.status() + " and gave no token at " + login.token());
        }
        return new Token(token, until(answer, asked));
    }

    private static JsonNode read(Wire.Reply reply) {
        try {
            return Json.read(reply.text());
        } catch (Trouble notJson) {
            // Its words would show what came, and that may be a secret.
            throw Trouble.of(Trouble.Kind.OUTAGE, "LOGIN_NOT_JSON", "the answer of the login is not JSON");
        }
    }

    /** Without a token nothing else was sent, so a login that is not answered leaves nothing in doubt. */
    private Wire.Reply answered() {
        Map<String, String> headers = new LinkedHashMap<>(basic);
        headers.put("Accept", "application/json");
        headers.put(
                "Content-Type",
                login.form() == Login.Form.JSON ? "application/json" : "application/x-www-form-urlencoded");
        try {
            return wire.send(new Wire.Outbound("POST", url, headers, body()));
        } catch (Trouble unanswered) {
            throw Trouble.of(Trouble.Kind.OUTAGE, "LOGIN_UNANSWERED", "the login did not answer");
        }
    }

    private String body() {
        if (login.form() == Login.Form.JSON) {
            ObjectNode body = Json.object();
            fields.forEach(body::put);
            return body.toString();
        }
        return fields.entrySet().stream()
                .map(field -> Rest.encoded(field.getKey()) + "=" + Rest.encoded(field.getValue()))
                .collect(Collectors.joining("&"));
    }

    /**
     * A token that lives no longer than the margin is renewed after half its life; one without any life serves the request at
     * hand only.
     */
    private Instant until(JsonNode answer, Instant asked) {
        Duration life = life(answer, asked);
        if (life.isNegative() || life.isZero()) {
            return asked;
        }
        Duration margin = login.expiry().margin();
        Duration used = life.compareTo(margin.multipliedBy(2)) > 0 ? life.minus(margin) : life.dividedBy(2);
        return asked.plus(used.compareTo(LONGEST) > 0 ? LONGEST : used);
    }

    private Duration life(JsonNode answer, Instant asked) {
        Login.Expiry expiry = login.expiry();
        String text = expiry.at().isEmpty() ? "" : Json.at(answer, expiry.at()).asText("");
        if (!expiry.form().equals("seconds")) {
            return new Stamps(expiry.form())
                    .read(text)
                    .map(until -> Duration.between(asked, until))
                    .orElse(expiry.lifetime());
        }
        return text.matches("-?\\d{1,12}") ? Duration.ofSeconds(Long.parseLong(text)) : expiry.lifetime();
    }
}
