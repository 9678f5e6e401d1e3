package dev.interlock.routes.system.rest;

import com.fasterxml.jackson.databind.JsonNode;
import dev.interlock.routes.system.Json;
import java.util.Set;

/**
 * Something that is true of a JSON answer or record: that one of its values is, or is not, among some. A value that is not
 * there counts as an empty text.
 *
 * @param at the dotted path of the value
 * @param is the value must be one of these; none for any
 * @param not the value must be none of these
 */
record Trait(String at, Set<String> is, Set<String> not) {

    Trait {
        is = Set.copyOf(is);
        not = Set.copyOf(not);
    }

    boolean holds(JsonNode json) {
        JsonNode value = Json.at(json, at);
        String text = value.isNull() ? "" : value.asText("");
        return (is.isEmpty() || is.contains(text)) && !not.contains(text);
    }
}
