package dev.interlock.sandbox;

import java.util.Map;
import java.util.TreeMap;

/** How often each kind of call was made, by method and path with ids taken out. The control door does not count. */
final class CallCount {

    private final Map<String, Long> byCall = new TreeMap<>();

    synchronized void count(Call call) {
        byCall.merge(call.method() + " " + shape(call.path()), 1L, Long::sum);
    }

    synchronized Map<String, Long> byCall() {
        return new TreeMap<>(byCall);
    }

    synchronized long total() {
        return byCall.values().stream().mapToLong(Long::longValue).sum();
    }

    synchronized void clear() {
        byCall.clear();
    }

    /** Path segments that carry an id, in any of the services, become {@code *}. */
    private static String shape(String path) {
        return path.replaceAll("/(?=[^/]*\\d)(?!v\\d)(?!0-\\d)(?!20\\d\\d-)[A-Za-z0-9_.%@-]{6,}(?=/|$)", "/*");
    }
}
