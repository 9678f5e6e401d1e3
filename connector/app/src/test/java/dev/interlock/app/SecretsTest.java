package dev.interlock.app;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import dev.interlock.routes.Report;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.slf4j.LoggerFactory;

/** Whatever goes wrong, secrets stay where they are. */
class SecretsTest {

    private static final List<String> SECRETS =
            List.of("sandbox-secret", "pat-sandbox-0000", "sk_sandbox", "cGtfc2FuZGJveDpza19zYW5kYm94");

    @TempDir
    private Path folder = Path.of("");

    @Test
    void secrets_appear_neither_in_the_log_nor_in_what_is_set_aside_nor_in_the_store() throws IOException {
        Logger root = (Logger) LoggerFactory.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME);
        ListAppender<ILoggingEvent> log = new ListAppender<>();
        Level before = root.getLevel();
        log.start();
        root.addAppender(log);
        root.setLevel(Level.INFO);
        String told;
        try (House house = House.in(folder)) {
            told = everythingGoesWrong(house);
        } finally {
            root.setLevel(before);
            root.detachAppender(log);
        }
        String logged = log.list.stream().map(SecretsTest::line).collect(Collectors.joining("\n"));

        for (String secret : SECRETS) {
            assertThat(logged).doesNotContain(secret);
            assertThat(told).doesNotContain(secret);
            assertThat(stored(folder)).doesNotContain(secret);
        }
    }

    /** Wrong logins, refused rows, nonsense and broken connections; answers all that the program told about them. */
    private static String everythingGoesWrong(House house) {
        house.loadSamples();
        house.create(
                "hubspot",
                "deals",
                Map.of("dealname", "No date", "pipeline", "default", "dealstage", "appointmentscheduled"));
        house.door("salesforce").act("settings", Map.of("clientSecret", "another"));
        house.door("hubspot").act("settings", Map.of("token", "another"));
        house.door("partnerstack").act("settings", Map.of("secretKey", "another"));
        Report refused = house.sync();
        house.door("salesforce").act("settings", Map.of("clientSecret", "sandbox-secret"));
        house.door("hubspot").act("settings", Map.of("token", "pat-sandbox-0000"));
        house.door("partnerstack").act("settings", Map.of("secretKey", "sk_sandbox"));
        house.door("hubspot").fails(Map.of("kind", "GARBAGE", "path", "/batch/create"));
        house.door("partnerstack").fails(Map.of("kind", "DROP_AFTER_COMMIT", "method", "POST"));
        Report stumbled = house.sync();
        assertThat(refused.troubles()).isNotEmpty();
        assertThat(house.aside()).isNotEmpty();
        return refused + "\n" + stumbled + "\n" + house.aside();
    }

    private static String line(ILoggingEvent event) {
        String thrown = event.getThrowableProxy() == null
                ? ""
                : event.getThrowableProxy().getClassName() + " "
                        + event.getThrowableProxy().getMessage();
        return event.getFormattedMessage() + " " + thrown;
    }

    private static String stored(Path folder) throws IOException {
        StringBuilder all = new StringBuilder();
        try (Stream<Path> files = Files.list(folder)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                all.append(new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1));
            }
        }
        return all.toString();
    }
}
