package dev.interlock.hubspot;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import com.fasterxml.jackson.databind.JsonNode;
import java.net.http.HttpHeaders;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;

/** Whatever stands in an answer, a report is made of it, and a batch answer takes its one form. */
class ErrorReportFuzzTest {

    @FuzzTest(maxDuration = "1m")
    void any_answer_gives_a_report_and_a_batch_of_one_form(byte[] bytes) {
        String text = new String(bytes, StandardCharsets.UTF_8);
        HttpHeaders headers = HttpHeaders.of(Map.of("Retry-After", List.of(text)), (name, value) -> true);
        ErrorReport report = ErrorReport.of("search", new Answer(429, headers, text));
        assertThat(report.sentence()).startsWith("HubSpot answered 429 to search");
        JsonNode batch = MultiStatus.uniform(Json.parse(text));
        assertThat(batch.path("results").isArray()).isTrue();
        assertThat(batch.path("errors").isArray()).isTrue();
        assertThat(batch.path("numErrors").asInt(-1))
                .isGreaterThanOrEqualTo(batch.path("errors").size());
        assertThat(Json.parse(Json.text(batch))).isPresent();
    }
}
