package dev.interlock.sandbox.hubspot;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.interlock.sandbox.Call;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A call, sorted: which API, which version, and what comes after both.
 *
 * @param room the API
 * @param version v1, v3, v4 or a date; empty where the path has none
 * @param path the segments after API and version, decoded
 */
record Request(Call call, Room room, String version, List<String> path) {

    /** The APIs of this portal. */
    enum Room {
        OBJECTS,
        ASSOCIATIONS,
        PROPERTIES,
        PIPELINES,
        OWNERS,
        SCHEMAS,
        ACCOUNT,
        TOKEN,
        NONE
    }

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String DATED = "2025-09|2026-03|2026-09(?:-beta)?|2027-03-beta";
    private static final Pattern NUMBERED = Pattern.compile("/crm/(v3|v4)/([a-z]+)(/.*)?");
    private static final Pattern DATE = Pattern.compile("/crm/([a-z]+)/(" + DATED + ")(/.*)?");
    private static final Pattern SCHEMAS = Pattern.compile("/crm-object-schemas/(v3|" + DATED + ")/schemas(/.*)?");
    private static final Pattern ACCOUNT = Pattern.compile("/account-info/(v3|" + DATED + ")(/.*)?");
    private static final Pattern TOKEN = Pattern.compile("/oauth/(v1|v3|" + DATED + ")/token()");

    Request {
        path = List.copyOf(path);
    }

    static Request of(Call call) {
        Matcher numbered = NUMBERED.matcher(call.path());
        if (numbered.matches()) {
            return sorted(call, room(numbered.group(2), numbered.group(1)), numbered.group(1), rest(numbered, 3));
        }
        Matcher dated = DATE.matcher(call.path());
        if (dated.matches()) {
            return sorted(call, room(dated.group(1), dated.group(2)), dated.group(2), rest(dated, 3));
        }
        Matcher schemas = SCHEMAS.matcher(call.path());
        if (schemas.matches()) {
            return sorted(call, Room.SCHEMAS, schemas.group(1), rest(schemas, 2));
        }
        Matcher account = ACCOUNT.matcher(call.path());
        if (account.matches()) {
            return sorted(call, Room.ACCOUNT, account.group(1), rest(account, 2));
        }
        Matcher token = TOKEN.matcher(call.path());
        return token.matches()
                ? sorted(call, Room.TOKEN, token.group(1), "")
                : new Request(call, Room.NONE, "", List.of());
    }

    private static String rest(Matcher matcher, int group) {
        return Optional.ofNullable(matcher.group(group)).orElse("");
    }

    private static Room room(String name, String version) {
        boolean four = version.equals("v4");
        return switch (name) {
            case "objects" -> Room.OBJECTS;
            case "associations" -> version.equals("v3") ? Room.NONE : Room.ASSOCIATIONS;
            case "properties" -> four ? Room.NONE : Room.PROPERTIES;
            case "pipelines" -> four ? Room.NONE : Room.PIPELINES;
            case "owners" -> four ? Room.NONE : Room.OWNERS;
            case "schemas" -> four ? Room.NONE : Room.SCHEMAS;
            default -> Room.NONE;
        };
    }

    private static Request sorted(Call call, Room room, String version, String rest) {
        List<String> path = Arrays.stream(rest.split("/"))
                .filter(segment -> !segment.isEmpty())
                .map(Request::decoded)
                .toList();
        return new Request(call, room, version, path);
    }

    private static String decoded(String segment) {
        try {
            return URLDecoder.decode(segment.replace("+", "%2B"), StandardCharsets.UTF_8);
        } catch (IllegalArgumentException malformed) {
            return segment;
        }
    }

    boolean isSearch() {
        return room == Room.OBJECTS && path.size() == 2 && path.get(1).equals("search");
    }

    /** Calls that fall under the limits of the associations API. */
    boolean isAssociation() {
        return room == Room.ASSOCIATIONS || (room == Room.OBJECTS && segment(2).equals("associations"));
    }

    String segment(int index) {
        return index < path.size() ? path.get(index) : "";
    }

    String method() {
        return call.method();
    }

    Optional<String> query(String name) {
        return call.parameter(name).filter(text -> !text.isEmpty());
    }

    boolean flag(String name) {
        return query(name).filter("true"::equals).isPresent();
    }

    /** Values of a list parameter, sent comma separated or repeated. */
    List<String> list(String name) {
        return call.query().getOrDefault(name, List.of()).stream()
                .flatMap(each -> Arrays.stream(each.split(",")))
                .map(String::strip)
                .filter(each -> !each.isEmpty())
                .toList();
    }

    /** The page size asked for, refused outside 1 to a most. */
    int limit(int usual, int most) {
        String asked = query("limit").orElse(Integer.toString(usual));
        if (!asked.matches("\\d{1,6}") || Integer.parseInt(asked) < 1 || Integer.parseInt(asked) > most) {
            throw ApiError.invalid("limit must be between 1 and " + most + ", got " + asked);
        }
        return Integer.parseInt(asked);
    }

    JsonNode body() {
        try {
            JsonNode body = JSON.readTree(call.text());
            if (!body.isObject() && !body.isArray()) {
                throw ApiError.invalid("Invalid input JSON: a body is required");
            }
            return body;
        } catch (JsonProcessingException unreadable) {
            throw ApiError.invalid("Invalid input JSON on line "
                    + unreadable.getLocation().getLineNr() + ", column "
                    + unreadable.getLocation().getColumnNr());
        }
    }

    /** The body, refused when it holds fields nobody knows. */
    JsonNode body(List<String> fields) {
        JsonNode body = body();
        refuseOthers(body, fields);
        return body;
    }

    static void refuseOthers(JsonNode body, List<String> fields) {
        body.properties().forEach(each -> {
            if (!fields.contains(each.getKey())) {
                throw ApiError.invalid("Invalid input JSON: unknown field '" + each.getKey() + "'");
            }
        });
    }

    ApiError nowhere() {
        return ApiError.of(404, "", "Not found: " + method() + " " + call.path());
    }
}
