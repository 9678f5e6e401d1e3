package dev.interlock.routes.system.hubspot;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import com.fasterxml.jackson.databind.JsonNode;
import dev.interlock.routes.system.Json;
import dev.interlock.routes.system.Trouble;
import java.nio.charset.StandardCharsets;

/** Whatever stands in an error of a batch, it means something for its record. */
class HubSpotFailuresFuzzTest {

    @FuzzTest(maxDuration = "1m")
    void any_error_means_something(byte[] bytes) {
        try {
            JsonNode error = Json.read(new String(bytes, StandardCharsets.UTF_8));
            assertThat(HubSpotFailures.delivery(error)).isNotNull();
        } catch (Trouble declared) {
            assertThat(declared.kind()).isEqualTo(Trouble.Kind.NONSENSE);
        }
    }
}
