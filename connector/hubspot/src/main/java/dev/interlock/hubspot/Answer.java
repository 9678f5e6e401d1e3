package dev.interlock.hubspot;

import java.net.http.HttpHeaders;

/** What came back over HTTP, unread. */
record Answer(int status, HttpHeaders headers, String text) {

    boolean isSuccess() {
        return status >= 200 && status < 300;
    }

    String contentType() {
        return headers.firstValue("Content-Type").orElse("no content type");
    }
}
