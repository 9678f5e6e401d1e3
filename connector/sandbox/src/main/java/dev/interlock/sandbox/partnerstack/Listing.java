package dev.interlock.sandbox.partnerstack;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.interlock.sandbox.Call;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;

/** One page of a list: filtered, in order, from a cursor that is the key of a record. Newest first unless asked. */
final class Listing {

    private static final Set<String> PAGING = Set.of("limit", "starting_after", "ending_before");
    private static final Set<String> STAMPS = Set.of("min_created", "max_created", "min_updated", "max_updated");
    /** Above so many changed records it is cheaper to walk all of them in order than to sort the changed ones. */
    private static final int FEW = 5_000;

    private final Program program;
    private final Rendering rendering;

    Listing(Program program, Rendering rendering) {
        this.program = program;
        this.rendering = rendering;
    }

    ObjectNode page(Shape shape, Call call) {
        refuseUnknown(shape, call);
        Comparator<Item> order = order(call);
        NavigableSet<Item> candidates = candidates(shape, call, order);
        int limit = limit(call);
        Optional<String> after = call.parameter("starting_after");
        Optional<String> before = call.parameter("ending_before");
        if (after.isPresent() && before.isPresent()) {
            throw Refused.bad("starting_after and ending_before are mutually exclusive");
        }
        if (after.isPresent()) {
            candidates = candidates.tailSet(cursor(shape, after.get()), false);
        }
        if (before.isPresent()) {
            candidates = candidates.headSet(cursor(shape, before.get()), false).descendingSet();
        }
        List<Item> found = first(candidates, filter(shape, call), limit + 1);
        boolean more = found.size() > limit;
        List<Item> page = new ArrayList<>(more ? found.subList(0, limit) : found);
        if (before.isPresent()) {
            Collections.reverse(page);
        }
        ObjectNode data = JsonNodeFactory.instance.objectNode().put("has_more", more);
        page.forEach(item -> data.withArray("items").add(rendering.render(shape, item)));
        data.withArray("items");
        return data;
    }

    private static List<Item> first(Iterable<Item> candidates, Predicate<Item> filter, int most) {
        List<Item> found = new ArrayList<>();
        for (Item item : candidates) {
            if (filter.test(item)) {
                found.add(item);
                if (found.size() == most) {
                    break;
                }
            }
        }
        return found;
    }

    private static void refuseUnknown(Shape shape, Call call) {
        Set<String> own = switch (shape) {
            case PARTNERSHIPS -> Set.of("order_by", "has_sub_id", "include_offers", "include_archived");
            case LEADS, CUSTOMERS -> Set.of("group", "partner_key");
            case DEALS -> Set.of("group", "partner_key", "customer_key");
        };
        for (String name : call.query().keySet()) {
            if (!PAGING.contains(name) && !STAMPS.contains(name) && !own.contains(name)) {
                throw Refused.bad("Unknown query parameter '" + name + "'");
            }
        }
    }

    private static Comparator<Item> order(Call call) {
        String by = call.parameter("order_by").orElse("-created_at");
        return switch (by) {
            case "created_at" -> Shelf.BY_CREATION;
            case "-created_at" -> Shelf.BY_CREATION.reversed();
            case "updated_at" -> Shelf.BY_UPDATE;
            case "-updated_at" -> Shelf.BY_UPDATE.reversed();
            default -> throw Refused.bad("order_by must be one of -created_at, created_at, -updated_at, updated_at");
        };
    }

    private NavigableSet<Item> candidates(Shape shape, Call call, Comparator<Item> order) {
        Shelf shelf = program.shelf(shape);
        Optional<Long> minUpdated = stamp(call, "min_updated");
        if (minUpdated.isPresent()) {
            Item from = new Item("", Long.MIN_VALUE, 0, minUpdated.get(), false, Map.of(), Map.of());
            List<Item> changed = first(shelf.byUpdate().tailSet(from, true), any -> true, FEW);
            if (changed.size() < FEW) {
                NavigableSet<Item> sorted = new TreeSet<>(order);
                sorted.addAll(changed);
                return sorted;
            }
        }
        boolean updates = order.equals(Shelf.BY_UPDATE)
                || call.parameter("order_by").orElse("").endsWith("updated_at");
        NavigableSet<Item> all = updates ? shelf.byUpdate() : shelf.byCreation();
        boolean newestFirst = call.parameter("order_by").orElse("-").startsWith("-");
        return newestFirst ? all.descendingSet() : all;
    }

    private Predicate<Item> filter(Shape shape, Call call) {
        long minCreated = stamp(call, "min_created").orElse(Long.MIN_VALUE);
        long maxCreated = stamp(call, "max_created").orElse(Long.MAX_VALUE);
        long minUpdated = stamp(call, "min_updated").orElse(Long.MIN_VALUE);
        long maxUpdated = stamp(call, "max_updated").orElse(Long.MAX_VALUE);
        boolean archivedToo = shape == Shape.PARTNERSHIPS
                && call.parameter("include_archived")
                        .filter("true"::equalsIgnoreCase)
                        .isPresent();
        Predicate<Item> filter = item -> (archivedToo || !item.archived())
                && item.created() >= minCreated
                && item.created() <= maxCreated
                && item.updated() >= minUpdated
                && item.updated() <= maxUpdated;
        return filter.and(ownership(call));
    }

    private Predicate<Item> ownership(Call call) {
        Predicate<Item> all = item -> true;
        if (call.parameter("group").isPresent()) {
            String key =
                    program.group(call.parameter("group").get()).map(Group::key).orElse("none");
            all = all.and(item -> item.has("group_key", key));
        }
        if (call.parameter("partner_key").isPresent()) {
            String key = program.shelf(Shape.PARTNERSHIPS)
                    .find(call.parameter("partner_key").get())
                    .map(Item::key)
                    .orElse("none");
            all = all.and(item -> item.has(Writing.PARTNERSHIP, key));
        }
        List<String> customers = call.query().getOrDefault("customer_key", List.of());
        return customers.isEmpty()
                ? all
                : all.and(item ->
                        item.text("customer_key").filter(customers::contains).isPresent());
    }

    private Item cursor(Shape shape, String key) {
        return program.shelf(shape).find(key).orElseThrow(() -> Refused.bad("Cursor '" + key + "' does not exist"));
    }

    private static int limit(Call call) {
        String asked = call.parameter("limit").orElse("10");
        if (!asked.matches("\\d{1,3}") || Integer.parseInt(asked) < 1 || Integer.parseInt(asked) > 250) {
            throw Refused.bad("limit must be between 1 and 250");
        }
        return Integer.parseInt(asked);
    }

    private static Optional<Long> stamp(Call call, String name) {
        return call.parameter(name).map(text -> {
            if (!text.matches("\\d{1,18}")) {
                throw Refused.bad(name + " must be an epoch timestamp in ms");
            }
            return Long.parseLong(text);
        });
    }
}
