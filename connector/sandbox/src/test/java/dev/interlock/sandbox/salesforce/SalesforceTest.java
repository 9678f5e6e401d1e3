package dev.interlock.sandbox.salesforce;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;

/** What every test of the simulated org starts from: an empty org behind a port. */
abstract class SalesforceTest {

    final SalesforceClient org = new SalesforceClient();

    @AfterEach
    void stop() {
        org.close();
    }

    /** One field of every record of a query's answer, as text. */
    static List<String> column(SalesforceClient.Answer answer, String field) {
        List<String> values = new ArrayList<>();
        for (JsonNode record : answer.body().path("records")) {
            values.add(record.at("/" + field.replace('.', '/')).asText());
        }
        return values;
    }

    static List<String> texts(JsonNode array, String field) {
        List<String> values = new ArrayList<>();
        array.forEach(each ->
                values.add(field.isEmpty() ? each.asText() : each.path(field).asText()));
        return values;
    }
}
