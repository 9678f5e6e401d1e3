package dev.interlock.sandbox.salesforce;

import dev.interlock.sandbox.Call;
import dev.interlock.sandbox.Reply;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;

/** What is turned away before anybody reads it. */
final class Gate {

    /** The most bytes of an address (REST API limits: 16,384 for the address and the headers together). */
    private static final int LONGEST_ADDRESS = 16_384;

    private Gate() {}

    static boolean tooLong(Call call) {
        long length = call.path().length();
        for (Map.Entry<String, List<String>> each : call.query().entrySet()) {
            for (String value : each.getValue()) {
                length += each.getKey().length() + 2L + encoded(value).length();
            }
        }
        return length > LONGEST_ADDRESS;
    }

    /** Not JSON: it comes from the server in front of the service. */
    static Reply refusal() {
        byte[] page = "<html><head><title>414 URI Too Long</title></head><body><h1>URI Too Long</h1></body></html>"
                .getBytes(StandardCharsets.UTF_8);
        return new Reply(414, Map.of("Content-Type", "text/html;charset=UTF-8"), page);
    }

    static void checkContentType(Call call) {
        boolean json = call.header("content-type")
                .filter(type -> ObjectType.lower(type).contains("json"))
                .isPresent();
        boolean rows = call.method().equals("PUT")
                && call.path().endsWith("/batches")
                && call.header("content-type")
                        .filter(type -> ObjectType.lower(type).contains("text/csv"))
                        .isPresent();
        if (call.body().length > 0 && !json && !rows) {
            throw Refusal.of("UNSUPPORTED_MEDIA_TYPE", "The Content-Type of the request is not application/json");
        }
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
