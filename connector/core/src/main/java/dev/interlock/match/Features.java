package dev.interlock.match;

import dev.interlock.mapping.Field;
import dev.interlock.mapping.FieldKind;
import dev.interlock.mapping.RecordMapping;
import dev.interlock.mapping.Trait;
import dev.interlock.normalise.CompanyName;
import dev.interlock.normalise.Placeholder;
import dev.interlock.record.FieldValue;
import dev.interlock.record.FieldValueText;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The fields of a record type that are weighed, as columns.
 *
 * @param fields in the order of the configuration
 * @param columns one a field
 */
record Features(List<String> fields, List<Column> columns) {

    private static final Set<Trait> PERSONS = Set.of(Trait.GIVEN_NAME, Trait.FAMILY_NAME, Trait.FULL_NAME);

    Features {
        fields = List.copyOf(fields);
        columns = List.copyOf(columns);
    }

    static Features of(RecordMapping mapping) {
        List<String> fields = new ArrayList<>();
        List<Column> columns = new ArrayList<>();
        for (Map.Entry<String, Optional<Trait>> weighed :
                mapping.weighing().fields().entrySet()) {
            Field field = mapping.fields().get(weighed.getKey());
            if (field != null) {
                fields.add(field.name());
                columns.add(new Column(field.name(), weighed.getValue().orElseGet(() -> usual(field))));
            }
        }
        return new Features(fields, columns);
    }

    /** What a field tells by its type and, where that leaves it open, its name. */
    private static Trait usual(Field field) {
        Optional<Trait> named =
                ColumnWords.in(field.name()).map(ColumnWords.Hit::trait).filter(Trait.fitting(field.kind())::contains);
        return switch (field.kind()) {
            case COMPANY -> Trait.COMPANY;
            case PERSON -> named.orElse(Trait.FULL_NAME);
            case NUMBER -> named.orElse(Trait.IDENTIFIER);
            case CHOICE -> named.orElse(Trait.CATEGORY);
            case TEXT, EMAIL, PHONE, DOMAIN, COUNTRY, DATE, MONEY, MOMENT, FLAG, MULTI, REFERENCE ->
                named.orElse(plain(field.kind()));
        };
    }

    private static Trait plain(FieldKind kind) {
        return kind == FieldKind.TEXT
                ? Trait.TEXT
                : Trait.fitting(kind).stream().findFirst().orElse(Trait.NOTHING);
    }

    Row row(Map<String, FieldValue> values) {
        return new Row(
                "",
                fields.stream()
                        .map(field -> values.getOrDefault(field, FieldValue.EMPTY))
                        .map(FieldValueText::show)
                        .toList());
    }

    /**
     * A clue that forgives vowels and doubled letters, for each organisation's name: {@code Müller} and {@code Mueller} have
     * the same bones. None where persons are weighed: where somebody works is not who it is.
     */
    List<Long> skeletons(Map<String, FieldValue> values) {
        boolean persons = columns.stream().anyMatch(column -> PERSONS.contains(column.trait()));
        List<Long> bones = new ArrayList<>();
        for (int at = 0; at < columns.size() && !persons; at++) {
            if (columns.get(at).trait() == Trait.COMPANY) {
                String name = FieldValueText.show(values.getOrDefault(fields.get(at), FieldValue.EMPTY));
                String core = CompanyName.of(name).core().replaceAll("\\b(and|und|et)\\b| ", "");
                String bare = core.replaceAll("(?<=.)[aeiouy]", "").replaceAll("(.)\\1+", "$1");
                if (bare.length() > 3 && !Placeholder.is(name)) {
                    bones.add(Hash.mix(("bones " + bare).getBytes(StandardCharsets.UTF_8)));
                }
            }
        }
        return bones;
    }

    /** What was learnt with other columns is of no use for these. */
    String signature() {
        return columns.stream()
                .map(column -> column.name() + "=" + column.trait().word())
                .collect(Collectors.joining(" "));
    }
}
