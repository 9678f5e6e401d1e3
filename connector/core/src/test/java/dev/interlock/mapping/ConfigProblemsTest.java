package dev.interlock.mapping;

import static dev.interlock.mapping.Files.field;
import static dev.interlock.mapping.Files.problemsOfRecord;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** Every kind of mistake is told with its place and, where one can guess, with what was meant. */
class ConfigProblemsTest {

    @Test
    void an_unknown_key_is_told_with_the_one_that_was_meant() {
        assertThat(problemsOfRecord(field("name:", "  typ: text", "  systems: { hubspot: name }")))
                .containsExactly(
                        "r.yaml:9:5 the key 'type' is missing", "r.yaml:9:5 unknown key 'typ' (did you mean 'type'?)");
        assertThat(problemsOfRecord(field("name:", "  type: text", "  systems: { hubspot: { feild: name } }")))
                .contains("r.yaml:10:27 unknown key 'feild' (did you mean 'field'?)");
    }

    @Test
    void a_wrong_choice_is_told_with_the_one_that_was_meant() {
        assertThat(problemsOfRecord(field("name:", "  type: txt", "  systems: { hubspot: name }")))
                .singleElement()
                .asString()
                .startsWith("r.yaml:9:11 'txt' must be one of text, person")
                .endsWith("(did you mean 'text'?)");
        assertThat(problemsOfRecord(field("name:", "  type: text", "  blank: clera", "  systems: { hubspot: name }")))
                .containsExactly("r.yaml:10:12 'clera' must be one of reject, clear (did you mean 'clear'?)");
        assertThat(problemsOfRecord(
                        field("name:", "  type: text", "  authority: newst", "  systems: { hubspot: name }")))
                .containsExactly("r.yaml:10:16 'newst' must be one of newest, merge, ask (did you mean 'newest'?)");
    }

    @Test
    void an_unknown_lens_is_told_with_the_one_that_was_meant() {
        assertThat(problemsOfRecord(field("p:", "  type: phone", "  systems: { hubspot: { field: p, use: fone } }")))
                .singleElement()
                .asString()
                .startsWith("r.yaml:10:42 'fone' must be one of text, copy")
                .endsWith("(did you mean 'phone'?)");
    }

    @Test
    void an_unknown_system_is_told_with_the_one_that_was_meant() {
        assertThat(problemsOfRecord(field("name:", "  type: text", "  systems: { hubspto: name }")))
                .containsExactly("r.yaml:10:16 unknown system 'hubspto': thing has no such entry under 'systems'"
                        + " (did you mean 'hubspot'?)");
        assertThat(problemsOfRecord(field("name:", "  type: text", "  systems: { hubspot: name }")
                        .replace(
                                "  hubspot: { object: things }",
                                "  hubspot: { object: things }\n  salesfroce: { object: X }")))
                .containsExactly("r.yaml:7:3 unknown system 'salesfroce' (did you mean 'salesforce'?)");
        assertThat(problemsOfRecord(field(
                        "name:",
                        "  type: text",
                        "  authority: [hubspott]",
                        "  writers: [sale]",
                        "  systems: { hubspot: name }")))
                .containsExactly(
                        "r.yaml:10:17 unknown system 'hubspott': thing has no such entry under 'systems'"
                                + " (did you mean 'hubspot'?)",
                        "r.yaml:11:15 unknown system 'sale': thing has no such entry under 'systems'"
                                + " (did you mean 'salesforce'?)");
    }

    @Test
    void an_unknown_record_type_is_told_with_the_one_that_was_meant() {
        assertThat(problemsOfRecord(field("p:", "  type: reference", "  to: thng", "  systems: { hubspot: p }")))
                .containsExactly("r.yaml:10:9 unknown record type 'thng' (did you mean 'thing'?)");
        assertThat(problemsOfRecord(field("p:", "  type: reference", "  systems: { hubspot: p }")))
                .containsExactly("r.yaml:9:5 a reference needs 'to': the record type that it points at");
        assertThat(problemsOfRecord(field("p:", "  type: text", "  to: thing", "  systems: { hubspot: p }")))
                .containsExactly("r.yaml:10:9 only a field of type reference has 'to'");
    }

    @Test
    void an_association_in_a_system_that_has_none_or_beside_a_column_is_told() {
        assertThat(problemsOfRecord(field(
                        "p:",
                        "  type: reference",
                        "  to: thing",
                        "  systems: { salesforce: { association: things } }")))
                .containsExactly("r.yaml:11:28 salesforce keeps no associations; only a system of kind hubspot does");
        assertThat(problemsOfRecord(field(
                        "p:",
                        "  type: reference",
                        "  to: thing",
                        "  systems: { hubspot: { association: things, field: x } }")))
                .containsExactly(
                        "r.yaml:11:55 a reference by association has no 'field': the other record itself is meant");
        assertThat(problemsOfRecord(field(
                        "p:",
                        "  type: reference",
                        "  to: thing",
                        "  systems: { hubspot: { field: p, label: primary } }")))
                .containsExactly("r.yaml:11:44 only a reference by 'association' has a 'label'");
        assertThat(problemsOfRecord(
                        field("p:", "  type: text", "  systems: { hubspot: { field: p, association: things } }")))
                .containsExactly("r.yaml:10:37 'text' has no key 'association'");
    }

    @Test
    void an_unknown_field_is_told_with_the_one_that_was_meant() {
        assertThat(problemsOfRecord(
                        field("amount:", "  type: money", "  systems: { hubspot: a }") + "match: [ [ammount] ]\n"))
                .containsExactly("r.yaml:11:11 unknown field 'ammount' (did you mean 'amount'?)");
        assertThat(problemsOfRecord(field(
                        "name:",
                        "  type: text",
                        "  systems: { hubspot: n }",
                        "parent:",
                        "  type: reference",
                        "  to: thing",
                        "  systems: { hubspot: { field: p, by: nmae } }")))
                .containsExactly("r.yaml:14:41 unknown field 'nmae' of thing (did you mean 'name'?)");
    }

    @Test
    void an_unknown_name_in_a_condition_is_told_with_the_one_that_was_meant() {
        String record = field("amount:", "  type: money", "  systems: { hubspot: a }")
                .replace("{ object: things }", "{ object: things, create: { when: \"ammount > 0.0\" } }");
        assertThat(problemsOfRecord(record))
                .containsExactly("r.yaml:6:47 unknown name 'ammount' in the expression (did you mean 'amount'?)");
    }

    @Test
    void a_condition_of_the_wrong_type_is_told() {
        String record = field("amount:", "  type: money", "  systems: { hubspot: a }")
                .replace("{ object: things }", "{ object: things, create: { when: \"amount + 1.0\" } }");
        assertThat(problemsOfRecord(record))
                .singleElement()
                .asString()
                .startsWith("r.yaml:6:")
                .contains("in the expression: expected type 'bool' but found 'double'");
    }

    @Test
    void a_misspelt_function_in_a_computation_is_told_with_the_one_that_was_meant() {
        assertThat(problemsOfRecord(
                        field("name:", "  type: text", "  systems:", "    hubspot: { compute: 'A.lowerAsci()' }")))
                .containsExactly(
                        "r.yaml:11:30 unknown name 'lowerAsci' in the expression (did you mean 'lowerAscii'?)");
        assertThat(problemsOfRecord(field("name:", "  type: text", "  systems:", "    hubspot: { compute: 'A + ' }")))
                .singleElement()
                .asString()
                .startsWith("r.yaml:11:")
                .contains("in the expression: mismatched input");
    }

    @Test
    void a_lens_that_is_not_for_the_field_is_told_with_those_that_are() {
        assertThat(problemsOfRecord(field("a:", "  type: date", "  systems: { hubspot: { field: a, use: phone } }")))
                .containsExactly(
                        "r.yaml:10:42 'phone' is not for a field of type date, which can use: date, const, compute");
        assertThat(problemsOfRecord(field("a:", "  type: date", "  systems: { hubspot: { field: a, scale: cents } }")))
                .containsExactly("r.yaml:10:37 'date' has no key 'scale'");
        assertThat(problemsOfRecord(field("a:", "  type: phone", "  systems: { hubspot: { field: a, as: iso2 } }")))
                .containsExactly("r.yaml:10:41 'iso2' must be one of e164, international, national");
    }

    @Test
    void what_a_lens_needs_is_told() {
        assertThat(problemsOfRecord(field("a:", "  type: text", "  systems: { hubspot: { max: 3 } }")))
                .containsExactly("r.yaml:10:25 'text' needs 'field' with one column");
        assertThat(problemsOfRecord(
                        field("a:", "  type: person", "  systems: { hubspot: { field: a, use: join-name } }")))
                .containsExactly(
                        "r.yaml:10:34 'join-name' needs 'field' with two columns, that of the first name first");
        assertThat(problemsOfRecord(
                        field("a:", "  type: person", "  systems: { hubspot: { field: a, use: split-name } }")))
                .containsExactly("r.yaml:10:25 'split-name' needs 'part': first or last");
        assertThat(problemsOfRecord(field("a:", "  type: text", "  systems: { hubspot: { field: a, use: const } }")))
                .containsExactly("r.yaml:10:25 'const' needs 'value': what is written");
        assertThat(problemsOfRecord(
                        field("a:", "  type: choice", "  systems: { hubspot: { field: a, use: picklist } }")))
                .containsExactly("r.yaml:10:25 'picklist' needs 'map': own values and the choices they mean");
        assertThat(problemsOfRecord(field("a:", "  type: date", "  systems: { hubspot: { field: a, format: jj.b } }")))
                .containsExactly(
                        "r.yaml:10:45 'jj.b' is neither iso, epoch-ms, salesforce nor a pattern such as dd.MM.yyyy");
        assertThat(problemsOfRecord(field("a:", "  type: flag", "  systems: { hubspot: { field: a, yes: x, no: X } }")))
                .containsExactly("r.yaml:10:25 'yes' and 'no' must be two different words");
    }

    @Test
    void a_map_of_choices_that_cannot_be_read_backwards_is_told() {
        assertThat(problemsOfRecord(field(
                        "a:",
                        "  type: choice",
                        "  systems:",
                        "    hubspot: { field: a, map: { New: open, Old: open } }")))
                .containsExactly(
                        "r.yaml:11:46 'New' and 'Old' both mean 'open': say under 'reverse' which of them is written");
        assertThat(problemsOfRecord(field(
                        "a:",
                        "  type: choice",
                        "  systems:",
                        "    hubspot: { field: a, map: { New: open, Old: open }, reverse: { open: New } }")))
                .isEmpty();
        assertThat(problemsOfRecord(field(
                        "a:",
                        "  type: choice",
                        "  systems:",
                        "    hubspot: { field: a, map: { New: open, Old: won }, reverse: { opne: New, won: New } }")))
                .containsExactly(
                        "r.yaml:11:69 'opne' is no choice of the map (did you mean 'open'?)",
                        "r.yaml:11:85 'New' does not mean 'won' in the map");
        assertThat(problemsOfRecord(field(
                        "a:",
                        "  type: choice",
                        "  systems:",
                        "    hubspot: { field: a, map: { New: open, new: won } }")))
                .containsExactly("r.yaml:11:46 'new' is in the map already, but for upper and lower case");
        assertThat(problemsOfRecord(field(
                        "a:",
                        "  type: choice",
                        "  systems:",
                        "    hubspot: { field: a, map: { New: open }, otherwise: { default: opened } }")))
                .containsExactly("r.yaml:11:70 'opened' is no choice of the map (did you mean 'open'?)");
    }

    @Test
    void a_column_that_two_fields_write_is_told() {
        assertThat(problemsOfRecord(field(
                        "a:",
                        "  type: text",
                        "  systems: { hubspot: x }",
                        "b:",
                        "  type: text",
                        "  systems: { hubspot: x }")))
                .containsExactly(
                        "r.yaml:13:25 the field 'a' writes x of hubspot already; make one of them 'direction: in'");
    }

    @Test
    void a_merge_of_what_is_no_list_is_told() {
        assertThat(problemsOfRecord(field("a:", "  type: text", "  authority: merge", "  systems: { hubspot: x }")))
                .containsExactly("r.yaml:10:16 only a field of type multi can be merged");
    }

    @Test
    void a_value_of_the_wrong_shape_is_told() {
        assertThat(problemsOfRecord(field("a:", "  type: text", "  systems: [hubspot]")))
                .containsExactly("r.yaml:10:14 this must be a mapping, not a list");
        assertThat(problemsOfRecord(field("A-b:", "  type: text", "  systems: { hubspot: x }")))
                .containsExactly("r.yaml:8:3 the name 'A-b' is not of the expected form, such as closeDate");
        assertThat(problemsOfRecord(field("a:", "  type: text", "  systems: { hubspot: { field: x, max: long } }")))
                .containsExactly("r.yaml:10:42 this must be a whole number, not 'long'");
    }
}
