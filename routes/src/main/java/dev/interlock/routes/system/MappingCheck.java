package dev.interlock.routes.system;

import dev.interlock.mapping.Binding;
import dev.interlock.mapping.Field;
import dev.interlock.mapping.FieldKind;
import dev.interlock.mapping.Links;
import dev.interlock.mapping.Reading;
import dev.interlock.mapping.RecordMapping;
import dev.interlock.mapping.Writing;
import dev.interlock.record.FieldValue;
import dev.interlock.record.RawFields;
import dev.interlock.record.SystemId;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * Holds a mapping against what a system says of its columns: each lens is tried on every choice the column takes, and on
 * values of its own kind.
 */
public final class MappingCheck {

    private static final Set<FieldKind> WORDS = EnumSet.of(FieldKind.TEXT, FieldKind.PERSON, FieldKind.COMPANY);
    private static final int LONG_ENOUGH = 255;

    private final SystemId system;
    private final String object;
    private final Map<String, ColumnFacts> columns;
    private final List<String> problems = new ArrayList<>();

    private MappingCheck(SystemId system, String object, Map<String, ColumnFacts> columns) {
        this.system = system;
        this.object = object;
        this.columns = columns;
    }

    /**
     * All problems of one mapping in one system.
     *
     * @param columns what the object has, by name; a column that is missing is not there, or may not be seen
     */
    public static List<String> check(
            RecordMapping mapping, SystemId system, String object, Map<String, ColumnFacts> columns) {
        MappingCheck check = new MappingCheck(system, object, columns);
        mapping.fields().values().forEach(check::check);
        return check.problems;
    }

    private void check(Field field) {
        Optional<Binding> binding = field.in(system);
        if (binding.isEmpty()) {
            return;
        }
        for (String column : binding.get().lens().columns()) {
            ColumnFacts facts = columns.get(column);
            if (facts == null) {
                if (column.indexOf('.') < 0) {
                    tell(field, "there is no column " + object + "." + column + ", or we may not see it");
                }
            } else {
                checkDirection(field, binding.get(), column, facts);
                checkChoices(field, binding.get(), column, facts);
                checkLength(field, binding.get(), column, facts);
            }
        }
        checkKind(field, binding.get());
    }

    private void checkDirection(Field field, Binding binding, String column, ColumnFacts facts) {
        if (binding.isWritten() && !facts.writable()) {
            tell(field, object + "." + column + " cannot be written; say direction: in");
        }
    }

    /** A choice that the lens cannot read would stop at the first record that has it. */
    private void checkChoices(Field field, Binding binding, String column, ColumnFacts facts) {
        Set<String> unmapped = new TreeSet<>();
        for (String choice : facts.choices()) {
            RawFields one = new RawFields(Map.of(column, Optional.of(choice)));
            if (binding.lens().get(one, Links.NONE) instanceof Reading.Unreadable) {
                unmapped.add(choice);
            }
        }
        if (!unmapped.isEmpty() && binding.isRead()) {
            tell(field, object + "." + column + " has choices that are not mapped: " + unmapped);
        }
    }

    private void checkLength(Field field, Binding binding, String column, ColumnFacts facts) {
        boolean bounded = facts.length() > 0
                && facts.length() < LONG_ENOUGH
                && facts.choices().isEmpty();
        if (!bounded || !binding.isWritten() || !WORDS.contains(field.kind())) {
            return;
        }
        FieldValue tooLong = new FieldValue.Text("x".repeat(facts.length() + 1));
        if (binding.lens().put(tooLong, RawFields.NONE, Links.NONE) instanceof Writing.Put) {
            tell(
                    field,
                    object + "." + column + " holds only " + facts.length() + " characters; say max: "
                            + facts.length());
        }
    }

    /** What the lens writes for a value of the field's kind must be what the column takes. */
    private void checkKind(Field field, Binding binding) {
        Optional<FieldValue> sample = sample(field.kind());
        if (!binding.isWritten() || sample.isEmpty()) {
            return;
        }
        if (binding.lens().put(sample.get(), RawFields.NONE, Links.NONE) instanceof Writing.Put put) {
            put.columns().byName().forEach((column, text) -> {
                ColumnFacts facts = columns.get(column);
                if (facts != null && text.isPresent() && !facts.holds().takes(text.get())) {
                    tell(
                            field,
                            object + "." + column + " holds " + facts.holds() + ", which '" + text.get() + "' is not");
                }
            });
        }
    }

    private static Optional<FieldValue> sample(FieldKind kind) {
        return switch (kind) {
            case TEXT, PERSON, COMPANY -> Optional.of(new FieldValue.Text("words"));
            case EMAIL -> Optional.of(new FieldValue.Text("ann@example.com"));
            case PHONE -> Optional.of(new FieldValue.Text("+14155552671"));
            case DOMAIN -> Optional.of(new FieldValue.Text("example.com"));
            case COUNTRY -> Optional.of(new FieldValue.Text("DE"));
            case NUMBER, MONEY -> Optional.of(new FieldValue.Amount(BigDecimal.TEN));
            case DATE -> Optional.of(new FieldValue.Day(LocalDate.EPOCH));
            case MOMENT -> Optional.of(new FieldValue.Moment(Instant.EPOCH));
            case FLAG -> Optional.of(new FieldValue.Flag(true));
            case CHOICE, MULTI, REFERENCE -> Optional.empty();
        };
    }

    private void tell(Field field, String what) {
        problems.add(field.name() + ": " + what);
    }
}
