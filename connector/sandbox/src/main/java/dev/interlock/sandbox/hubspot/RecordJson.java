package dev.interlock.sandbox.hubspot;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** Records as the API shows them. */
final class RecordJson {

    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

    private final Portal portal;

    RecordJson(Portal portal) {
        this.portal = portal;
    }

    /**
     * Which properties a caller asked for.
     *
     * @param properties names; none means the usual few
     * @param histories names whose history is shown too
     */
    record Wanted(Collection<String> properties, Collection<String> histories) {

        static Wanted of(JsonNode body) {
            return new Wanted(texts(body.path("properties")), texts(body.path("propertiesWithHistory")));
        }

        private static List<String> texts(JsonNode array) {
            List<String> texts = new ArrayList<>();
            array.forEach(each -> texts.add(each.asText()));
            return texts;
        }
    }

    ObjectNode render(CrmRecord record, Wanted wanted) {
        ObjectType type = record.type();
        TreeSet<String> names = new TreeSet<>(List.of("hs_object_id", type.created(), type.modified()));
        names.addAll(wanted.properties().isEmpty() && wanted.histories().isEmpty() ? type.shown() : List.of());
        PropertyCatalog catalog = portal.properties(type);
        // Names that do not exist are passed over in silence.
        wanted.properties().stream()
                .filter(name -> catalog.find(name).isPresent())
                .forEach(names::add);
        wanted.histories().stream()
                .filter(name -> catalog.find(name).isPresent())
                .forEach(names::add);
        ObjectNode node = JSON.objectNode().put("id", Long.toString(record.id()));
        ObjectNode properties = node.putObject("properties");
        names.forEach(name -> properties.put(name, record.text(name).orElse(null)));
        if (!wanted.histories().isEmpty()) {
            histories(node.putObject("propertiesWithHistory"), record, wanted.histories());
        }
        return stamped(node, record);
    }

    /** As a write answers: the usual properties and every one that is set. */
    ObjectNode written(CrmRecord record) {
        TreeSet<String> names = new TreeSet<>(record.values().keySet());
        names.addAll(record.type().shown());
        return render(record, new Wanted(names, List.of()));
    }

    private static ObjectNode stamped(ObjectNode node, CrmRecord record) {
        node.put("createdAt", Stamps.iso(record.created()))
                .put("updatedAt", Stamps.iso(record.modified()))
                .put("archived", record.archived());
        return record.archived() ? node.put("archivedAt", Stamps.iso(record.archivedAt())) : node;
    }

    private static void histories(ObjectNode node, CrmRecord record, Collection<String> names) {
        for (String name : names) {
            ArrayNode entries = node.putArray(name);
            Value value = record.values().get(name);
            if (value != null) {
                value.history().forEach(entry -> history(entries.addObject(), entry));
            }
        }
    }

    private static void history(ObjectNode node, Value entry) {
        Source source = entry.source();
        node.put("value", entry.text())
                .put("timestamp", Stamps.iso(entry.since()))
                .put("sourceType", source.type());
        if (!source.id().isEmpty()) {
            node.put("sourceId", source.id());
        }
        if (!source.label().isEmpty()) {
            node.put("sourceLabel", source.label());
        }
        if (source.userId() != 0) {
            node.put("updatedByUserId", source.userId());
        }
    }

    /** Adds {@code associations}, by the plural of each type asked for, as v3 answers do. */
    void addAssociations(ObjectNode node, CrmRecord record, List<String> types) {
        for (String name : types) {
            ObjectType to = portal.required(name);
            Map<Long, Set<Integer>> links = portal.associations().of(record, to);
            if (links.isEmpty()) {
                continue;
            }
            ArrayNode results =
                    node.withObjectProperty("associations").putObject(to.name()).putArray("results");
            links.forEach((id, ids) -> ids.forEach(typeId -> portal.associations()
                    .types()
                    .byId(typeId)
                    .ifPresent(type ->
                            results.addObject().put("id", Long.toString(id)).put("type", v3Name(type)))));
        }
    }

    /** Pairs that know a primary call the plain association unlabeled. */
    private String v3Name(AssociationType type) {
        return switch (type.role()) {
            case PRIMARY -> type.name();
            case PLAIN -> type.name() + (knowsPrimary(type) ? "_unlabeled" : "");
            case LABEL, NAMED -> type.label().toLowerCase(Locale.ROOT).replace(' ', '_');
        };
    }

    private boolean knowsPrimary(AssociationType type) {
        return portal.associations()
                .types()
                .primary(portal.required(type.from()), portal.required(type.to()))
                .isPresent();
    }
}
