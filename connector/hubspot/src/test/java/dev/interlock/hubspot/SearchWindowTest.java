package dev.interlock.hubspot;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import dev.interlock.hubspot.SearchWindow.Ask;
import dev.interlock.hubspot.SearchWindow.End;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SearchWindowTest {

    private static final Instant FROM = Instant.parse("2026-01-01T00:00:00Z");
    private static final Instant TO = FROM.plusSeconds(100);

    private static SearchWindow window(int pageSize) {
        return new SearchWindow("deals", List.of("dealname"), FROM, TO, pageSize);
    }

    private static JsonNode page(String json) {
        return Json.parse(json).orElseThrow();
    }

    @Test
    void more_than_ten_thousand_records_of_one_instant_are_all_read() {
        SearchIndex index = SearchIndex.comparingIdsAsNumbers();
        for (int id = 1; id <= 10_250; id++) {
            index.put(String.valueOf(id), TO);
        }

        assertThat(index.readAll(window(200), () -> {})).hasSize(10_250).doesNotHaveDuplicates();
        assertThat(index.requests).hasSize(52);
    }

    @Test
    void a_reading_is_resumed_after_the_last_record_that_was_kept() {
        SearchIndex index = SearchIndex.comparingIdsAsNumbers();
        List.of("1", "2", "3", "40").forEach(id -> index.put(id, FROM));

        JsonNode page = index.answer(window(10).resumeAfter("2").request());

        assertThat(page.path("results").findValuesAsText("id")).containsExactly("3", "40");
    }

    @Test
    void a_request_states_the_window_in_milliseconds_and_goes_up_by_id() {
        assertThat(window(150).resumeAfter("7198").request())
                .hasToString("{\"filterGroups\":[{\"filters\":["
                        + "{\"propertyName\":\"hs_lastmodifieddate\",\"operator\":\"GTE\",\"value\":\"1767225600000\"},"
                        + "{\"propertyName\":\"hs_lastmodifieddate\",\"operator\":\"LTE\",\"value\":\"1767225700000\"},"
                        + "{\"propertyName\":\"hs_object_id\",\"operator\":\"GT\",\"value\":\"7198\"}]}],"
                        + "\"sorts\":[{\"propertyName\":\"hs_object_id\",\"direction\":\"ASCENDING\"}],"
                        + "\"properties\":[\"dealname\"],\"limit\":150}");
    }

    @ParameterizedTest
    @CsvSource({
        "contacts,lastmodifieddate",
        "0-1,lastmodifieddate",
        "Contact,lastmodifieddate",
        "companies,hs_lastmodifieddate",
        "0-3,hs_lastmodifieddate",
        "2-123,hs_lastmodifieddate",
        "leads,hs_lastmodifieddate"
    })
    void the_property_that_tells_the_last_change_depends_on_the_type(String type, String property) {
        assertThat(SearchWindow.lastModifiedProperty(type)).isEqualTo(property);
    }

    @Test
    void a_total_says_nothing_about_the_end() {
        Ask first = window(2).first();

        assertThat(window(2).next(first, page("{\"total\":9,\"results\":[{\"id\":\"1\"}]}")))
                .isEqualTo(new End());
        assertThat(window(2)
                        .next(
                                first,
                                page("{\"total\":0,\"results\":[{\"id\":\"1\"}],\"paging\":{\"next\":"
                                        + "{\"after\":\"2\"}}}")))
                .isInstanceOfSatisfying(
                        Ask.class, ask -> assertThat(ask.afterId()).contains("1"));
    }

    @Test
    void a_search_that_does_not_move_on_is_an_error_and_not_an_endless_loop() {
        SearchWindow window = window(2);
        JsonNode empty = page("{\"results\":[],\"paging\":{\"next\":{\"after\":\"2\"}}}");
        JsonNode same = page("{\"results\":[{\"id\":\"5\"}],\"paging\":{\"next\":{\"after\":\"2\"}}}");
        Ask second = (Ask) window.next(window.first(), empty);

        assertThatThrownBy(() -> window.next(second, empty)).hasMessageContaining("circle");
        assertThatThrownBy(() -> window.next(window.resumeAfter("5"), same)).hasMessageContaining("'5'");
    }

    @Test
    void what_is_no_answer_to_a_search_and_what_is_no_window_are_refused() {
        assertThatThrownBy(() -> window(2).next(window(2).first(), page("{}"))).hasMessageContaining("results");
        assertThatThrownBy(() -> window(201)).hasMessageContaining("1 to 200");
        assertThatThrownBy(() -> new SearchWindow(" ", List.of(), FROM, TO, 1)).hasMessageContaining("object type");
        assertThatThrownBy(() -> new SearchWindow("deals", List.of(), TO, FROM, 1))
                .hasMessageContaining("ends");
    }
}
