package dev.interlock.sandbox.salesforce;

import dev.interlock.sandbox.Call;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/**
 * A call of the versioned API.
 *
 * @param path the parts of the path after the version, decoded
 * @param root {@code /services/data/vN}
 */
record Ask(Call call, List<String> path, String root, Author author) {

    Ask {
        path = List.copyOf(path);
    }

    static Ask of(Call call, String root, Author author) {
        boolean saves =
                call.header("sforce-duplicate-rule-header").orElse("").matches("(?i).*\\ballowSave\\s*=\\s*true\\b.*");
        return new Ask(call, parts(call.path().substring(root.length())), root, saves ? author.overruling() : author);
    }

    static List<String> parts(String rawPath) {
        List<String> parts = new ArrayList<>();
        for (String part : rawPath.split("/", -1)) {
            if (!part.isEmpty()) {
                parts.add(decoded(part));
            }
        }
        return parts;
    }

    private static String decoded(String part) {
        try {
            return URLDecoder.decode(part.replace("+", "%2B"), StandardCharsets.UTF_8);
        } catch (IllegalArgumentException broken) {
            throw Refusal.of("NOT_FOUND", "The requested resource does not exist: " + part);
        }
    }

    int version() {
        return Integer.parseInt(root.replaceAll("\\D+(\\d+)\\.0", "$1"));
    }

    String method() {
        return call.method();
    }

    /** The part of the path at this place, or empty. */
    String part(int place) {
        return place < path.size() ? path.get(place) : "";
    }

    boolean flag(String parameter) {
        return call.parameter(parameter).filter("true"::equalsIgnoreCase).isPresent();
    }

    String rowUrl(Table table, Row row) {
        return root + "/sobjects/" + table.type().name() + "/" + table.id(row);
    }
}
