package dev.interlock.sandbox.hubspot;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Creates, changes, archives and brings back records. Checks everything before it changes anything. */
final class Writer {

    private final Portal portal;
    private final Settling settling;

    Writer(Portal portal) {
        this.portal = portal;
        this.settling = new Settling(portal);
    }

    /** An association that a create asks for. */
    record Link(CrmRecord to, AssociationType type) {}

    /** The properties of a body: an object of texts. */
    static Map<String, String> properties(JsonNode body) {
        JsonNode asked = body.path("properties");
        if (!asked.isObject()) {
            throw ApiError.invalid("Invalid input JSON: Some required fields were not set: [properties]");
        }
        Map<String, String> properties = new LinkedHashMap<>();
        asked.properties().forEach(each -> {
            if (!each.getValue().isTextual()) {
                throw ApiError.invalid("Invalid input JSON: Cannot deserialize value of type `java.lang.String` from "
                        + each.getValue().getNodeType() + " (through reference chain: properties[\"" + each.getKey()
                        + "\"])");
            }
            properties.put(each.getKey(), each.getValue().asText());
        });
        return properties;
    }

    CrmRecord create(ObjectType type, Map<String, String> asked, JsonNode associations, Author author) {
        Map<String, String> changes = checked(type, asked, Optional.empty());
        requireAll(type, changes);
        List<Link> links = links(type, associations);
        requireContact(type, links);
        CrmRecord empty = new CrmRecord(type, portal.newId(), author.at(), author.at(), 0, Map.of());
        changes.put("hs_object_source", author.source().type());
        if (!author.source().id().isEmpty()) {
            changes.put("hs_object_source_id", author.source().id());
        }
        CrmRecord record = settling.conclude(empty.with(changes, author.source(), author.at()));
        portal.store(type).put(record, author.at());
        links.forEach(link -> portal.associations().add(record, link.to(), link.type()));
        return record;
    }

    CrmRecord update(CrmRecord before, Map<String, String> asked, Author author) {
        Map<String, String> changes = checked(before.type(), asked, Optional.of(before));
        CrmRecord record = settling.conclude(before.with(changes, author.source(), author.at()));
        portal.store(before.type()).put(record, author.at());
        return record;
    }

    private Map<String, String> checked(ObjectType type, Map<String, String> asked, Optional<CrmRecord> before) {
        ValueCheck check = new ValueCheck(portal);
        Map<String, String> changes = new LinkedHashMap<>();
        asked.entrySet()
                .forEach(each -> check.keep(type, each, before).ifPresent(text -> changes.put(each.getKey(), text)));
        check.refuse();
        settling.prepare(type, changes, before);
        settling.checkStage(type, changes, before, check);
        check.refuse();
        settling.refuseTaken(type, changes, before);
        return changes;
    }

    private static void requireAll(ObjectType type, Map<String, String> changes) {
        List<String> unset = new ArrayList<>(type.required().stream()
                .filter(property -> changes.getOrDefault(property, "").isEmpty())
                .toList());
        if (type.equals(ObjectType.COMPANIES)
                && changes.getOrDefault("domain", "").isEmpty()
                && changes.getOrDefault("name", "").isEmpty()) {
            unset.add("name");
        }
        if (!unset.isEmpty()) {
            throw ApiError.unsetRequired(type, unset);
        }
    }

    private List<Link> links(ObjectType type, JsonNode associations) {
        List<Link> links = new ArrayList<>();
        for (JsonNode each : associations) {
            String id = each.path("to").path("id").asText();
            for (JsonNode spec : each.path("types")) {
                links.add(link(type, id, spec));
            }
            if (each.path("types").isEmpty()) {
                throw ApiError.invalid("Invalid input JSON: Some required fields were not set: [types]");
            }
        }
        return links;
    }

    private Link link(ObjectType type, String id, JsonNode spec) {
        AssociationType kind = portal.associations()
                .types()
                .byId(spec.path("associationTypeId").asInt())
                .filter(known -> known.from().equals(type.id()))
                .filter(known ->
                        known.category().equals(spec.path("associationCategory").asText()))
                .orElseThrow(() -> ApiError.invalid("Association type " + spec + " is not valid from " + type.name()));
        ObjectType target = portal.required(kind.to());
        CrmRecord to = portal.find(target, id)
                .orElseThrow(() ->
                        ApiError.invalid("Cannot associate with " + target.loud() + " " + id + ": it does not exist"));
        return new Link(to, kind);
    }

    private static void requireContact(ObjectType type, List<Link> links) {
        boolean hasContact = links.stream().anyMatch(link -> link.to().type().equals(ObjectType.CONTACTS));
        if (type.equals(ObjectType.LEADS) && !hasContact) {
            throw ApiError.invalid("Error creating LEAD. A lead must be associated with an existing contact.");
        }
    }

    void archive(CrmRecord record, long at) {
        portal.store(record.type()).put(record.archivedAs(at), portal.settings().now());
    }

    CrmRecord restore(CrmRecord archived, long at) {
        CrmRecord record = archived.archivedAs(0).touched(at);
        portal.store(record.type()).put(record, portal.settings().now());
        return record;
    }

    /** Leaves nothing: the record is gone from every answer and its addresses cannot come back. */
    void erase(CrmRecord contact) {
        contact.filled("email").ifPresent(portal.erasedEmails()::add);
        portal.store(contact.type()).remove(contact.id(), portal.settings().now());
    }

    /**
     * Makes one record of two. Values of the primary win; the other one's fill its blanks.
     *
     * <p>Source: HubSpot object guide, merge: the answer's id is the merged record's.
     */
    CrmRecord merge(CrmRecord primary, CrmRecord other, Author author) {
        RecordStore store = portal.store(primary.type());
        long now = portal.settings().now();
        Map<String, String> fill = new LinkedHashMap<>();
        other.values().forEach((property, value) -> {
            if (primary.filled(property).isEmpty() && !value.text().isEmpty()) {
                fill.put(property, value.text());
            }
        });
        boolean newId = portal.settings().mergedIdIsNew();
        long id = newId ? portal.newId() : primary.id();
        String trail = (newId ? primary.id() + ";" : "") + other.id();
        fill.put("hs_merged_object_ids", joined(primary, other, trail));
        if (primary.type().equals(ObjectType.CONTACTS)) {
            String vids = (newId ? primary.id() + ":" + author.at() + ";" : "") + other.id() + ":" + author.at();
            fill.put("hs_calculated_merged_vids", vids);
            moreEmails(primary, other).ifPresent(emails -> fill.put("hs_additional_emails", emails));
        }
        CrmRecord merged = settling.conclude(primary.renumbered(id).with(fill, Source.MERGE, author.at()));
        store.remove(primary.id(), now);
        store.remove(other.id(), now);
        store.leadTo(primary.id(), id);
        store.leadTo(other.id(), id);
        store.put(merged, now);
        portal.associations().adopt(primary, merged);
        portal.associations().adopt(other, merged);
        return merged;
    }

    private static String joined(CrmRecord primary, CrmRecord other, String trail) {
        List<String> all = new ArrayList<>(List.of(trail));
        primary.filled("hs_merged_object_ids").ifPresent(all::addFirst);
        other.filled("hs_merged_object_ids").ifPresent(all::add);
        return String.join(";", all);
    }

    private static Optional<String> moreEmails(CrmRecord primary, CrmRecord other) {
        List<String> emails = new ArrayList<>();
        primary.filled("hs_additional_emails").ifPresent(emails::add);
        if (primary.filled("email").isPresent()) {
            other.filled("email").ifPresent(emails::add);
        }
        other.filled("hs_additional_emails").ifPresent(emails::add);
        return emails.isEmpty() ? Optional.empty() : Optional.of(String.join(";", emails));
    }

    /** The association type of a body, which must lead from one type to another. */
    AssociationType kind(ObjectType from, ObjectType to, JsonNode spec) {
        int id = spec.path("associationTypeId").asInt();
        return portal.associations().types().between(from, to).stream()
                .filter(type -> type.id() == id
                        && type.category()
                                .equals(spec.path("associationCategory").asText()))
                .findFirst()
                .orElseThrow(() -> ApiError.invalid(
                        "Association type " + spec + " does not lead from " + from.name() + " to " + to.name()));
    }
}
