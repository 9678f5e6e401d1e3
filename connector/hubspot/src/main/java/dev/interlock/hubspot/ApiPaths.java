package dev.interlock.hubspot;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;

/**
 * Where each part of the API is found in one API version.
 *
 * <p>Dated versions carry the date after the name of the API ({@code /crm/objects/2026-09/deals}), older ones a number
 * before it ({@code /crm/v3/objects/deals}); associations of that generation are at v4. Source: HubSpot's migration
 * guide for date-based versions, and its published specifications.
 */
record ApiPaths(String version) {

    private static final Pattern DATED = Pattern.compile("\\d{4}-\\d{2}(-beta)?");

    ApiPaths {
        if (!version.equals("v3") && !DATED.matcher(version).matches()) {
            throw new IllegalArgumentException(
                    "There is no HubSpot API version '" + version + "'. Use a date such as 2026-09, or v3.");
        }
    }

    static ApiPaths of(String version) {
        return new ApiPaths(version.strip());
    }

    String objects(String type) {
        return crm("objects", version) + "/" + segment(type);
    }

    String object(String type, String id) {
        return objects(type) + "/" + segment(id);
    }

    String associations(String from, String to) {
        return crm("associations", version.equals("v3") ? "v4" : version) + "/" + segment(from) + "/" + segment(to);
    }

    String properties(String type) {
        return crm("properties", version) + "/" + segment(type);
    }

    String property(String type, String name) {
        return properties(type) + "/" + segment(name);
    }

    String pipelines(String type) {
        return crm("pipelines", version) + "/" + segment(type);
    }

    String owners() {
        return crm("owners", version);
    }

    String account(String part) {
        return "/account-info/" + version + "/" + part;
    }

    String token() {
        return "/oauth/" + version + "/token";
    }

    private static String crm(String api, String version) {
        return version.startsWith("v") ? "/crm/" + version + "/" + api : "/crm/" + api + "/" + version;
    }

    /** One path segment. URLEncoder writes a space as a plus, which means a plus in a path. */
    private static String segment(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
    }
}
