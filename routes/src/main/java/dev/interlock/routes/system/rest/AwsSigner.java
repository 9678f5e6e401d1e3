package dev.interlock.routes.system.rest;

import java.time.Clock;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import software.amazon.awssdk.http.ContentStreamProvider;
import software.amazon.awssdk.http.SdkHttpMethod;
import software.amazon.awssdk.http.SdkHttpRequest;
import software.amazon.awssdk.http.auth.aws.signer.AwsV4HttpSigner;
import software.amazon.awssdk.http.auth.spi.signer.HttpSigner;
import software.amazon.awssdk.http.auth.spi.signer.SignedRequest;
import software.amazon.awssdk.identity.spi.AwsCredentialsIdentity;
import software.amazon.awssdk.identity.spi.AwsSessionCredentialsIdentity;

/** Signs requests with AWS Signature Version 4: host, body, and the headers that AWS itself defines. */
record AwsSigner(Credentials credentials, String region, String service, InstantSource clock) implements RequestSigner {

    /** @param session blank if the keys are no temporary ones */
    record Credentials(String id, String secret, String session) {

        AwsCredentialsIdentity identity() {
            return session.isEmpty()
                    ? AwsCredentialsIdentity.create(id, secret)
                    : AwsSessionCredentialsIdentity.create(id, secret, session);
        }

        @Override
        public String toString() {
            return "the credentials " + id;
        }
    }

    @Override
    public Map<String, String> sign(Wire.Outbound request) {
        SdkHttpRequest.Builder plain = SdkHttpRequest.builder()
                .method(SdkHttpMethod.fromValue(request.method()))
                .uri(request.uri());
        request.headers().forEach((name, value) -> {
            if (name.toLowerCase(Locale.ROOT).startsWith("x-amz-") || name.equalsIgnoreCase("content-type")) {
                plain.putHeader(name, value);
            }
        });
        SignedRequest signed = AwsV4HttpSigner.create()
                .sign(sign -> sign.identity(credentials.identity())
                        .request(plain.build())
                        .payload(ContentStreamProvider.fromUtf8String(request.body()))
                        .putProperty(AwsV4HttpSigner.SERVICE_SIGNING_NAME, service)
                        .putProperty(AwsV4HttpSigner.REGION_NAME, region)
                        .putProperty(HttpSigner.SIGNING_CLOCK, Clock.fixed(clock.instant(), ZoneOffset.UTC)));
        Map<String, String> headers = new LinkedHashMap<>();
        signed.request().headers().forEach((name, values) -> {
            if (List.of("authorization", "x-amz-date", "x-amz-content-sha256", "x-amz-security-token")
                    .contains(name.toLowerCase(Locale.ROOT))) {
                headers.put(name, values.getFirst());
            }
        });
        return headers;
    }
}
