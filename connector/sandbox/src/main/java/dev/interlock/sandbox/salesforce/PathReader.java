package dev.interlock.sandbox.salesforce;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Resolves the names of fields in a query against the object it asks for. */
final class PathReader {

    private static final int MOST_HOPS = 5;
    private static final Set<String> RESERVED = Set.of(
            "and",
            "asc",
            "desc",
            "excludes",
            "first",
            "from",
            "group",
            "having",
            "in",
            "includes",
            "last",
            "like",
            "limit",
            "not",
            "null",
            "nulls",
            "offset",
            "or",
            "order",
            "select",
            "where",
            "with");

    private final Org org;
    private final Tokens tokens;
    private final Table table;
    private Optional<String> alias = Optional.empty();

    PathReader(Org org, Tokens tokens, Table table) {
        this.org = org;
        this.tokens = tokens;
        this.table = table;
    }

    /** The query calls its object by this name, too. */
    PathReader called(Optional<String> name) {
        alias = name;
        return this;
    }

    Path read(Token token) {
        if (token.kind() != Token.Kind.WORD || RESERVED.contains(ObjectType.lower(token.text()))) {
            throw tokens.unexpected(token);
        }
        List<String> parts = new ArrayList<>(List.of(token.text().split("\\.")));
        if (parts.size() > 1 && meansTheObject(parts.getFirst())) {
            parts.removeFirst();
        }
        List<Field> hops = new ArrayList<>();
        ObjectType here = table.type();
        for (String relationship : parts.subList(0, parts.size() - 1)) {
            Field hop = hop(here, relationship, token);
            hops.add(hop);
            here = org.named(hop.referenceTo().getFirst()).type();
        }
        if (hops.size() > MOST_HOPS) {
            throw tokens.fault(token).malformed("more than " + MOST_HOPS + " relationships in one path");
        }
        ObjectType owner = here;
        Optional<Field> field = owner.visibleField(parts.getLast());
        return new Path(hops, field.orElseThrow(() -> tokens.fault(token).noSuchColumn(parts.getLast(), owner)));
    }

    private boolean meansTheObject(String name) {
        return name.equalsIgnoreCase(table.type().name())
                || alias.filter(name::equalsIgnoreCase).isPresent();
    }

    private Field hop(ObjectType type, String relationship, Token token) {
        return type.relationship(relationship)
                .filter(field -> org.table(field.referenceTo().getFirst()).isPresent())
                .orElseThrow(() -> tokens.fault(token).noSuchRelationship(relationship));
    }
}
