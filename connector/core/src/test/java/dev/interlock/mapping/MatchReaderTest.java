package dev.interlock.mapping;

import static dev.interlock.mapping.Files.field;
import static dev.interlock.mapping.Files.problemsOfRecord;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** What is said of how records are recognised, and what can be wrong with it. */
class MatchReaderTest {

    @Test
    void keys_and_weights_stand_side_by_side() {
        assertThat(
                        problems(
                                "match: { same: [ [name] ], weigh: { name: company }, link: 0.95, review: 0.6, never: [name] }"))
                .isEmpty();
        assertThat(problems("match: { weigh: [name] }")).isEmpty();
        assertThat(problems("match: [ [name] ]")).isEmpty();
    }

    @Test
    void each_mistake_is_told_with_its_place() {
        assertThat(problems("match: { weigh: [nam] }"))
                .singleElement()
                .asString()
                .contains("unknown field 'nam' (did you mean 'name'?)");
        assertThat(problems("match: { weigh: { name: compny } }"))
                .singleElement()
                .asString()
                .contains("unknown kind 'compny' (did you mean 'company'?)");
        assertThat(problems("match: { weigh: { name: email } }"))
                .singleElement()
                .asString()
                .contains("'email' does not fit the field 'name' of type company; company, text do");
        assertThat(problems("match: { weigh: [name], link: 0.4, review: 0.6 }"))
                .singleElement()
                .asString()
                .contains("review (0.6) is above link (0.4)");
        assertThat(problems("match: { weigh: [name], link: 1.5 }"))
                .singleElement()
                .asString()
                .contains("'1.5' must be above 0 and below 1");
        assertThat(problems("match: { same: [ [name] ], link: 0.9 }"))
                .singleElement()
                .asString()
                .contains("'link' says nothing without 'weigh'");
        assertThat(problems("match: { weight: [name] }"))
                .singleElement()
                .asString()
                .contains("unknown key 'weight' (did you mean 'weigh'?)");
    }

    private static java.util.List<String> problems(String match) {
        return problemsOfRecord(field("name:", "  type: company", "  systems: { hubspot: name }")
                .replace("fields:", match + "\nfields:"));
    }
}
