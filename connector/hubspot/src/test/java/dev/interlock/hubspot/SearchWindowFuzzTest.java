package dev.interlock.hubspot;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Whatever pages come, in a line of the input each, a search asks on, ends, or says that the answer is none. */
class SearchWindowFuzzTest {

    private static final SearchWindow WINDOW =
            new SearchWindow("deals", List.of("dealname"), Instant.EPOCH, Instant.EPOCH.plusSeconds(1), 200);

    @FuzzTest(maxDuration = "1m")
    void any_pages_are_followed_or_refused(byte[] bytes) {
        SearchWindow.Step step = WINDOW.first();
        for (String line : new String(bytes, StandardCharsets.UTF_8).split("\n", -1)) {
            Optional<JsonNode> page = Json.parse(line);
            if (page.isPresent() && step instanceof SearchWindow.Ask ask) {
                step = next(ask, page.get());
            }
        }
    }

    private static SearchWindow.Step next(SearchWindow.Ask asked, JsonNode page) {
        try {
            SearchWindow.Step next = WINDOW.next(asked, page);
            assertThat(next).isNotEqualTo(asked);
            return next;
        } catch (IllegalArgumentException | IllegalStateException declared) {
            return new SearchWindow.End();
        }
    }
}
