package dev.interlock.hubspot;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** One request as the API's reference describes it: before an address and a token are added. */
record Call(
        HubSpotOperation operation, String method, String path, Map<String, String> query, Optional<JsonNode> body) {

    Call {
        query = Map.copyOf(query);
    }

    static Call get(HubSpotOperation operation, String path, Map<String, String> query) {
        return new Call(operation, "GET", path, query, Optional.empty());
    }

    static Call post(HubSpotOperation operation, String path, JsonNode body) {
        return new Call(operation, "POST", path, Map.of(), Optional.of(body));
    }

    Call withQuery(Map<String, String> other) {
        return new Call(operation, method, path, other, body);
    }

    /** Path and query, encoded; parameters in alphabetical order so that equal calls are equal texts. */
    String pathAndQuery() {
        List<String> pairs = query.entrySet().stream()
                .sorted(Map.Entry.comparingByKey())
                .map(pair -> pair.getKey() + "=" + URLEncoder.encode(pair.getValue(), StandardCharsets.UTF_8))
                .toList();
        return pairs.isEmpty() ? path : path + pairs.stream().collect(Collectors.joining("&", "?", ""));
    }
}
