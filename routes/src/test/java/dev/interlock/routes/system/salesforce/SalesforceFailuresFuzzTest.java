package dev.interlock.routes.system.salesforce;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import com.fasterxml.jackson.databind.JsonNode;
import dev.interlock.routes.system.Json;
import dev.interlock.routes.system.Trouble;
import java.nio.charset.StandardCharsets;
import org.apache.camel.component.salesforce.api.SalesforceException;

/** Whatever Salesforce answers, it means something. */
class SalesforceFailuresFuzzTest {

    @FuzzTest(maxDuration = "1m")
    void any_answer_means_something(byte[] bytes) {
        String text = new String(bytes, StandardCharsets.UTF_8);
        for (int status : new int[] {0, 400, 401, 403, 404, 500}) {
            Trouble trouble = SalesforceFailures.trouble(new SalesforceException(text, status));
            assertThat(trouble.asDelivery()).isNotNull();
        }
        try {
            JsonNode row = Json.read(text);
            assertThat(SalesforceFailures.delivery(row)).isNotNull();
            SalesforceFailures.isConverted(row);
        } catch (Trouble declared) {
            assertThat(declared.kind()).isEqualTo(Trouble.Kind.NONSENSE);
        }
    }
}
