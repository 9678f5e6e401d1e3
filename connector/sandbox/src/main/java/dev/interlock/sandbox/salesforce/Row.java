package dev.interlock.sandbox.salesforce;

import java.util.Arrays;
import java.util.Map;

/** One version of one record. It never changes: a change makes the next version. */
final class Row {

    private final int number;
    private final Object[] values;
    private final Stamps stamps;
    private final Fate fate;

    private Row(int number, Object[] values, Stamps stamps, Fate fate) {
        this.number = number;
        this.values = values;
        this.stamps = stamps;
        this.fate = fate;
    }

    static Row born(int number, int slots, Map<Field, Object> given, Stamps stamps) {
        Object[] values = new Object[slots];
        Arrays.fill(values, Blank.BLANK);
        given.forEach((field, value) -> values[field.slot()] = value);
        return new Row(number, values, stamps, Fate.LIVE);
    }

    int number() {
        return number;
    }

    Stamps stamps() {
        return stamps;
    }

    Fate fate() {
        return fate;
    }

    boolean live() {
        return !fate.deleted();
    }

    /** The value written to a stored field; a field declared after this row was written holds its initial value. */
    Object written(Field field) {
        return field.slot() < values.length ? values[field.slot()] : field.initial();
    }

    Row with(Map<Field, Object> changes, Stamps now) {
        int slots = values.length;
        for (Field field : changes.keySet()) {
            slots = Math.max(slots, field.slot() + 1);
        }
        Object[] next = Arrays.copyOf(values, slots);
        Arrays.fill(next, values.length, slots, Blank.BLANK);
        changes.forEach((field, value) -> next[field.slot()] = value);
        return new Row(number, next, now, fate);
    }

    Row with(Fate next, Stamps now) {
        return new Row(number, values, now, next);
    }
}
