package dev.interlock.routes.system.hubspot;

import com.fasterxml.jackson.databind.JsonNode;
import dev.interlock.hubspot.HubSpotConstants;
import dev.interlock.hubspot.HubSpotOperation;
import dev.interlock.mapping.Association;
import dev.interlock.record.RecordType;
import dev.interlock.routes.system.Errand;
import dev.interlock.routes.system.Json;
import dev.interlock.routes.system.Memory;
import dev.interlock.routes.system.Trouble;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The association types between two objects: HubSpot's own, such as the primary one, and the labels people made. Asked once for
 * each pair, then remembered, until a name is not among them or a write is refused.
 */
final class HubSpotLabels {

    /** One association type, in the direction it was asked for. */
    record Kind(String category, int id) {}

    /**
     * What a mapped association comes to.
     *
     * @param meant what an association must carry to be meant; empty for any
     * @param written what is written to mean it
     * @param primary what marks the one that wins among several, if the pair of objects knows such a thing
     */
    record Mark(Optional<Kind> meant, Kind written, Optional<Kind> primary) {

        boolean isPrimary() {
            return meant.isPresent() && meant.equals(primary);
        }
    }

    /** A type as the account tells it. */
    private record Known(Kind kind, String label) {}

    private final HubSpot hubspot;
    private final Memory memory;
    private final Map<String, List<Known>> known = new ConcurrentHashMap<>();

    HubSpotLabels(HubSpot hubspot, Memory memory) {
        this.hubspot = hubspot;
        this.memory = memory;
    }

    /**
     * What an association of records of a type comes to.
     *
     * @throws Trouble of kind REFUSED if the account has no such label; it names those it has
     */
    Mark mark(RecordType type, String from, Association association) {
        return find(known(type, from, association), association)
                .or(() -> find(refreshed(type, from, association), association))
                .orElseThrow(() -> Trouble.of(Trouble.Kind.REFUSED, "NO_SUCH_LABEL", missing(type, from, association)));
    }

    /** Whether the account has it; otherwise what is wrong. */
    Optional<String> problem(RecordType type, String from, Association association) {
        return find(refreshed(type, from, association), association).isPresent()
                ? Optional.empty()
                : Optional.of(missing(type, from, association));
    }

    /** A write was refused: what is remembered may not be true any more. */
    void forget(String from, String to) {
        known.remove(name(from, to));
        memory.forget(name(from, to));
    }

    private static Optional<Mark> find(List<Known> types, Association association) {
        Optional<Kind> primary = types.stream()
                .filter(type -> type.kind().category().equals("HUBSPOT_DEFINED")
                        && type.label().equalsIgnoreCase("primary"))
                .map(Known::kind)
                .findFirst();
        if (association.label().isEmpty()) {
            return primary.or(() -> plain(types)).map(written -> new Mark(Optional.empty(), written, primary));
        }
        return types.stream()
                .filter(type -> type.label().equalsIgnoreCase(association.label())
                        || Integer.toString(type.kind().id()).equals(association.label()))
                .map(Known::kind)
                .findFirst()
                .map(kind -> new Mark(Optional.of(kind), kind, primary));
    }

    private static Optional<Kind> plain(List<Known> types) {
        return types.stream()
                .filter(type -> type.label().isEmpty())
                .map(Known::kind)
                .findFirst();
    }

    private String missing(RecordType type, String from, Association association) {
        List<String> labels = known(type, from, association).stream()
                .map(Known::label)
                .filter(label -> !label.isEmpty())
                .toList();
        String wanted =
                association.label().isEmpty() ? "no associations" : "no association '" + association.label() + "'";
        return "there is " + wanted + " from " + from + " to " + association.object() + "; there are " + labels;
    }

    private List<Known> known(RecordType type, String from, Association association) {
        String name = name(from, association.object());
        return known.computeIfAbsent(
                name,
                any -> memory.recall(name)
                        .map(text -> read(Json.read(text)))
                        .orElseGet(() -> ask(type, from, association.object())));
    }

    private List<Known> refreshed(RecordType type, String from, Association association) {
        List<Known> now = ask(type, from, association.object());
        known.put(name(from, association.object()), now);
        return now;
    }

    private List<Known> ask(RecordType type, String from, String to) {
        JsonNode answer = hubspot.call(
                        Errand.reading(type).under(HubSpot.ASSOCIATIONS),
                        new HubSpot.Request(
                                HubSpotOperation.ASSOCIATION_LABELS,
                                from,
                                Map.of(HubSpotConstants.TO_OBJECT_TYPE, to),
                                ""))
                .body();
        memory.remember(name(from, to), answer.toString());
        return read(answer);
    }

    private static List<Known> read(JsonNode answer) {
        List<Known> types = new ArrayList<>();
        for (JsonNode type : answer.path("results")) {
            types.add(new Known(
                    new Kind(type.path("category").asText(), type.path("typeId").asInt()),
                    type.path("label").asText("").replaceFirst("^null$", "")));
        }
        return types;
    }

    private String name(String from, String to) {
        return "labels:" + hubspot.id() + ":" + from + ":" + to;
    }
}
