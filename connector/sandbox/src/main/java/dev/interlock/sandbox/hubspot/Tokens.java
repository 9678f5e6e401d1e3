package dev.interlock.sandbox.hubspot;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.interlock.sandbox.Call;
import dev.interlock.sandbox.Reply;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** Who may call: the portal's fixed token, and OAuth access tokens for half an hour. */
final class Tokens {

    private static final long LIFE_SECONDS = 1_800;

    private final Settings settings;
    private final Map<String, Long> expiries = new HashMap<>();
    private int issued;

    Tokens(Settings settings) {
        this.settings = settings;
    }

    /** Refuses a call without a good bearer token with 401. */
    void refuseStranger(Call call) {
        Optional<String> token = call.header("authorization")
                .filter(each -> each.startsWith("Bearer "))
                .map(each -> each.substring(7));
        if (token.isEmpty()) {
            throw unknown();
        }
        if (token.get().equals(settings.token())) {
            return;
        }
        long expiry = Optional.ofNullable(expiries.get(token.get())).orElseThrow(Tokens::unknown);
        if (settings.now() >= expiry) {
            long ago = (settings.now() - expiry) / 1_000;
            throw ApiError.of(
                    401,
                    "EXPIRED_AUTHENTICATION",
                    "The OAuth token used to make this call expired " + ago + " second(s) ago.");
        }
    }

    boolean isFixed(Call call) {
        return call.header("authorization")
                .filter(("Bearer " + settings.token())::equals)
                .isPresent();
    }

    private static ApiError unknown() {
        return ApiError.of(
                401,
                "INVALID_AUTHENTICATION",
                "Authentication credentials not found. This API supports OAuth 2.0 authentication and you can find more "
                        + "details at https://developers.hubspot.com/docs/methods/auth/oauth-overview");
    }

    Reply issue(Request request) {
        Map<String, String> form = form(request.call().text());
        if (!request.method().equals("POST")) {
            throw request.nowhere();
        }
        if (!settings.isClient(form.getOrDefault("client_id", ""), form.getOrDefault("client_secret", ""))) {
            throw ApiError.of(400, "", "missing or invalid client id or secret").with("status", "BAD_CLIENT_ID");
        }
        boolean good = switch (form.getOrDefault("grant_type", "")) {
            case "refresh_token" -> settings.refreshToken().equals(form.get("refresh_token"));
            case "client_credentials" -> true;
            default -> throw ApiError.of(400, "", "unsupported grant_type").with("status", "BAD_GRANT_TYPE");
        };
        if (!good) {
            throw ApiError.of(400, "", "missing or invalid refresh token").with("status", "BAD_REFRESH_TOKEN");
        }
        String token = "sandbox-access-" + ++issued;
        expiries.put(token, settings.now() + LIFE_SECONDS * 1_000);
        ObjectNode node = JsonNodeFactory.instance
                .objectNode()
                .put("token_type", "bearer")
                .put("access_token", token)
                .put("expires_in", LIFE_SECONDS);
        if ("refresh_token".equals(form.get("grant_type"))) {
            node.put("refresh_token", settings.refreshToken());
        }
        return RecordsApi.ok(node);
    }

    private static Map<String, String> form(String text) {
        Map<String, String> form = new HashMap<>();
        for (String pair : text.split("&", -1)) {
            int equals = pair.indexOf('=');
            if (equals > 0) {
                form.put(
                        pair.substring(0, equals),
                        URLDecoder.decode(pair.substring(equals + 1), StandardCharsets.UTF_8));
            }
        }
        return form;
    }
}
