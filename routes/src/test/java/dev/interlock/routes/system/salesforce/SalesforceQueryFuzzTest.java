package dev.interlock.routes.system.salesforce;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import dev.interlock.sandbox.salesforce.SoqlReading;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** Values never leave their quotes: a query is read back to the values that were put in. A bar stands between them. */
class SalesforceQueryFuzzTest {

    @FuzzTest(maxDuration = "1m")
    void any_values_are_read_back_as_they_were_written(byte[] bytes) {
        List<String> values = List.of(new String(bytes, StandardCharsets.UTF_8).split("\\|", -1));
        String query = "SELECT Id FROM Account WHERE Name IN (" + SalesforceQuery.quoted(values) + ")";
        assertThat(SoqlReading.texts(query)).isEqualTo(values);
    }
}
