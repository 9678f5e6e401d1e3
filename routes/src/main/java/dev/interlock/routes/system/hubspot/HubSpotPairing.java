package dev.interlock.routes.system.hubspot;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.interlock.deliver.Delivery;
import dev.interlock.deliver.Failure;
import dev.interlock.hubspot.HubSpotConstants;
import dev.interlock.hubspot.HubSpotOperation;
import dev.interlock.routes.system.Errand;
import dev.interlock.routes.system.Json;
import dev.interlock.routes.system.Trouble;
import dev.interlock.routes.system.hubspot.HubSpotAssociations.Subject;
import dev.interlock.routes.system.hubspot.HubSpotLabels.Kind;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Associates pairs of records and parts them, in batches of the largest legal size. Doing it twice is the same as doing it
 * once, so a call whose answer did not come is made again.
 */
final class HubSpotPairing {

    /** HubSpot's associations guide: pairs in a batch that creates. */
    private static final int MOST_CREATED = 2000;

    /** The same guide: records in a batch that archives. */
    private static final int MOST_ARCHIVED = 100;

    private final HubSpot hubspot;
    private final Subject subject;
    private final String to;

    /** One pair of records, by their ids. */
    record Pair(String from, String to) {}

    HubSpotPairing(HubSpot hubspot, Subject subject, String to) {
        this.hubspot = hubspot;
        this.subject = subject;
        this.to = to;
    }

    /** What went wrong, by the id of the record that the pair starts from. */
    Map<String, Delivery> carryOut(HubSpotOperation operation, Map<Pair, Set<Kind>> pairs) {
        Map<String, Delivery> failed = new HashMap<>();
        int most = operation == HubSpotOperation.ASSOCIATIONS_CREATE ? MOST_CREATED : MOST_ARCHIVED;
        List<Pair> all = List.copyOf(pairs.keySet());
        for (int from = 0; from < all.size(); from += most) {
            carryOut(operation, all.subList(from, Math.min(all.size(), from + most)), pairs, failed);
        }
        return failed;
    }

    private void carryOut(
            HubSpotOperation operation, List<Pair> some, Map<Pair, Set<Kind>> pairs, Map<String, Delivery> failed) {
        try {
            JsonNode answer = ask(operation, body(operation, some, pairs));
            for (Pair pair : unfinished(operation, some, answer)) {
                failed.put(pair.from(), delivery(pair, answer));
            }
        } catch (Trouble trouble) {
            if (trouble.kind() == Trouble.Kind.REFUSED && some.size() > 1) {
                // A batch refused as a whole is halved until the pairs that it was refused for stand alone.
                carryOut(operation, some.subList(0, some.size() / 2), pairs, failed);
                carryOut(operation, some.subList(some.size() / 2, some.size()), pairs, failed);
                return;
            }
            if (trouble.kind() == Trouble.Kind.REFUSED) {
                hubspot.labels().forget(subject.object(), to);
            }
            some.forEach(pair -> failed.put(pair.from(), trouble.asDelivery()));
        }
    }

    private JsonNode ask(HubSpotOperation operation, String body) {
        return hubspot.call(
                        new Errand(subject.type(), HubSpot.ASSOCIATIONS, Errand.Repeat.SAFE),
                        new HubSpot.Request(
                                operation, subject.object(), Map.of(HubSpotConstants.TO_OBJECT_TYPE, to), body))
                .body();
    }

    private static String body(HubSpotOperation operation, List<Pair> some, Map<Pair, Set<Kind>> pairs) {
        ObjectNode body = Json.object();
        ArrayNode inputs = body.putArray("inputs");
        for (Pair pair : some) {
            ObjectNode input = inputs.addObject();
            input.putObject("from").put("id", pair.from());
            if (operation == HubSpotOperation.ASSOCIATIONS_ARCHIVE) {
                input.putArray("to").addObject().put("id", pair.to());
            } else {
                input.putObject("to").put("id", pair.to());
                types(input, pairs.getOrDefault(pair, Set.of()));
            }
        }
        return body.toString();
    }

    /** Adds {@code types: [{associationCategory, associationTypeId}]}. */
    static void types(ObjectNode input, Set<Kind> kinds) {
        ArrayNode types = input.putArray("types");
        kinds.forEach(kind ->
                types.addObject().put("associationCategory", kind.category()).put("associationTypeId", kind.id()));
    }

    /** Creating answers pair by pair; archiving answers with nothing but what went wrong. */
    private static List<Pair> unfinished(HubSpotOperation operation, List<Pair> some, JsonNode answer) {
        Set<Pair> done = new HashSet<>();
        for (JsonNode result : answer.path("results")) {
            done.add(new Pair(
                    result.path("fromObjectId").asText(),
                    result.path("toObjectId").asText()));
        }
        List<Pair> open = new ArrayList<>();
        for (Pair pair : some) {
            boolean told = operation == HubSpotOperation.ASSOCIATIONS_CREATE
                    ? done.contains(pair)
                    : answer.path("errors").valueStream().noneMatch(error -> speaksOf(error, pair));
            if (!told) {
                open.add(pair);
            }
        }
        return open;
    }

    private static Delivery delivery(Pair pair, JsonNode answer) {
        return answer.path("errors")
                .valueStream()
                .filter(error -> speaksOf(error, pair))
                .findFirst()
                .map(HubSpotFailures::delivery)
                .orElseGet(() -> new Delivery.Unknown(
                        new Failure("ODD_ANSWER", "the answer does not mention the association", List.of(), "")));
    }

    /** An error names the records it is about in its context: {@code fromObjectId}, {@code toObjectId}, {@code objectId}. */
    private static boolean speaksOf(JsonNode error, Pair pair) {
        JsonNode context = error.path("context");
        Set<String> named = new HashSet<>();
        for (String about : List.of("fromObjectId", "toObjectId", "objectId", "ids", "id")) {
            context.path(about).forEach(id -> named.add(id.asText()));
        }
        return named.contains(pair.from()) || (!context.has("fromObjectId") && named.contains(pair.to()));
    }
}
