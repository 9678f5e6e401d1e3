package dev.interlock.routes.system.hubspot;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.interlock.hubspot.HubSpotConstants;
import dev.interlock.hubspot.HubSpotOperation;
import dev.interlock.mapping.Association;
import dev.interlock.record.Observation;
import dev.interlock.record.RawFields;
import dev.interlock.record.RecordType;
import dev.interlock.routes.system.Errand;
import dev.interlock.routes.system.Json;
import dev.interlock.routes.system.hubspot.HubSpotLabels.Kind;
import dev.interlock.routes.system.hubspot.HubSpotLabels.Mark;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * Reads which records are associated with which, a thousand at a time. Only a record that HubSpot says has none has none: one
 * that an answer does not mention is not mentioned.
 */
final class HubSpotAssociations {

    /** HubSpot's changelog of 2025-02: a batch read takes no more. */
    static final int MOST_READ = 1000;

    private static final String NONE = "crm.associations.NO_ASSOCIATIONS_FOUND";

    private final HubSpot hubspot;

    /** The other end of an association, with all the types that tie it. */
    record End(String id, Set<Kind> kinds) {}

    /** Records of one type, and what they are called in HubSpot. */
    record Subject(RecordType type, String object) {}

    HubSpotAssociations(HubSpot hubspot) {
        this.hubspot = hubspot;
    }

    /** The associations among the columns. */
    static List<Association> among(Set<String> columns) {
        return new TreeSet<>(columns)
                .stream().flatMap(column -> Association.of(column).stream()).toList();
    }

    /** The columns that are properties. */
    static Set<String> properties(Set<String> columns) {
        Set<String> properties = new LinkedHashSet<>(columns);
        properties.removeIf(column -> Association.of(column).isPresent());
        return properties;
    }

    /** How many calls it takes to read them of so many records, if none has more than one page. */
    static long calls(List<Association> associations, long records) {
        long objects = associations.stream().map(Association::object).distinct().count();
        return objects * ((records + MOST_READ - 1) / MOST_READ);
    }

    /** The observations, with their associations among their fields. */
    List<Observation> complete(Subject subject, Set<String> columns, List<Observation> read) {
        List<Association> associations = among(columns);
        List<String> ids = read.stream()
                .filter(Observation::isLive)
                .map(observation -> observation.key().id())
                .distinct()
                .toList();
        if (associations.isEmpty() || ids.isEmpty()) {
            return read;
        }
        Map<String, Map<String, List<End>>> byObject = new HashMap<>();
        Map<String, RawFields> found = new HashMap<>();
        for (Association association : associations) {
            Mark mark = hubspot.labels().mark(subject.type(), subject.object(), association);
            byObject.computeIfAbsent(association.object(), to -> ends(subject, to, ids))
                    .forEach((id, ends) -> found.merge(id, fields(association, mark, ends), RawFields::with));
        }
        return read.stream()
                .map(observation ->
                        with(observation, found.getOrDefault(observation.key().id(), RawFields.NONE)))
                .toList();
    }

    private static Observation with(Observation observation, RawFields fields) {
        return new Observation(
                observation.key(),
                observation.fate(),
                observation.isLive() ? observation.fields().with(fields) : observation.fields(),
                observation.changedAt(),
                observation.readAt());
    }

    private static RawFields fields(Association association, Mark mark, List<End> ends) {
        String text = Association.text(meant(mark, ends).stream().map(End::id).toList());
        return new RawFields(Map.of(association.column(), Optional.of(text).filter(ids -> !ids.isEmpty())));
    }

    /** The ends that could be meant: of several the primary one, if it is among them. */
    static List<End> meant(Mark mark, List<End> ends) {
        List<End> marked = ends.stream()
                .filter(end -> mark.meant().map(end.kinds()::contains).orElse(true))
                .toList();
        List<End> primary = marked.stream()
                .filter(end -> mark.primary().map(end.kinds()::contains).orElse(false))
                .toList();
        return marked.size() > 1 && !primary.isEmpty() ? primary : marked;
    }

    /** The other ends by the id of the record; a record that the answers do not mention is not among them. */
    Map<String, List<End>> ends(Subject subject, String to, List<String> ids) {
        Map<String, List<End>> found = new LinkedHashMap<>();
        Set<String> unfinished = new HashSet<>();
        List<ObjectNode> asked = new ArrayList<>();
        ids.forEach(id -> asked.add(Json.object().put("id", id)));
        int done = 0;
        while (done < asked.size()) {
            // Records with more associations than one page holds are asked for again, behind all others.
            List<ObjectNode> some = List.copyOf(asked.subList(done, Math.min(asked.size(), done + MOST_READ)));
            done += some.size();
            JsonNode answer = ask(subject, to, some);
            some.forEach(one -> unfinished.add(one.path("id").asText()));
            for (JsonNode result : answer.path("results")) {
                String id = result.path("from").path("id").asText();
                result.path("to")
                        .forEach(end -> found.computeIfAbsent(id, any -> new ArrayList<>())
                                .add(end(end)));
                String after = Json.at(result, "paging.next.after").asText("");
                if (after.isEmpty()) {
                    found.computeIfAbsent(id, any -> new ArrayList<>());
                    unfinished.remove(id);
                } else {
                    asked.add(Json.object().put("id", id).put("after", after));
                }
            }
            for (String id : withNone(answer)) {
                found.putIfAbsent(id, List.of());
                unfinished.remove(id);
            }
        }
        found.keySet().removeAll(unfinished);
        return found;
    }

    private JsonNode ask(Subject subject, String to, List<ObjectNode> inputs) {
        ObjectNode body = Json.object();
        ArrayNode array = body.putArray("inputs");
        inputs.forEach(array::add);
        return hubspot.call(
                        Errand.reading(subject.type()).under(HubSpot.ASSOCIATIONS),
                        new HubSpot.Request(
                                HubSpotOperation.ASSOCIATIONS_READ,
                                subject.object(),
                                Map.of(HubSpotConstants.TO_OBJECT_TYPE, to),
                                body.toString()))
                .body();
    }

    private static List<String> withNone(JsonNode answer) {
        List<String> ids = new ArrayList<>();
        for (JsonNode error : answer.path("errors")) {
            if (error.path("subCategory").asText().equals(NONE)) {
                error.path("context").path("fromObjectId").forEach(id -> ids.add(id.asText()));
            }
        }
        return ids;
    }

    private static End end(JsonNode end) {
        Set<Kind> kinds = new LinkedHashSet<>();
        end.path("associationTypes")
                .forEach(type -> kinds.add(new Kind(
                        type.path("category").asText(), type.path("typeId").asInt())));
        return new End(end.path("toObjectId").asText(), kinds);
    }
}
