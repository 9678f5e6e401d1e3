package dev.interlock.sandbox.salesforce;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.interlock.sandbox.salesforce.BodyReader.Writing;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** What the Bulk APIs do with one record after the other: each stands or falls by itself. */
final class BulkWork {

    private final Org org;
    private final Changes changes;
    private final BodyReader reader;

    BulkWork(Org org) {
        this.org = org;
        this.changes = new Changes(org);
        this.reader = new BodyReader(org);
    }

    /** What is done, to which object, and for an upsert by which field. */
    record Order(Operation operation, Table table, Optional<Field> key) {}

    /** What a job can do with records. */
    enum Operation {
        INSERT,
        UPDATE,
        UPSERT,
        DELETE;

        static Optional<Operation> named(String name) {
            return switch (name) {
                case "insert" -> Optional.of(INSERT);
                case "update" -> Optional.of(UPDATE);
                case "upsert" -> Optional.of(UPSERT);
                case "delete" -> Optional.of(DELETE);
                default -> Optional.empty();
            };
        }
    }

    /** Gives a record for a row, or refuses it. */
    interface Source {
        ObjectNode record();
    }

    Outcome one(Order order, Source source, Author author) {
        int mark = org.journal().mark();
        try {
            ObjectNode record = source.record();
            return switch (order.operation()) {
                case INSERT -> insert(order, record, author);
                case UPDATE -> update(order, record, author);
                case UPSERT -> upsert(order, record, author);
                case DELETE -> delete(order, record, author);
            };
        } catch (Refusal refusal) {
            org.journal().rollBackTo(mark);
            return new Outcome.Failed(refusal.problems());
        }
    }

    private Outcome insert(Order order, ObjectNode record, Author author) {
        if (!id(record).isEmpty()) {
            throw Refusal.of("INVALID_FIELD_FOR_INSERT_UPDATE", "cannot specify Id in an insert call", "Id");
        }
        Writing writing = new Writing(author, Trait.CREATEABLE);
        Row row = changes.insert(order.table(), reader.read(order.table(), record, writing, Set.of("id")), author);
        return Outcome.done(order.table().id(row)).created();
    }

    private Outcome update(Order order, ObjectNode record, Author author) {
        Row row = row(order, record, "update");
        return update(order, row, record, author);
    }

    private Outcome update(Order order, Row row, ObjectNode record, Author author) {
        Set<String> apart = new HashSet<>(Set.of("id"));
        order.key().ifPresent(key -> apart.add(ObjectType.lower(key.name())));
        Writing writing = new Writing(author, Trait.UPDATEABLE);
        changes.update(order.table(), row, reader.read(order.table(), record, writing, apart), author);
        return Outcome.done(order.table().id(row));
    }

    private Outcome upsert(Order order, ObjectNode record, Author author) {
        Field key = order.key().orElseThrow();
        if (key.role() == Role.ID) {
            return id(record).isEmpty() ? insert(order, record, author) : update(order, record, author);
        }
        String value = named(record, key.name());
        if (value.isEmpty()) {
            throw Refusal.of("MISSING_ARGUMENT", key.name() + " not specified");
        }
        List<Row> found = BodyReader.matching(order.table(), key, value);
        if (found.size() > 1) {
            throw Refusal.of(
                    "DUPLICATE_EXTERNAL_ID",
                    key.name() + ": more than one record found for external id field: "
                            + found.stream().map(order.table()::id).toList());
        }
        return found.isEmpty() ? insert(order, record, author) : update(order, found.getFirst(), record, author);
    }

    private Outcome delete(Order order, ObjectNode record, Author author) {
        Row row = row(order, record, "delete");
        changes.delete(order.table(), row, author);
        return Outcome.done(order.table().id(row));
    }

    private static Row row(Order order, ObjectNode record, String call) {
        String id = id(record);
        if (id.isEmpty()) {
            throw Refusal.of("MISSING_ARGUMENT", "Id not specified in an " + call + " call");
        }
        if (!Ids.wellFormed(id)) {
            throw Refusal.of("MALFORMED_ID", "malformed id " + id, "Id");
        }
        return order.table()
                .find(id)
                .orElseThrow(() -> Refusal.of("INVALID_CROSS_REFERENCE_KEY", "invalid cross reference id"));
    }

    private static String id(ObjectNode record) {
        return named(record, "Id");
    }

    private static String named(ObjectNode record, String name) {
        return record.properties().stream()
                .filter(each -> each.getKey().equalsIgnoreCase(name))
                .map(each ->
                        each.getValue().isNull() ? "" : each.getValue().asText().strip())
                .findFirst()
                .orElse("");
    }

    /** {@code CODE:message:Field,Field --}: how results name what was wrong with a row. */
    static String written(List<Problem> problems) {
        return problems.stream()
                .map(problem ->
                        code(problem) + ":" + problem.message() + ":" + String.join(",", problem.fields()) + " --")
                .collect(Collectors.joining(";"));
    }

    private static String code(Problem problem) {
        return problem.code().equals("JSON_PARSER_ERROR") ? "INVALID_TYPE_ON_FIELD_IN_RECORD" : problem.code();
    }
}
