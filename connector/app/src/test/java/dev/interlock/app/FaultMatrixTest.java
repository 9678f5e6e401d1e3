package dev.interlock.app;

import static org.assertj.core.api.Assertions.assertThat;

import dev.interlock.store.AuditVerdict;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Every way in which a call can go wrong, for each system and each thing we do there: when it is over, each deal is there once
 * with the value that was entered last, and there is nothing left to write. {@code interlock.faults.every} says
 * which cells of the matrix are tried: each seventh by default, which leaves out no fault and no row, and with 1 all.
 */
class FaultMatrixTest {

    private static final int EVERY = Integer.getInteger("interlock.faults.every", 7);
    private static final int ROWS = 9;
    private static final List<Map<String, Object>> FAULTS = faults();

    @TempDir
    private Path folder = Path.of("");

    @ParameterizedTest
    @MethodSource("rows")
    void whatever_goes_wrong_everything_arrives_once(Row row) {
        String quick = Configured.changed("interlock.yaml", "settle: 5s", "settle: 1s");
        Map<String, String> files = Map.of("interlock.yaml", quick.replace("settle: 2s", "settle: 1s"));
        List<String> wrong = new ArrayList<>();
        int tried = 0;
        for (int number = 0; number < FAULTS.size(); number++) {
            if ((number * ROWS + row.number()) % EVERY == 0) {
                tried++;
                try (House house = House.in(folder.resolve("" + number), files, Map.of("HUBSPOT_SETTLE", "1s"))) {
                    new Cell(house, row, FAULTS.get(number)).strike();
                } catch (AssertionError broken) {
                    wrong.add(FAULTS.get(number) + ": " + broken.getMessage());
                }
            }
        }
        System.out.printf("faults over HTTP: %s, %s: %d of %d%n", row.system(), row.does(), tried, FAULTS.size());
        assertThat(wrong).isEmpty();
    }

    private static Stream<Row> rows() {
        return Stream.of(
                new Row(0, "salesforce", "read", "GET", "/query"),
                new Row(1, "salesforce", "create", "PATCH", "/composite/sobjects"),
                new Row(2, "salesforce", "edit", "PATCH", "/composite/sobjects"),
                new Row(3, "hubspot", "read", "POST", "/search"),
                new Row(4, "hubspot", "create", "POST", "/batch/create"),
                new Row(5, "hubspot", "edit", "POST", "/batch/update"),
                new Row(6, "partnerstack", "read", "GET", "/deals"),
                new Row(7, "partnerstack", "create", "POST", "/deals"),
                new Row(8, "partnerstack", "edit", "PATCH", "/deals"));
    }

    private static List<Map<String, Object>> faults() {
        Stream<Map<String, Object>> refusals = IntStream.of(
                        400, 401, 403, 404, 408, 409, 412, 423, 429, 500, 502, 503, 504)
                .mapToObj(status -> Map.of("kind", "STATUS", "status", status));
        Stream<Map<String, Object>> told = IntStream.of(429, 503)
                .mapToObj(status -> Map.of("kind", "STATUS", "status", status, "retryAfter", "1"));
        Stream<Map<String, Object>> late =
                Stream.of("SLOW", "DRIP").map(kind -> Map.of("kind", kind, "delayMillis", 500));
        Stream<Map<String, Object>> broken = Stream.of(
                        "DROP_BEFORE",
                        "DROP_AFTER_COMMIT",
                        "GARBAGE",
                        "TORN",
                        "HALF",
                        "EMPTY",
                        "MISLABELLED",
                        "PAGE",
                        "REDIRECT")
                .map(kind -> Map.of("kind", kind));
        Map<String, Object> falseSuccess = Map.of("kind", "STATUS", "status", 200, "body", "{}");
        return Stream.of(refusals, told, late, broken, Stream.of(falseSuccess))
                .flatMap(each -> each)
                .toList();
    }

    /** What we do where, and by which call. */
    record Row(int number, String system, String does, String method, String path) {}

    /** One fault that strikes one call. */
    private record Cell(House house, Row row, Map<String, Object> fault) {

        private void strike() {
            House.Deal deal = house.deal("Net", Map.of("Amount", 100));
            Map<String, Object> how = new LinkedHashMap<>(fault);
            how.put("method", row.method());
            how.put("path", row.path());
            house.door(row.system()).fails(how);
            // A person works in the system that is read, or in one that is not written to.
            boolean fromHubSpot = row.system().equals(row.does().equals("read") ? "hubspot" : "salesforce");
            int deals = row.does().equals("create") ? 2 : 1;
            if (deals == 2) {
                create(fromHubSpot);
            } else {
                edit(deal, fromHubSpot, 200);
            }
            house.sync(House.DEAL);
            assertThat(house.door(row.system()).faultsLeft())
                    .as("faults that did not strike")
                    .isZero();
            house.sync(House.DEAL);
            // What a system has refused for good waits for a person.
            boolean refused = !house.aside().isEmpty();
            if (refused) {
                again(deal, fromHubSpot, deals);
            }
            String edited = refused ? "300" : "200";
            check(deal, deals, deals == 1 ? edited : "100");
        }

        private void create(boolean inHubSpot) {
            Entries.deal(house, inHubSpot ? "hubspot" : "salesforce", "New", Map.of());
        }

        private void edit(House.Deal deal, boolean inHubSpot, int amount) {
            if (inHubSpot) {
                house.edit("hubspot", "deals", deal.hubspot(), Map.of("amount", String.valueOf(amount)));
            } else {
                house.edit("salesforce", "Opportunity", deal.salesforce(), Map.of("Amount", amount));
            }
        }

        private void again(House.Deal deal, boolean inHubSpot, int deals) {
            if (deals == 1) {
                edit(deal, inHubSpot, 300);
            } else if (inHubSpot) {
                String id = house.theOne("hubspot", "deals", "dealname", "New");
                house.edit("hubspot", "deals", id, Map.of("closedate", "2027-04-30"));
            } else {
                String id = house.theOne("salesforce", "Opportunity", "Name", "New");
                house.edit("salesforce", "Opportunity", id, Map.of("CloseDate", "2027-04-30"));
            }
            house.sync(House.DEAL);
        }

        private void check(House.Deal deal, int deals, String amount) {
            assertThat(house.count("salesforce", "Opportunity")).isEqualTo(deals);
            assertThat(house.count("hubspot", "deals")).isEqualTo(deals);
            assertThat(house.count("partnerstack", "deals")).isEqualTo(deals);
            assertThat(house.values(deal, "Amount", "amount", "amount")).containsExactly(amount, amount, amount + "00");
            assertThat(house.differences()).isEmpty();
            assertThat(house.aside()).isEmpty();
            assertThat(house.sync(House.DEAL).written()).isZero();
            assertThat(house.audit()).isInstanceOf(AuditVerdict.Intact.class);
        }
    }
}
