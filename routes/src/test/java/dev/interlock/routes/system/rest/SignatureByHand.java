package dev.interlock.routes.system.rest;

import com.github.tomakehurst.wiremock.verification.LoggedRequest;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** AWS Signature Version 4 as the service computes it from what arrived, for requests without a query. */
final class SignatureByHand {

    private static final Pattern PARTS = Pattern.compile(
            "AWS4-HMAC-SHA256 Credential=[^/]+/(\\d+)/([^/]+)/([^/]+)/aws4_request, ?SignedHeaders=([^,]+), ?Signature=(.+)");

    private SignatureByHand() {}

    static boolean isRight(LoggedRequest request, String secret) {
        try {
            Matcher parts = PARTS.matcher(request.getHeader("Authorization"));
            if (!parts.matches()) {
                return false;
            }
            String scope = parts.group(1) + "/" + parts.group(2) + "/" + parts.group(3) + "/aws4_request";
            String toSign = String.join(
                    "\n",
                    "AWS4-HMAC-SHA256",
                    request.getHeader("X-Amz-Date"),
                    scope,
                    sha256(canonical(request, parts.group(4)).getBytes(StandardCharsets.UTF_8)));
            byte[] key = ("AWS4" + secret).getBytes(StandardCharsets.UTF_8);
            for (String step : List.of(parts.group(1), parts.group(2), parts.group(3), "aws4_request", toSign)) {
                key = hmac(key, step);
            }
            return HexFormat.of().formatHex(key).equals(parts.group(5));
        } catch (GeneralSecurityException missing) {
            throw new IllegalStateException(missing);
        }
    }

    private static String canonical(LoggedRequest request, String signed) throws GeneralSecurityException {
        StringBuilder headers = new StringBuilder();
        for (String name : signed.split(";")) {
            headers.append(name)
                    .append(':')
                    .append(request.getHeader(name).strip())
                    .append('\n');
        }
        return String.join(
                "\n",
                request.getMethod().getName(),
                URI.create(request.getUrl()).getRawPath(),
                "",
                headers,
                signed,
                sha256(request.getBody()));
    }

    private static String sha256(byte[] bytes) throws GeneralSecurityException {
        return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
    }

    private static byte[] hmac(byte[] key, String text) throws GeneralSecurityException {
        Mac mac = Mac.getInstance("HmacSHA256");
        mac.init(new SecretKeySpec(key, "HmacSHA256"));
        return mac.doFinal(text.getBytes(StandardCharsets.UTF_8));
    }
}
