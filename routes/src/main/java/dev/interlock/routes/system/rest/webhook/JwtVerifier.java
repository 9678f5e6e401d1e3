package dev.interlock.routes.system.rest.webhook;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Base64;
import java.util.Optional;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Takes tokens that are signed with HMAC-SHA256 and no others: a token must not choose how it is checked (RFC 8725, sections
 * 2.1 and 3.1).
 */
final class JwtVerifier implements WebhookVerifier {

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final long SKEW_SECONDS = 60;

    private final String header;
    private final byte[] secret;
    private final InstantSource clock;

    JwtVerifier(String header, String secret, InstantSource clock) {
        this.header = header;
        this.secret = secret.getBytes(StandardCharsets.UTF_8);
        this.clock = clock;
        if (secret.isEmpty()) {
            throw new IllegalArgumentException("a signed token needs a key");
        }
    }

    @Override
    public Verdict verify(Notice notice) {
        Optional<String> value = notice.header(header);
        if (value.isEmpty()) {
            return new Verdict.Rejected("the header " + header + " is missing");
        }
        String token = value.get().replaceFirst("^(?i:bearer) +", "");
        String[] parts = token.split("\\.", -1);
        if (parts.length != 3) {
            return new Verdict.Rejected("the header " + header + " holds no signed token");
        }
        Optional<JsonNode> head = json(parts[0]);
        boolean known = head.filter(some -> some.path("alg").asText().equals("HS256") && !some.has("crit"))
                .isPresent();
        if (!known) {
            return new Verdict.Rejected("the token is not signed with HS256");
        }
        Optional<byte[]> given = bytes(parts[2]);
        if (given.isEmpty() || !MessageDigest.isEqual(hash(parts[0] + "." + parts[1]), given.get())) {
            return new Verdict.Rejected("the signature does not fit the token");
        }
        return json(parts[1]).map(this::inTime).orElse(new Verdict.Rejected("the token holds no claims"));
    }

    private Verdict inTime(JsonNode claims) {
        Instant now = clock.instant();
        for (String claim : new String[] {"exp", "nbf"}) {
            if (claims.has(claim) && !claims.get(claim).isNumber()) {
                return new Verdict.Rejected("the claim " + claim + " is no time");
            }
        }
        if (claims.has("exp") && claims.get("exp").asLong() + SKEW_SECONDS <= now.getEpochSecond()) {
            return new Verdict.Rejected("the token has expired");
        }
        if (claims.has("nbf") && claims.get("nbf").asLong() - SKEW_SECONDS > now.getEpochSecond()) {
            return new Verdict.Rejected("the token is not good yet");
        }
        return new Verdict.Genuine();
    }

    private byte[] hash(String text) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(secret, "HmacSHA256"));
            return mac.doFinal(text.getBytes(StandardCharsets.US_ASCII));
        } catch (GeneralSecurityException missing) {
            throw new IllegalStateException("this Java has no HmacSHA256", missing);
        }
    }

    private static Optional<JsonNode> json(String part) {
        try {
            return bytes(part).isPresent()
                    ? Optional.of(JSON.readTree(bytes(part).get())).filter(JsonNode::isObject)
                    : Optional.empty();
        } catch (JsonProcessingException broken) {
            return Optional.empty();
        } catch (IOException broken) {
            throw new IllegalStateException(broken);
        }
    }

    private static Optional<byte[]> bytes(String part) {
        try {
            return Optional.of(Base64.getUrlDecoder().decode(part));
        } catch (IllegalArgumentException broken) {
            return Optional.empty();
        }
    }
}
