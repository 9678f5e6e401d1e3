package dev.interlock.routes.system.rest.webhook;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** Computes the keyed hash anew and compares it in constant time. */
final class HmacVerifier implements WebhookVerifier {

    private static final Pattern PLACE = Pattern.compile("\\{(body|timestamp)}");

    private final HmacRule rule;
    private final byte[] secret;
    private final InstantSource clock;

    HmacVerifier(HmacRule rule, String secret, InstantSource clock) {
        this.rule = rule;
        this.secret = secret.getBytes(StandardCharsets.UTF_8);
        this.clock = clock;
        if (secret.isEmpty()) {
            throw new IllegalArgumentException("a keyed hash needs a key");
        }
    }

    @Override
    public Verdict verify(Notice notice) {
        Optional<String> signature = notice.header(rule.header());
        if (signature.isEmpty()) {
            return new Verdict.Rejected("the header " + rule.header() + " is missing");
        }
        Optional<byte[]> given = decoded(signature.get());
        if (given.isEmpty()) {
            return new Verdict.Rejected("the signature is not written as it should be");
        }
        String timestamp =
                rule.stamp().flatMap(stamp -> notice.header(stamp.header())).orElse("");
        if (!MessageDigest.isEqual(hash(notice, timestamp), given.get())) {
            return new Verdict.Rejected("the signature does not fit the body");
        }
        return rule.stamp().map(stamp -> inTime(stamp, timestamp)).orElse(new Verdict.Genuine());
    }

    private Optional<byte[]> decoded(String signature) {
        if (!signature.startsWith(rule.prefix())) {
            return Optional.empty();
        }
        String text = signature.substring(rule.prefix().length()).strip();
        try {
            return Optional.of(
                    switch (rule.encoding()) {
                        case HEX -> HexFormat.of().parseHex(text);
                        case BASE64 -> Base64.getDecoder().decode(text);
                    });
        } catch (IllegalArgumentException broken) {
            return Optional.empty();
        }
    }

    private byte[] hash(Notice notice, String timestamp) {
        try {
            Mac mac = Mac.getInstance(rule.algorithm());
            mac.init(new SecretKeySpec(secret, rule.algorithm()));
            Matcher place = PLACE.matcher(rule.signed());
            int end = 0;
            while (place.find()) {
                mac.update(rule.signed().substring(end, place.start()).getBytes(StandardCharsets.UTF_8));
                mac.update(place.group(1).equals("body") ? notice.body() : timestamp.getBytes(StandardCharsets.UTF_8));
                end = place.end();
            }
            mac.update(rule.signed().substring(end).getBytes(StandardCharsets.UTF_8));
            return mac.doFinal();
        } catch (GeneralSecurityException missing) {
            throw new IllegalStateException("this Java has no " + rule.algorithm(), missing);
        }
    }

    private Verdict inTime(HmacRule.Stamp stamp, String timestamp) {
        Optional<Instant> sent = sent(stamp.form(), timestamp);
        if (sent.isEmpty()) {
            return new Verdict.Rejected("the header " + stamp.header() + " tells no time");
        }
        Duration apart = Duration.between(sent.get(), clock.instant()).abs();
        return apart.compareTo(stamp.window()) <= 0
                ? new Verdict.Genuine()
                : new Verdict.Rejected("it was sent " + apart.toSeconds() + " s from now");
    }

    private static Optional<Instant> sent(String form, String text) {
        try {
            return Optional.of(
                    switch (form) {
                        case "epoch-seconds" -> Instant.ofEpochSecond(Long.parseLong(text));
                        case "epoch-millis" -> Instant.ofEpochMilli(Long.parseLong(text));
                        default -> Instant.parse(text);
                    });
        } catch (DateTimeException | NumberFormatException broken) {
            return Optional.empty();
        }
    }
}
