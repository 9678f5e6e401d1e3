package dev.interlock.match;

import dev.interlock.mapping.Authority;
import dev.interlock.mapping.Field;
import dev.interlock.mapping.FieldKind;
import dev.interlock.mapping.FieldRule;
import dev.interlock.mapping.RecordMapping;
import dev.interlock.mapping.Weighing;
import dev.interlock.record.EntityId;
import dev.interlock.record.FieldValue;
import dev.interlock.record.RecordType;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Partners that are weighed by name, web site, phone and country; a tax number keeps them apart. */
final class Companies {

    static final List<String> FIELDS = List.of("name", "domain", "phone", "country");

    private Companies() {}

    static RecordMapping mapping() {
        Map<String, Field> fields = new LinkedHashMap<>();
        field(fields, "name", FieldKind.COMPANY);
        field(fields, "domain", FieldKind.DOMAIN);
        field(fields, "phone", FieldKind.PHONE);
        field(fields, "country", FieldKind.COUNTRY);
        field(fields, "tax_id", FieldKind.TEXT);
        Map<String, Optional<dev.interlock.mapping.Trait>> weighed = new LinkedHashMap<>();
        FIELDS.forEach(name -> weighed.put(name, Optional.empty()));
        return new RecordMapping(
                new RecordType("partner"),
                fields,
                Map.of(),
                List.of(),
                new Weighing(weighed, Weighing.LINK, Weighing.REVIEW, List.of("tax_id")));
    }

    private static void field(Map<String, Field> into, String name, FieldKind kind) {
        FieldRule rule = new FieldRule(
                new Authority.Ranked(List.of()), Set.of(), FieldRule.Unauthorised.REVERT, FieldRule.Blank.REJECT);
        into.put(name, new Field(name, kind, Optional.empty(), rule, Map.of()));
    }

    /** Values in the order of {@link #FIELDS}, then the tax number. */
    static Map<String, FieldValue> company(String... values) {
        Map<String, FieldValue> said = new LinkedHashMap<>();
        List<String> names = List.of("name", "domain", "phone", "country", "tax_id");
        for (int at = 0; at < values.length; at++) {
            said.put(names.get(at), FieldValue.text(values[at]));
        }
        return said;
    }

    static EntityId entity(int number) {
        return new EntityId("e" + number);
    }
}
