package dev.interlock.sandbox.partnerstack;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * Makes and changes records. Everything is checked on a draft before the record is put on its shelf.
 *
 * <p>A record points to its partner by the partnership's own key, under {@code partnership}, because the partner key that
 * others see can change.
 */
final class Writing {

    static final String PARTNERSHIP = "partnership";

    private final Program program;

    Writing(Program program) {
        this.program = program;
    }

    Item create(Shape shape, Body body, long at) {
        String key = program.newKey(shape.prefix());
        Item empty = new Item(key, program.sequence(), at, at, false, Map.of(), Map.of());
        return put(shape, Optional.empty(), empty, body);
    }

    Item change(Shape shape, Item before, Body body, long at) {
        return put(shape, Optional.of(before), before.with(before.values(), before.custom(), at), body);
    }

    private Item put(Shape shape, Optional<Item> before, Item start, Body body) {
        Map<String, JsonNode> values = new LinkedHashMap<>(start.values());
        body.values().forEach((field, value) -> set(values, field, value));
        Map<String, String> custom = new LinkedHashMap<>(start.custom());
        body.custom().forEach((field, value) -> {
            if (value.isNull()) {
                custom.remove(field);
            } else {
                custom.put(field, value.asText());
            }
        });
        Draft draft = new Draft(start.key(), values, custom, body, before.isEmpty());
        settle(shape, draft);
        refuseTaken(shape, draft);
        Item item = start.with(values, custom, start.updated());
        program.shelf(shape).put(item);
        return item;
    }

    private void settle(Shape shape, Draft draft) {
        switch (shape) {
            case PARTNERSHIPS -> settlePartnership(draft);
            case LEADS -> settlePartner(draft, draft.creates());
            case DEALS -> settleDeal(draft);
            case CUSTOMERS -> settlePartner(draft, false);
        }
    }

    private void settlePartnership(Draft draft) {
        String group =
                draft.text("group_key").orElseGet(() -> program.usualGroup().key());
        draft.set("group_key", requireGroup(group).key());
        draft.text("tier_key")
                .ifPresent(tier -> draft.set(
                        "tier_key",
                        program.tier(tier).orElseThrow(() -> Refused.bad("Tier '" + tier + "' does not exist"))));
        if (draft.text("partner_key").isEmpty()) {
            draft.set("partner_key", freePartnerKey(draft));
        }
        String email = draft.text("email").orElse("");
        if (draft.says("email") && emailTaken(email, draft.key())) {
            throw Refused.bad("A partnership with email '" + email + "' already exists");
        }
    }

    private boolean emailTaken(String email, String exceptKey) {
        return program.shelf(Shape.PARTNERSHIPS)
                .findByEmail(email.toLowerCase(Locale.ROOT))
                .filter(other -> !other.key().equals(exceptKey) && !other.archived())
                .isPresent();
    }

    private String freePartnerKey(Draft draft) {
        String name = draft.text("first_name").orElse("partner")
                + draft.text("last_name").orElse("");
        String wanted = name.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]", "");
        Shelf shelf = program.shelf(Shape.PARTNERSHIPS);
        String free = wanted;
        for (int number = 2; shelf.find(free).isPresent(); number++) {
            free = wanted + number;
        }
        return free;
    }

    private void settleDeal(Draft draft) {
        draft.setIfAbsent("source", "partner");
        if (draft.creates()) {
            boolean byPartner = draft.text("source").filter("partner"::equals).isPresent();
            if (byPartner && draft.text("partner_key").isEmpty()) {
                throw Refused.bad("Missing required field 'partner_key': required when source is 'partner'");
            }
            boolean placed = draft.text("group_key").isPresent()
                    || draft.text("partner_key").isPresent();
            if (!placed) {
                throw Refused.bad("Missing required field 'group_key': required when source is 'vendor'");
            }
        }
        settlePartner(draft, false);
        Group group = requireGroup(draft.text("group_key").orElse(""));
        draft.setIfAbsent("stage", group.dealStages().getFirst());
        String stage = draft.text("stage").orElse("");
        if (!group.dealStages().contains(stage)) {
            throw Refused.bad("Stage '" + stage + "' is not one of the deal stages of group '" + group.name() + "'");
        }
        refuseUnknownCustomer(draft);
    }

    private void refuseUnknownCustomer(Draft draft) {
        Optional<String> customer = draft.text("customer_key");
        if (draft.says("customer_key")
                && customer.isPresent()
                && program.shelf(Shape.CUSTOMERS).find(customer.get()).isEmpty()) {
            throw Refused.bad("Customer '" + customer.get() + "' does not exist");
        }
    }

    private void settlePartner(Draft draft, boolean needed) {
        Optional<String> asked = draft.text("partner_key");
        draft.remove("partner_key");
        if (asked.isPresent()) {
            Item partner = program.shelf(Shape.PARTNERSHIPS)
                    .find(asked.get())
                    .filter(item -> !item.archived())
                    .orElseThrow(() -> Refused.bad("Partnership '" + asked.get() + "' does not exist"));
            place(draft, partner);
        } else if (needed) {
            throw Refused.bad("Missing required field 'partner_key'");
        } else if (draft.says("group_key")) {
            Optional<Item> owner = draft.text(PARTNERSHIP).flatMap(program.shelf(Shape.PARTNERSHIPS)::find);
            owner.ifPresent(partner -> place(draft, partner));
            draft.text("group_key")
                    .ifPresent(
                            group -> draft.set("group_key", requireGroup(group).key()));
        }
    }

    private void place(Draft draft, Item partner) {
        String home = partner.text("group_key").orElse("");
        if (draft.says("group_key")) {
            String group = requireGroup(draft.text("group_key").orElse("")).key();
            if (!group.equals(home)) {
                throw Refused.bad("Group '" + group + "' is not the group of the partner");
            }
        }
        draft.set("group_key", home);
        draft.set(PARTNERSHIP, partner.key());
    }

    private Group requireGroup(String group) {
        return program.group(group).orElseThrow(() -> Refused.bad("Group '" + group + "' does not exist"));
    }

    private void refuseTaken(Shape shape, Draft draft) {
        String field = shape.otherKey();
        Optional<String> other = draft.text(field);
        boolean taken = other.flatMap(program.shelf(shape)::find)
                .filter(item -> !item.key().equals(draft.key()))
                .isPresent();
        if (taken) {
            throw Refused.bad(shape.label() + " with " + field + " '" + other.orElse("") + "' already exists");
        }
    }

    private static void set(Map<String, JsonNode> values, String field, JsonNode value) {
        if (value.isNull()) {
            values.remove(field);
        } else {
            values.put(field, value);
        }
    }

    /** A record before it is accepted. */
    private record Draft(
            String key, Map<String, JsonNode> values, Map<String, String> custom, Body body, boolean creates) {

        Optional<String> text(String field) {
            return Optional.ofNullable(values.get(field)).map(JsonNode::asText).filter(text -> !text.isEmpty());
        }

        boolean says(String field) {
            return body.values().containsKey(field);
        }

        void set(String field, String value) {
            values.put(field, TextNode.valueOf(value));
        }

        void setIfAbsent(String field, String value) {
            values.putIfAbsent(field, TextNode.valueOf(value));
        }

        void remove(String field) {
            values.remove(field);
        }
    }
}
