package dev.interlock.mapping;

import static dev.interlock.mapping.Files.field;
import static dev.interlock.mapping.Files.file;
import static dev.interlock.mapping.Files.problemsOfRecord;
import static dev.interlock.mapping.Files.problemsOfSettings;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** What is wrong with the settings, with secrets, or with the files as a whole is told as well. */
class SettingsProblemsTest {

    @Test
    void mistakes_in_the_settings_are_told() {
        assertThat(problemsOfSettings("""
                        apiVersion: v1
                        kind: Interlock
                        store: { url: "postgres://x" }
                        schedule: hourly
                        service: { port: 80800 }
                        systems:
                          salesforce: { kind: salesfroce, settle: 5 sec, overlap: 5 }
                        """))
                .containsExactly(
                        "s.yaml:3:15 'postgres://x' is not of the expected form, such as jdbc:h2:file:./.interlock/staging",
                        "s.yaml:4:11 'hourly' is not of the expected form, such as 0 0/15 * * * ?",
                        "s.yaml:5:18 '80800' is not allowed here: must have a maximum value of 65535",
                        "s.yaml:7:23 'salesfroce' must be one of salesforce, hubspot, rest (did you mean 'salesforce'?)",
                        "s.yaml:7:43 '5 sec' is not of the expected form, such as 250ms or 5s or 2m or 1h",
                        "s.yaml:7:59 this must be a text, not '5'");
    }

    @Test
    void a_variable_that_is_not_set_is_told_without_any_secret() {
        assertThat(problemsOfSettings(Files.SETTINGS.replace("SALESFORCE_TOKEN", "SALESFORCE_TOKN")))
                .containsExactly(
                        "s.yaml:13:58 the environment variable SALESFORCE_TOKN is not set, and ${SALESFORCE_TOKN}"
                                + " has no default (did you mean 'SALESFORCE_TOKEN'?)");
        assertThat(problemsOfSettings(Files.SETTINGS.replace("kind: hubspot", "kind: \"${SALESFORCE_TOKEN}\"")))
                .containsExactly("s.yaml:14:20 '${SALESFORCE_TOKEN}' must be one of salesforce, hubspot, rest");
    }

    @Test
    void a_variable_that_is_not_set_is_one_problem_and_not_two() {
        assertThat(problemsOfSettings(Files.SETTINGS.replace("kind: hubspot", "kind: \"${HUBSPOT_KIND}\"")))
                .containsExactly("s.yaml:14:20 the environment variable HUBSPOT_KIND is not set, and ${HUBSPOT_KIND}"
                        + " has no default");
    }

    @Test
    void the_name_of_a_key_that_holds_a_secret_is_no_secret() {
        assertThat(problemsOfSettings(Files.SETTINGS.replace(
                        "token: \"${SALESFORCE_TOKEN}\"",
                        "token: \"${SALESFORCE_TOKEN}\", scheme: { secret: token, refresh_token: '{token}' }")))
                .isEmpty();
        assertThat(problemsOfSettings(Files.SETTINGS.replace(
                        "token: \"${SALESFORCE_TOKEN}\"",
                        "token: \"${SALESFORCE_TOKEN}\", scheme: { secret: tokan, refresh_token: '{tokan}' }")))
                .hasSize(2);
    }

    @Test
    void a_secret_that_stands_in_a_file_is_told_without_telling_it() {
        assertThat(problemsOfSettings(Files.SETTINGS.replace("\"${INTERLOCK_STORE_PASSWORD:-}\"", "hunter2")))
                .containsExactly("s.yaml:3:58 a secret must not stand in a file: write ${NAME}, and set NAME in the"
                        + " environment");
        assertThat(problemsOfSettings(
                        Files.SETTINGS.replace("token: \"${SALESFORCE_TOKEN}\"", "client_secret: hunter2")))
                .singleElement()
                .asString()
                .startsWith("s.yaml:13:")
                .doesNotContain("hunter2");
    }

    @Test
    void one_choice_is_spelt_one_way() {
        assertThat(problemsOfRecord(field(
                        "a:", "  type: choice", "  systems:", "    hubspot: { field: a, map: { X: won, Y: Won } }")))
                .containsExactly("r.yaml:11:46 'Won' stands above as 'won': spell one choice one way");
    }

    @Test
    void a_country_is_for_phone_numbers() {
        assertThat(problemsOfRecord(field("a:", "  type: text", "  country: US", "  systems: { hubspot: x }")))
                .containsExactly("r.yaml:10:5 only a field of type phone has 'country'");
    }

    @Test
    void a_field_may_have_a_name_that_cel_keeps_for_itself() {
        assertThat(problemsOfRecord(field(
                                "in:",
                                "  type: text",
                                "  systems: { hubspot: x }",
                                "package:",
                                "  type: money",
                                "  systems: { hubspot: y }",
                                "amount:",
                                "  type: money",
                                "  systems: { hubspot: z }")
                        .replace("{ object: things }", "{ object: things, create: { when: \"amount > 0\" } }")))
                .isEmpty();
    }

    @Test
    void a_file_of_an_unknown_kind_is_told() {
        assertThat(problemsOfRecord("apiVersion: v1\nkind: Recrod\n"))
                .containsExactly("r.yaml:2:7 the key 'kind' must be Interlock or Record (did you mean 'Record'?)");
        assertThat(problemsOfRecord("- a\n"))
                .containsExactly("r.yaml:1:1 the file must hold a mapping of keys to values");
    }

    @Test
    void files_that_do_not_go_together_are_told() {
        String partner = Files.PARTNER;
        assertThat(Files.problems(file("a.yaml", partner)))
                .containsExactly("interlock.yaml there is no file of kind Interlock");
        assertThat(Files.problems(file("s.yaml", Files.SETTINGS), file("a.yaml", partner), file("b.yaml", partner)))
                .containsExactly("b.yaml:3:9 the record type 'partner' is already described in a.yaml");
        assertThat(Files.problems(file("s.yaml", Files.SETTINGS), file("t.yaml", Files.SETTINGS)))
                .containsExactly("t.yaml:1:1 there is a second file of kind Interlock: s.yaml is the first");
    }

    @Test
    void all_problems_of_all_files_are_told_at_once_in_their_order() {
        assertThat(Files.problems(
                        file("s.yaml", Files.SETTINGS.replace("kind: rest", "kind: resst")),
                        file("broken.yaml", "a: [1"),
                        file("r.yaml", field("a:", "  type: tex", "  systems: { hubspott: x }"))))
                .extracting(problem -> problem.substring(0, problem.indexOf(' ')))
                .containsExactly("s.yaml:15:25", "broken.yaml:1:6", "r.yaml:9:11", "r.yaml:10:16");
    }
}
