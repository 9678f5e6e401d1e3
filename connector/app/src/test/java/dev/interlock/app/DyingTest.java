package dev.interlock.app;

import static org.assertj.core.api.Assertions.assertThat;

import dev.interlock.routes.Report;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The process dies at any moment, without a last word: the next run neither loses anything nor makes anything twice. */
class DyingTest {

    private static final List<String> SYSTEMS = List.of("salesforce", "hubspot", "partnerstack");

    @TempDir
    private Path folder = Path.of("");

    @ParameterizedTest(name = "after call {0}")
    @ValueSource(ints = {7, 12, 17, 21})
    void a_first_sync_that_dies_half_way_is_finished_by_the_next(int calls) throws Exception {
        try (House house = House.in(folder)) {
            house.loadSamples();

            dieAfter(calls, house);
            Report report = house.sync();

            assertThat(report.converged()).isTrue();
            everythingIsThereOnce(house);
            assertThat(house.sync().written()).isZero();
        }
    }

    @ParameterizedTest(name = "after call {0}")
    @ValueSource(ints = {9, 11})
    void edits_that_were_being_written_when_the_process_died_arrive(int calls) throws Exception {
        try (House house = House.in(folder)) {
            house.loadSamples();
            house.sync();
            for (String deal : house.find("salesforce", "Opportunity", "StageName", "Prospecting")) {
                house.edit("salesforce", "Opportunity", deal, Map.of("Amount", 4711));
            }
            int edited =
                    house.find("salesforce", "Opportunity", "Amount", "4711").size();

            dieAfter(calls, house);
            house.sync();

            assertThat(edited).isPositive();
            assertThat(house.find("hubspot", "deals", "amount", "4711")).hasSize(edited);
            assertThat(house.find("partnerstack", "deals", "amount", "471100")).hasSize(edited);
            everythingIsThereOnce(house);
            assertThat(house.sync().written()).isZero();
        }
    }

    /** Another process runs a sync, and is gone as soon as the systems have been called so often. */
    private static void dieAfter(int calls, House house) throws InterruptedException {
        house.stop();
        SYSTEMS.forEach(system -> house.door(system).forgetCalls());
        Program program = Program.start(house, "sync");
        boolean over = false;
        while (!over && made(house) < calls) {
            over = program.endsWithin(Duration.ofMillis(3));
        }
        program.kill();
        assertThat(made(house)).as("calls made before the process died").isGreaterThanOrEqualTo(calls);
        house.restart();
    }

    private static long made(House house) {
        return SYSTEMS.stream().mapToLong(system -> house.door(system).calls()).sum();
    }

    private static void everythingIsThereOnce(House house) {
        assertThat(house.aside()).isEmpty();
        assertThat(house.differences()).isEmpty();
        once(house, "salesforce", "Account", "Name", 8);
        once(house, "hubspot", "companies", "name", 8);
        once(house, "salesforce", "Lead", "Email", 12);
        once(house, "hubspot", "contacts", "email", 12);
        once(house, "salesforce", "Opportunity", "Name", 12);
        once(house, "hubspot", "deals", "dealname", 12);
        once(house, "partnerstack", "deals", "account_name", 12);
    }

    private static void once(House house, String system, String object, String field, int expected) {
        assertThat(house.door(system).records(object))
                .extracting(record -> Door.text(record, field))
                .as(object + " in " + system)
                .hasSize(expected)
                .doesNotHaveDuplicates();
    }
}
