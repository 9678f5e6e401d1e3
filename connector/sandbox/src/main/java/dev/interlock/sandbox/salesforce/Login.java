package dev.interlock.sandbox.salesforce;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.interlock.sandbox.Call;
import dev.interlock.sandbox.Reply;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.security.InvalidKeyException;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.Base64;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** {@code /services/oauth2/token} and {@code /services/oauth2/revoke}. */
final class Login {

    private static final ObjectMapper JSON = new ObjectMapper();

    private final Org org;
    private final Sessions sessions;

    Login(Org org, Sessions sessions) {
        this.org = org;
        this.sessions = sessions;
    }

    Reply token(Call call) {
        if (!call.method().equals("POST")) {
            return refused("invalid_request", "must use HTTP POST");
        }
        Map<String, String> form = form(call);
        Settings settings = org.settings();
        return switch (form.getOrDefault("grant_type", "")) {
            case "client_credentials" -> client(form).orElseGet(() -> granted(call, form));
            case "password" ->
                client(form)
                        .or(() -> same(form, "username", settings.username)
                                .and(same(form, "password", settings.password))
                                .otherwise("invalid_grant", "authentication failure"))
                        .orElseGet(() -> granted(call, form));
            case "refresh_token" ->
                client(form)
                        .or(() -> same(form, "refresh_token", settings.refreshToken)
                                .otherwise("invalid_grant", "expired access/refresh token"))
                        .orElseGet(() -> granted(call, form));
            case "urn:ietf:params:oauth:grant-type:jwt-bearer" ->
                assertion(form.getOrDefault("assertion", "")).orElseGet(() -> granted(call, form));
            default -> refused("unsupported_grant_type", "grant type not supported");
        };
    }

    /** Takes the token back: {@code GET ?token=} as camel does, or POST with a form. */
    Reply revoke(Call call) {
        String token = call.parameter("token").orElseGet(() -> form(call).getOrDefault("token", ""));
        return sessions.revoke(token)
                ? Reply.empty(200)
                : refused("unsupported_token_type", "this token type is not supported");
    }

    private Optional<Reply> client(Map<String, String> form) {
        Settings settings = org.settings();
        return same(form, "client_id", settings.clientId)
                .otherwise("invalid_client_id", "client identifier invalid")
                .or(() -> same(form, "client_secret", settings.clientSecret)
                        .otherwise("invalid_client", "invalid client credentials"));
    }

    /** A condition on a form, and what is answered when it does not hold. */
    private record Proof(boolean holds) {
        Proof and(Proof other) {
            return new Proof(holds && other.holds);
        }

        Optional<Reply> otherwise(String error, String description) {
            return holds ? Optional.empty() : Optional.of(refused(error, description));
        }
    }

    private static Proof same(Map<String, String> form, String name, String wanted) {
        return new Proof(wanted.equals(form.get(name)));
    }

    /** The claims are checked; who signed them is not, as no certificate was registered here. */
    private Optional<Reply> assertion(String jwt) {
        String[] parts = jwt.split("\\.", -1);
        if (parts.length != 3) {
            return Optional.of(refused("invalid_grant", "invalid assertion"));
        }
        try {
            JsonNode claims = JSON.readTree(Base64.getUrlDecoder().decode(parts[1]));
            if (!claims.path("iss").asText().equals(org.settings().clientId)) {
                return Optional.of(refused("invalid_client_id", "client identifier invalid"));
            }
            if (!subject(claims).equals(org.settings().username)) {
                return Optional.of(refused("invalid_grant", "user hasn't approved this consumer"));
            }
            Instant end = Instant.ofEpochSecond(claims.path("exp").asLong());
            boolean inTime = end.isAfter(org.now()) && end.isBefore(org.now().plusSeconds(360));
            return inTime ? Optional.empty() : Optional.of(refused("invalid_grant", "expired authorization code"));
        } catch (IllegalArgumentException | java.io.IOException unreadable) {
            return Optional.of(refused("invalid_grant", "invalid assertion"));
        }
    }

    private static String subject(JsonNode claims) {
        return claims.path("sub").asText(claims.path("prn").asText());
    }

    static String identityUrl(Call call) {
        String host = call.header("host").orElse("localhost");
        return "http://" + host + "/id/" + Org.ID + "/" + Ids.text(Org.USER_PREFIX, Org.INTEGRATION_USER);
    }

    private Reply granted(Call call, Map<String, String> form) {
        if (!org.settings().userActive) {
            return refused("invalid_grant", "inactive user");
        }
        String url = "http://" + call.header("host").orElse("localhost");
        String id = identityUrl(call);
        String issued = String.valueOf(org.now().toEpochMilli());
        ObjectNode granted = Json.object();
        granted.put("access_token", sessions.open(org.now()));
        if (!form.getOrDefault("grant_type", "").equals("password")) {
            granted.put("scope", "api");
        }
        granted.put("signature", signature(id + issued));
        granted.put("instance_url", url);
        granted.put("id", id);
        granted.put("token_type", "Bearer");
        granted.put("issued_at", issued);
        return Json.reply(200, granted).with("Cache-Control", "no-cache,must-revalidate,max-age=0,no-store,private");
    }

    private String signature(String text) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(org.settings().clientSecret.getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
            return Base64.getEncoder().encodeToString(mac.doFinal(text.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException | InvalidKeyException impossible) {
            throw new IllegalStateException("every Java has HmacSHA256", impossible);
        }
    }

    private static Reply refused(String error, String description) {
        return Json.reply(400, Json.object().put("error", error).put("error_description", description));
    }

    /** The form, and the client's name and secret from a Basic header where the form has none. */
    private static Map<String, String> form(Call call) {
        Map<String, String> form = new HashMap<>();
        basic(call, form);
        for (String pair : call.text().split("&", -1)) {
            int equals = pair.indexOf('=');
            if (equals > 0) {
                form.put(decoded(pair.substring(0, equals)), decoded(pair.substring(equals + 1)));
            }
        }
        return form;
    }

    private static void basic(Call call, Map<String, String> form) {
        String header = call.header("authorization").orElse("");
        if (!header.startsWith("Basic ")) {
            return;
        }
        String pair = base64(header.substring(6).strip());
        int colon = pair.indexOf(':');
        if (colon > 0) {
            form.put("client_id", pair.substring(0, colon));
            form.put("client_secret", pair.substring(colon + 1));
        }
    }

    /** What cannot be decoded is no credential either. */
    private static String base64(String text) {
        try {
            return new String(Base64.getDecoder().decode(text), StandardCharsets.UTF_8);
        } catch (IllegalArgumentException broken) {
            return "";
        }
    }

    private static String decoded(String text) {
        try {
            return URLDecoder.decode(text, StandardCharsets.UTF_8);
        } catch (IllegalArgumentException broken) {
            return text;
        }
    }
}
