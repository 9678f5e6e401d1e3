package dev.interlock.hubspot;

import java.net.http.HttpHeaders;
import java.nio.charset.StandardCharsets;

/** What came back over HTTP, unread. */
record Answer(int status, HttpHeaders headers, byte[] body) {

    boolean isSuccess() {
        return status >= 200 && status < 300;
    }

    String contentType() {
        return headers.firstValue("Content-Type").orElse("no content type");
    }

    String text() {
        return new String(body, StandardCharsets.UTF_8);
    }
}
