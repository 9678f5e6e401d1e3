package dev.interlock.routes.system.rest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.interlock.routes.system.Misconfigured;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is wrong in a description is told with its place, all at once, before anything is called. */
class DescriptionProblemsTest {

    private static final String GOOD = """
            token: t
            login: { scheme: bearer, secret: token }
            objects:
              things:
                path: /things
                list: { items: rows, cursor: after }
            """;

    @AutoClose
    private final Described service = new Described();

    /** The first line that the test writes is the second of the file. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "path: /things | pith: /things | rest.yaml:6:5 unknown key 'pith' (did you mean 'path'?)",
                "path: /things | id: id | rest.yaml:6:5 the key 'path' is missing",
                "cursor: after | cursors: after | rest.yaml:7:26 unknown key 'cursors' (did you mean 'cursor'?)",
                "cursor: after | size: 9 | rest.yaml:7:11 nothing carries the cursor",
                "cursor: after | cursorFrom: next-link | rest.yaml:7:11 the key 'link' is missing",
                "cursor: after | cursor: after, size: 0 | rest.yaml:7:47 '0' is not allowed here",
                "cursor: after | cursor: after, size: many | rest.yaml:7:47 this must be a whole number",
                "cursor: after | cursor: after, method: DELETE | rest.yaml:7:49 'DELETE' must be one of GET, POST",
                "cursor: after | cursor: after, body: { a: b } | rest.yaml:7:47 a GET has no body",
                "cursor: after | cursor: after, parameters: { q: '{sinse}' } | there is no {sinse} to fill in here",
                "cursor: after | cursor: after, since: { format: iso } | rest.yaml:7:48 nothing carries the time",
                "cursor: after | cursor: after, since: { parameter: q, format: HH } | 'HH' is no way to write a time",
                "path: /things | 'path: /things\n    stamps: epoch' | rest.yaml:7:13 'epoch' is no way to write a time",
                "token: t | tokem: t | rest.yaml:2:1 unknown key 'tokem' (did you mean 'token'?)",
                "scheme: bearer, secret: token | scheme: bearer | the key 'secret' is missing",
                "scheme: bearer, secret: token | secret: token | rest.yaml:3:8 the key 'scheme' is missing",
                "scheme: bearer | scheme: client-credentials, url: /t | rest.yaml:3:8 the key 'user' is missing",
                "scheme: bearer | scheme: token-exchange, url: /t | token-exchange needs form or json",
                "scheme: bearer | scheme: aws-sigv4, user: token | the key 'region' is missing",
                "scheme: bearer | scheme: bearer, lifetime: soon | rest.yaml:3:36 'soon' is not of the expected form",
                "token: t | 'token: t\nthrottled: [slow]' | this must be a whole number",
                "token: t | 'token: t\nsuccess: { at: ok }' | one of 'is' and 'not' must say",
                "token: t | 'token: t\nwebhook: { verify: hmac, header: X }' | the key 'secret' is missing",
                "token: t | 'token: t\nwebhook: { verify: hmac, header: X, secret: token, timestamp: T }' | a time that is not signed proves nothing",
                "token: t | 'token: t\nwebhook: { verify: certificate, certificate: U, algorithmHeader: A, issuer: O }' | name the 'hosts'",
                "path: /things | 'path: /things\n    gate: { by: s }' | the key 'writable' is missing",
                "path: /things | 'path: /things\n    write: { nulls: never }' | nulls must be null, empty",
                "path: /things | 'path: /things\n    write: { once: {} }' | rest.yaml:7:20",
                "path: /things | 'path: /things\n    write: { update: { path: \"/x/{ref}\" } }' | there is no {ref} to fill in here",
                "path: /things | 'path: /things\n    hidden: [{ when: { at: x, is: [y] }, columns: [] }]' | 'columns' must name a column",
                "path: /things | 'path: /things\n    currencies: { a: { by: c, is: euro } }' | 'euro' is not of the expected form, such as EUR",
            })
    void a_mistake_is_told_with_its_place(String passage, String instead, String told) {
        assertThat(GOOD).contains(passage);

        assertThatThrownBy(() -> service.with(GOOD.replace(passage, instead)))
                .isInstanceOf(Misconfigured.class)
                .hasMessageContaining("rest.yaml:")
                .hasMessageContaining(told);
    }

    @Test
    void all_mistakes_are_told_at_once() {
        Misconfigured told = catchThrowableOfType(
                Misconfigured.class,
                () -> service.with(GOOD.replace("path:", "pith:").replace("cursor:", "cursors:")));

        assertThat(told.problems()).hasSize(3);
    }

    /** The page that tells how to add a system shows a description; whoever copies it must not be told of mistakes. */
    @Test
    void the_example_in_the_instructions_is_right() throws IOException {
        String page = Files.readString(Path.of("../docs/how-to/add-a-system.md"));
        int start = page.indexOf("```yaml") + 7;
        String example = page.substring(start, page.indexOf("```", start)).replaceAll("[$][{]\\w+}", "x");

        RestDescription description = DescriptionReader.read(Described.yaml(example.stripIndent())
                .mapping("systems")
                .mapping("acme")
                .mapping("connection"));

        assertThat(description.objects()).containsOnlyKeys("deals");
    }

    @Test
    void what_is_right_is_taken() {
        assertThat(service.with(GOOD).id().name()).startsWith("things");
    }
}
