package dev.interlock.sandbox.partnerstack;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * One stored record as it stands.
 *
 * @param key PartnerStack's own key
 * @param sequence the order of creation, which breaks ties of {@code created}
 * @param created epoch ms
 * @param updated epoch ms
 * @param archived whether it was taken out of sight
 * @param values the standard fields that are set
 * @param custom the form fields that are set, by API name
 */
record Item(
        String key,
        long sequence,
        long created,
        long updated,
        boolean archived,
        Map<String, JsonNode> values,
        Map<String, String> custom) {

    Item {
        values = Map.copyOf(values);
        custom = Map.copyOf(custom);
    }

    Optional<String> text(String field) {
        return Optional.ofNullable(values.get(field)).map(JsonNode::asText);
    }

    boolean has(String field, String value) {
        return text(field).filter(value::equals).isPresent();
    }

    Item with(Map<String, JsonNode> newValues, Map<String, String> newCustom, long at) {
        return new Item(key, sequence, created, at, archived, newValues, newCustom);
    }

    Item with(String field, JsonNode value, long at) {
        Map<String, JsonNode> more = new LinkedHashMap<>(values);
        more.put(field, value);
        return with(more, custom, at);
    }

    Item archivedAs(boolean state, long at) {
        return new Item(key, sequence, created, at, state, values, custom);
    }
}
