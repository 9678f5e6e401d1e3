package dev.interlock.sandbox.hubspot;

import com.fasterxml.jackson.databind.JsonNode;
import dev.interlock.sandbox.hubspot.Filter.Range;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;

/**
 * A search as it was asked, checked against HubSpot's limits: 5 groups of 6 filters, 18 in all, one sort, pages of at most
 * 200, 10,000 results, a query of 3,000 characters.
 *
 * @param groups any of them must hold; within one all filters must
 * @param sort the property to sort by, or empty
 */
record Search(
        List<List<Filter>> groups, Optional<String> sort, boolean descending, String query, int after, int limit) {

    private static final int MOST_GROUPS = 5;
    private static final int MOST_IN_GROUP = 6;
    private static final int MOST_FILTERS = 18;
    private static final int USUAL_PAGE = 10;
    private static final int LARGEST_PAGE = 200;
    private static final int WALL = 10_000;
    private static final int LONGEST_QUERY = 3_000;

    static Search from(JsonNode body) {
        Request.refuseOthers(body, List.of("filterGroups", "sorts", "query", "properties", "limit", "after"));
        List<List<Filter>> groups = new ArrayList<>();
        for (JsonNode group : body.path("filterGroups")) {
            List<Filter> filters = new ArrayList<>();
            group.path("filters").forEach(filter -> filters.add(Filter.from(filter)));
            groups.add(filters);
        }
        refuseTooMany(groups);
        String query = body.path("query").asText();
        if (query.length() > LONGEST_QUERY) {
            throw ApiError.invalid("query is longer than " + LONGEST_QUERY + " characters");
        }
        int limit = body.has("limit") ? body.path("limit").asInt(0) : USUAL_PAGE;
        if (limit < 1 || limit > LARGEST_PAGE) {
            throw ApiError.invalid("limit must be between 1 and " + LARGEST_PAGE);
        }
        int after = after(body.path("after"));
        if (after + limit > WALL) {
            throw ApiError.invalid(
                    "There was a problem with the request: paging beyond " + WALL + " results is not possible");
        }
        return sorted(body.path("sorts"), new Search(groups, Optional.empty(), false, query, after, limit));
    }

    private static void refuseTooMany(List<List<Filter>> groups) {
        int all = groups.stream().mapToInt(List::size).sum();
        boolean wide = groups.stream().anyMatch(group -> group.size() > MOST_IN_GROUP);
        if (groups.size() > MOST_GROUPS || wide || all > MOST_FILTERS) {
            throw ApiError.invalid("There was a problem with the request: at most " + MOST_GROUPS + " filterGroups of "
                    + MOST_IN_GROUP + " filters, " + MOST_FILTERS + " in all");
        }
    }

    private static int after(JsonNode asked) {
        String text = asked.asText("0");
        if (!text.matches("\\d{0,9}")) {
            throw ApiError.invalid("after must be an integer offset");
        }
        return text.isEmpty() ? 0 : Integer.parseInt(text);
    }

    private static Search sorted(JsonNode sorts, Search search) {
        if (sorts.size() > 1) {
            throw ApiError.invalid("There was a problem with the request: only one sort is possible");
        }
        if (sorts.isEmpty()) {
            return search;
        }
        JsonNode sort = sorts.get(0);
        String name =
                sort.isTextual() ? sort.asText() : sort.path("propertyName").asText();
        boolean down = name.startsWith("-") || sort.path("direction").asText().equals("DESCENDING");
        return new Search(
                search.groups,
                Optional.of(name.replaceFirst("^-", "")),
                down,
                search.query,
                search.after,
                search.limit);
    }

    /** The last-modified stamps outside which nothing can match; taken from the only group, if there is just one. */
    Range modified(ObjectType type) {
        if (groups.size() != 1) {
            return Range.ALL;
        }
        return groups.getFirst().stream()
                .map(filter -> filter.modifiedRange(type).orElse(Range.ALL))
                .reduce(Range.ALL, Range::and);
    }

    Predicate<CrmRecord> test(Portal portal, ObjectType type) {
        Predicate<CrmRecord> any = groups.isEmpty() ? record -> true : record -> false;
        for (List<Filter> group : groups) {
            Predicate<CrmRecord> all = record -> true;
            for (Filter filter : group) {
                boolean coveredByRange =
                        groups.size() == 1 && filter.modifiedRange(type).isPresent();
                if (!coveredByRange) {
                    all = all.and(test(portal, type, filter));
                }
            }
            any = any.or(all);
        }
        return query.isBlank() ? any : any.and(mentions(type));
    }

    private static Predicate<CrmRecord> test(Portal portal, ObjectType type, Filter filter) {
        if (filter.property().startsWith("associations.")) {
            return associated(portal, filter);
        }
        return filter.test(definition(portal, type, filter.property()));
    }

    static PropertyDefinition definition(Portal portal, ObjectType type, String property) {
        return portal.properties(type)
                .find(property)
                .orElseThrow(() -> ApiError.invalid("There was a problem with the request: property '" + property
                        + "' does not exist on " + type.name()));
    }

    /** The pseudo-property {@code associations.contact}; custom objects have none. */
    private static Predicate<CrmRecord> associated(Portal portal, Filter filter) {
        ObjectType to = portal.required(filter.property().substring("associations.".length()));
        boolean possible = filter.operator().equals("EQ") || filter.operator().equals("IN");
        if (to.isCustom() || !possible) {
            throw ApiError.invalid("There was a problem with the request: " + filter.property() + " "
                    + filter.operator() + " is not possible");
        }
        List<String> ids = filter.operator().equals("EQ") ? List.of(filter.value()) : filter.values();
        return record ->
                portal.associations().of(record, to).keySet().stream().anyMatch(id -> ids.contains(Long.toString(id)));
    }

    private Predicate<CrmRecord> mentions(ObjectType type) {
        List<String> words = Filter.tokens(query);
        return record -> {
            String all = String.join(
                    " ",
                    type.searched().stream()
                            .map(property -> record.filled(property).orElse(""))
                            .toList());
            List<String> tokens = Filter.tokens(all);
            return words.stream().allMatch(word -> tokens.stream().anyMatch(token -> token.startsWith(word)));
        };
    }

    /** The order asked for; records without a value come last. */
    Comparator<CrmRecord> order(Portal portal, ObjectType type) {
        Comparator<CrmRecord> byId = Comparator.comparingLong(CrmRecord::id);
        if (sort.isEmpty()) {
            return byId;
        }
        PropertyDefinition definition = definition(portal, type, sort.get());
        Comparator<CrmRecord> byValue = Filter.comparesAsNumber(definition)
                ? comparing(record -> Filter.own(definition, record))
                : comparing(record -> record.filled(definition.name()).map(text -> text.toLowerCase(Locale.ROOT)));
        return byValue.thenComparing(byId);
    }

    private <T extends Comparable<T>> Comparator<CrmRecord> comparing(Function<CrmRecord, Optional<T>> key) {
        return (left, right) -> {
            Optional<T> one = key.apply(left);
            Optional<T> other = key.apply(right);
            if (one.isEmpty() || other.isEmpty()) {
                return Boolean.compare(one.isEmpty(), other.isEmpty());
            }
            int ascending = one.get().compareTo(other.get());
            return descending ? -ascending : ascending;
        };
    }
}
