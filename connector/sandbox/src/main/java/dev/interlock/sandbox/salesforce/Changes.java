package dev.interlock.sandbox.salesforce;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The one way in which records come, change and go. Every change can be rolled back until the journal commits. */
final class Changes {

    private final Org org;
    private final Rules rules;

    Changes(Org org) {
        this.org = org;
        this.rules = new Rules(org);
    }

    Row insert(Table table, Map<Field, Object> given, Author author) {
        return insert(table, given, author, Stamps.created(author.now(), author.user()));
    }

    Row insert(Table table, Map<Field, Object> given, Author author, Stamps stamps) {
        Map<Field, Object> values = new LinkedHashMap<>();
        table.type().fields().stream().filter(Field::stored).forEach(field -> values.put(field, field.initial()));
        table.type().field("OwnerId").ifPresent(owner -> values.put(owner, Ids.text(Org.USER_PREFIX, author.user())));
        values.putAll(org.automation().applied(given));
        fillProbability(table, given, values);
        List<Field> required = values.keySet().stream()
                .filter(field -> field.is(Trait.REQUIRED))
                .toList();
        check(rules.problems(values, required));
        checkPolicies(table, Optional.empty(), values, author);
        lengthenIds(values);
        checkParents(values);
        Row row = Row.born(table.reserve(), table.type().slots(), values, stamps);
        org.journal().put(table, row);
        return row;
    }

    Row update(Table table, Row before, Map<Field, Object> given, Author author) {
        checkChangeable(table, before);
        if (org.holds(table, before, "IsConverted")) {
            throw Refusal.of("CANNOT_UPDATE_CONVERTED_LEAD", "cannot reference converted lead");
        }
        Map<Field, Object> values = org.automation().applied(given);
        fillProbability(table, given, values);
        List<Field> required = values.keySet().stream()
                .filter(field -> field.is(Trait.REQUIRED))
                .toList();
        check(rules.problems(values, required));
        checkPolicies(table, Optional.of(before), values, author);
        lengthenIds(values);
        Row after = before.with(values, before.stamps().modified(author.now(), author.user()));
        org.journal().put(table, after);
        return after;
    }

    void delete(Table table, Row row, Author author) {
        checkChangeable(table, row);
        checkNothingWon(table, row);
        bury(table, row, Fate.DELETED, author);
        for (Table other : org.tables()) {
            for (Field field : referring(other, table)) {
                for (Row child : other.holding(field, table.id(row))) {
                    orphan(other, child, field, author);
                }
            }
        }
    }

    void bury(Table table, Row row, Fate fate, Author author) {
        org.journal().put(table, row.with(fate, row.stamps().modified(author.now(), author.user())));
    }

    /** Takes a record, and what went with it, out of the recycle bin. */
    void undelete(Table table, Row row, Author author) {
        Map<Field, Object> unique = stored(table, row);
        check(rules.problems(unique, List.of()));
        check(Rules.taken(table, Optional.of(row), unique));
        long buried = row.stamps().stamp();
        org.journal().put(table, row.with(Fate.LIVE, row.stamps().modified(author.now(), author.user())));
        for (Table other : org.tables()) {
            for (Field field : referring(other, table)) {
                List<Row> children = other.all()
                        .filter(child -> !child.live() && child.stamps().stamp() == buried)
                        .filter(child -> child.written(field).equals(table.id(row)))
                        .toList();
                children.forEach(child -> undelete(other, child, author));
            }
        }
    }

    /** The fields of one object by which its records hang on records of another, and are found. */
    static List<Field> referring(Table from, Table to) {
        return from.type().fields().stream()
                .filter(field -> field.type() == FieldType.REFERENCE && from.indexes(field))
                .filter(field -> field.referenceTo().contains(to.type().name()))
                .toList();
    }

    private void orphan(Table table, Row child, Field field, Author author) {
        if (field.is(Trait.CASCADE)) {
            delete(table, child, author);
        } else {
            org.journal()
                    .put(
                            table,
                            child.with(
                                    Map.of(field, Blank.BLANK), child.stamps().touched(author.now())));
        }
    }

    private static Map<Field, Object> stored(Table table, Row row) {
        Map<Field, Object> values = new LinkedHashMap<>();
        table.type().fields().stream()
                .filter(field -> field.stored() && field.is(Trait.UNIQUE))
                .forEach(field -> values.put(field, row.written(field)));
        return values;
    }

    private void checkChangeable(Table table, Row row) {
        String id = table.id(row);
        if (!row.live()) {
            throw Refusal.of("ENTITY_IS_DELETED", "entity is deleted");
        }
        if (org.settings().readOnly(id)) {
            throw Refusal.of("INSUFFICIENT_ACCESS_OR_READONLY", "insufficient access rights on object id");
        }
        checkLock(id);
    }

    /** Writing a child takes the lock of the record it hangs on (record-locking cheat sheet). */
    private void checkParents(Map<Field, Object> values) {
        values.forEach((field, value) -> {
            if (field.is(Trait.CASCADE) && value != Blank.BLANK) {
                checkLock(value.toString());
            }
        });
    }

    private void checkLock(String id) {
        if (org.settings().refusesLock(id)) {
            throw Refusal.of(
                    "UNABLE_TO_LOCK_ROW", "unable to obtain exclusive access to this record or 1 records: " + id);
        }
    }

    private void checkNothingWon(Table table, Row row) {
        if (!table.type().name().equals("Account")) {
            return;
        }
        Table opportunities = org.named("Opportunity");
        Field account = opportunities.type().field("AccountId").orElseThrow();
        boolean won = opportunities.holding(account, table.id(row)).stream()
                .anyMatch(deal -> org.holds(opportunities, deal, "IsWon"));
        if (won) {
            throw Refusal.of(
                    "DELETE_FAILED",
                    "Your attempt to delete " + org.read(table, row, "Name")
                            + " could not be completed because some opportunities in that account were closed won.");
        }
    }

    private void checkPolicies(Table table, Optional<Row> before, Map<Field, Object> values, Author author) {
        check(org.policies().problems(table, before, values, author));
        check(Rules.taken(table, before, values));
    }

    private void fillProbability(Table table, Map<Field, Object> given, Map<Field, Object> values) {
        Optional<Field> stage = table.type().field("StageName");
        Optional<Field> probability = table.type().field("Probability");
        if (stage.isPresent()
                && probability.isPresent()
                && given.containsKey(stage.get())
                && !given.containsKey(probability.get())) {
            values.put(probability.get(), org.stages().probability(given.get(stage.get())));
        }
    }

    private static void lengthenIds(Map<Field, Object> values) {
        for (Map.Entry<Field, Object> each : new ArrayList<>(values.entrySet())) {
            if (each.getKey().type() == FieldType.REFERENCE && each.getValue() instanceof String id) {
                values.put(each.getKey(), Ids.lengthened(Ids.shortened(id)));
            }
        }
    }

    private static void check(List<Problem> problems) {
        if (!problems.isEmpty()) {
            throw new Refusal(problems);
        }
    }
}
