package dev.interlock.app;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.classic.spi.IThrowableProxy;
import ch.qos.logback.core.read.ListAppender;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.slf4j.LoggerFactory;

/**
 * Distinct values are planted in records and credentials, everything is played that can go wrong, and none of them may be found
 * in the log, nor in what a command tells of a run. The answers of commands that are asked to show records are left out.
 */
class CanariesTest {

    private static final String NAME = "Zzcanaryname";
    private static final String MAIL = "zzcanary.mail@canary.example";
    private static final String PHONE = "+493012345987";
    private static final String TOKEN = "pat-zzcanary-token-77";
    private static final String SECRET = "zzcanary-client-secret-88";
    private static final String KEY = "sk_zzcanary_99";

    /** An e-mail is found by its parts as well: what quotes half of it has quoted it. */
    private static final List<String> PERSONAL = List.of(NAME, "zzcanary.mail", "canary.example", "3012345987");

    private static final List<String> SECRETS = List.of(TOKEN, SECRET, KEY, "zzcanary");

    private final ListAppender<ILoggingEvent> log = new ListAppender<>();
    private final Logger root = (Logger) LoggerFactory.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME);
    private final Level before = root.getLevel();
    private final List<String> told = new ArrayList<>();

    @AutoClose
    private House house;

    @BeforeEach
    void moveIn(@TempDir Path folder) {
        house = House.in(
                folder,
                Map.of(),
                Map.of("HUBSPOT_TOKEN", TOKEN, "SALESFORCE_CLIENT_SECRET", SECRET, "PARTNERSTACK_SECRET_KEY", KEY));
        credentials(SECRET, TOKEN, KEY);
        log.start();
        root.addAppender(log);
        root.setLevel(Level.INFO);
    }

    @AfterEach
    void moveOut() {
        root.setLevel(before);
        root.detachAppender(log);
        List.of("salesforce", "hubspot", "partnerstack")
                .forEach(system -> house.door(system).mends());
    }

    private void credentials(String secret, String token, String key) {
        house.door("salesforce").act("settings", Map.of("clientSecret", secret, "expireTokens", true));
        house.door("hubspot").act("settings", Map.of("token", token));
        house.door("partnerstack").act("settings", Map.of("secretKey", key));
    }

    /** What a command says on the side, and of its answer only what is not asked to show records. */
    private Terminal.Printed enters(String... arguments) {
        Terminal.Printed printed = house.enters(arguments);
        told.add(String.join(" ", arguments) + ": " + printed.err());
        if (List.of("sync", "plan", "health").contains(arguments[0])) {
            told.add(printed.out());
        }
        return printed;
    }

    private String contact(String suffix) {
        return house.create(
                "hubspot",
                "contacts",
                Map.of(
                        "firstname",
                        NAME,
                        "lastname",
                        NAME + suffix,
                        "company",
                        NAME + " " + suffix,
                        "email",
                        suffix + MAIL,
                        "phone",
                        PHONE));
    }

    private void fails(String system, String kind, String path, String body) {
        String writing =
                path.equals("/composite") ? "PATCH" : path.startsWith("/") && !path.contains("query") ? "POST" : "";
        house.door(system)
                .fails(Map.of("kind", kind, "status", 400, "path", path, "times", 1, "method", writing, "body", body));
    }

    @Test
    void neither_secrets_nor_personal_values_are_found_in_the_log_whatever_goes_wrong() {
        String contact = contact("a");
        house.create("salesforce", "Lead", Map.of("LastName", NAME, "Company", NAME, "Email", MAIL, "Country", NAME));
        house.create(
                "partnerstack",
                "partnerships",
                Map.of("partner_key", "zz", "email", MAIL, "company", NAME, "website", "canary.example"));
        enters("sync");
        house.edit("hubspot", "contacts", contact, Map.of("lastname", NAME + "edited"));
        enters("sync");

        quotingAnswers();
        brokenAnswers();
        refusals();
        commands(contact);
        wrongCredentials();

        nothingIsFound();
    }

    /** Errors and pages that quote what was sent, as systems and proxies do. */
    private void quotingAnswers() {
        String quoted = "'" + NAME + "' " + MAIL + " " + PHONE;
        List<String> bodies = List.of(
                "[{\"errorCode\":\"STRING_TOO_LONG\",\"message\":\"data value too large: " + quoted + "\"}]",
                "{\"status\":\"error\",\"category\":\"VALIDATION_ERROR\",\"message\":\"" + quoted + "\"}",
                "<html><body>" + quoted + " Bearer " + TOKEN + "</body></html>",
                "[" + NAME + "]");
        for (String body : bodies) {
            contact("q" + bodies.indexOf(body));
            fails("salesforce", "STATUS", "/composite", body);
            fails("hubspot", "STATUS", "/batch", body);
            fails("partnerstack", "STATUS", "/deals", body);
            enters("sync");
            mends();
        }
    }

    private void brokenAnswers() {
        for (String kind : List.of("GARBAGE", "DROP_AFTER_COMMIT", "PAGE")) {
            contact("k" + kind);
            fails("salesforce", kind, "/composite", "");
            fails("hubspot", kind, "/batch", "");
            fails("partnerstack", kind, "/deals", "");
            enters("sync");
            mends();
        }
        fails("salesforce", "STATUS", "/query", "<p>" + NAME + " " + TOKEN + "</p>");
        fails("hubspot", "REDIRECT", "/search", "");
        enters("sync");
        mends();
    }

    private void mends() {
        List.of("salesforce", "hubspot", "partnerstack")
                .forEach(system -> house.door(system).mends());
    }

    /** Rules of administrators, whose words the systems give back with the values. */
    private void refusals() {
        house.door("salesforce")
                .act("duplicateRule", Map.of("object", "Lead", "name", "Same", "match", List.of("Phone")));
        contact("refused");
        house.create("hubspot", "contacts", Map.of("lastname", NAME.repeat(9), "company", NAME, "email", "x" + MAIL));
        enters("sync");
    }

    private void commands(String contact) {
        enters("status");
        enters("failures", "list");
        String token = enters("replay", "plan", "--json").json().path("token").asText();
        enters("replay", "apply", token, "--reason=" + "again");
        enters("show", "hubspot", contact);
        enters("match", "evaluate", "--truth=" + house.folder().resolve("none.csv"));
        enters("rollback", "none");
        enters("plan");
        enters("sync", "--full");
    }

    private void wrongCredentials() {
        house.edit("salesforce", "Lead", anyLead(), Map.of("LastName", NAME + "last"));
        credentials("another", "another", "another");
        enters("sync");
    }

    private String anyLead() {
        return Door.idOf(house.door("salesforce").records("Lead").getFirst());
    }

    private void nothingIsFound() {
        List<String> lines = log.list.stream()
                .filter(event -> event.getLevel().isGreaterOrEqual(Level.INFO))
                .map(CanariesTest::line)
                .toList();
        assertThat(lines).as("it was logged at all").isNotEmpty();
        for (String canary : PERSONAL) {
            assertThat(lines).noneMatch(line -> line.contains(canary));
            assertThat(told).noneMatch(line -> line.contains(canary));
        }
        for (String canary : SECRETS) {
            assertThat(lines).noneMatch(line -> line.contains(canary));
            assertThat(told).noneMatch(line -> line.contains(canary));
        }
    }

    private static String line(ILoggingEvent event) {
        StringBuilder line = new StringBuilder(event.getLoggerName() + " " + event.getFormattedMessage());
        for (IThrowableProxy thrown = event.getThrowableProxy(); thrown != null; thrown = thrown.getCause()) {
            line.append(" | ").append(thrown.getClassName()).append(' ').append(thrown.getMessage());
        }
        return line.toString();
    }
}
