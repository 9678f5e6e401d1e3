package dev.interlock.sandbox.hubspot;

import com.fasterxml.jackson.databind.JsonNode;
import dev.interlock.sandbox.hubspot.AssociationType.Role;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** All kinds of associations of a portal. Type ids are HubSpot's for its own objects. */
final class AssociationTypes {

    private final Map<Integer, AssociationType> byId = new LinkedHashMap<>();
    private int nextId = 10_001;

    AssociationTypes() {
        for (JsonNode each : PropertyCatalog.resource("associations.json")) {
            Role role = each.has("label") ? Role.NAMED : Role.PLAIN;
            AssociationType type = read(each, "there", "back", role)
                    .labelled(each.path("label").asText());
            add(type);
            if (role == Role.NAMED) {
                byId.put(
                        type.back(),
                        type.reversed().labelled(each.path("backLabel").asText()));
            }
            if (each.has("primaryThere")) {
                add(read(each, "primaryThere", "primaryBack", Role.PRIMARY).labelled("Primary"));
            }
        }
    }

    private static AssociationType read(JsonNode each, String there, String back, Role role) {
        return new AssociationType(
                standardId(each.path("from").asText()),
                standardId(each.path("to").asText()),
                each.path(there).asInt(),
                each.path(back).asInt(),
                each.path("name").asText(),
                "",
                role);
    }

    private static String standardId(String name) {
        return switch (name) {
            case "contacts" -> ObjectType.CONTACTS.id();
            case "companies" -> ObjectType.COMPANIES.id();
            case "deals" -> ObjectType.DEALS.id();
            default -> ObjectType.LEADS.id();
        };
    }

    private void add(AssociationType type) {
        byId.put(type.id(), type);
        if (type.id() != type.back()) {
            byId.put(type.back(), type.reversed());
        }
    }

    Optional<AssociationType> byId(int id) {
        return Optional.ofNullable(byId.get(id));
    }

    List<AssociationType> between(ObjectType from, ObjectType to) {
        plain(from, to);
        return byId.values().stream()
                .filter(type -> type.from().equals(from.id()) && type.to().equals(to.id()))
                .toList();
    }

    /** The unlabelled association between two types; made up for pairs with custom objects. */
    AssociationType plain(ObjectType from, ObjectType to) {
        return role(from, to, Role.PLAIN).orElseGet(() -> {
            int there = nextId++;
            int back = from.equals(to) ? there : nextId++;
            String name = from.singular() + "_to_" + to.singular();
            add(new AssociationType(from.id(), to.id(), there, back, name, "", Role.PLAIN));
            return byId(there).orElseThrow();
        });
    }

    Optional<AssociationType> primary(ObjectType from, ObjectType to) {
        return role(from, to, Role.PRIMARY);
    }

    private Optional<AssociationType> role(ObjectType from, ObjectType to, Role role) {
        return byId.values().stream()
                .filter(type -> type.role() == role
                        && type.from().equals(from.id())
                        && type.to().equals(to.id()))
                .findFirst();
    }

    /** A label of the customer's own; the way back carries the same one. */
    AssociationType createLabel(ObjectType from, ObjectType to, String name, String label) {
        int there = nextId++;
        int back = nextId++;
        add(new AssociationType(from.id(), to.id(), there, back, name, label, Role.LABEL));
        return byId(there).orElseThrow();
    }
}
