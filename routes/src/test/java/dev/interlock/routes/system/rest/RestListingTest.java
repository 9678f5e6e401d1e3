package dev.interlock.routes.system.rest;

import static com.github.tomakehurst.wiremock.client.WireMock.absent;
import static com.github.tomakehurst.wiremock.client.WireMock.equalTo;
import static com.github.tomakehurst.wiremock.client.WireMock.get;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathEqualTo;
import static org.assertj.core.api.Assertions.assertThat;

import com.github.tomakehurst.wiremock.matching.StringValuePattern;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;

/** However a described service pages its lists, every record is read once. */
class RestListingTest {

    @AutoClose
    private final Described service = new Described();

    @Test
    void pages_are_followed_by_the_id_of_the_last_record() {
        page("after", absent(), "{\"rows\":[" + row("a") + "," + row("b") + "]}");
        page("after", equalTo("b"), "{\"rows\":[" + row("c") + "]}");

        assertThat(read("items: rows, cursor: after")).containsExactly("a", "b", "c");
    }

    @Test
    void pages_are_followed_by_how_many_records_were_read() {
        page("skip", absent(), "[" + row("a") + "," + row("b") + "]");
        page("skip", equalTo("2"), "[" + row("c") + "]");

        assertThat(read("items: ., cursor: skip, cursorFrom: skip")).containsExactly("a", "b", "c");
    }

    @Test
    void pages_are_followed_by_their_number() {
        page("page", absent(), "{\"rows\":[" + row("a") + "," + row("b") + "]}");
        page("page", equalTo("2"), "{\"rows\":[" + row("c") + "," + row("d") + "]}");
        page("page", equalTo("3"), "{\"rows\":[]}");

        assertThat(read("items: rows, cursor: page, cursorFrom: page")).containsExactly("a", "b", "c", "d");
    }

    @Test
    void a_cursor_that_the_service_gives_is_followed_past_a_short_page() {
        page("token", absent(), "{\"rows\":[" + row("a") + "],\"next\":\"t1\"}");
        page("token", equalTo("t1"), "{\"rows\":[" + row("b") + "],\"next\":null}");

        assertThat(read("items: rows, cursor: token, cursorFrom: next")).containsExactly("a", "b");
    }

    private void page(String parameter, StringValuePattern value, String body) {
        service.server.stubFor(
                get(urlPathEqualTo("/things")).withQueryParam(parameter, value).willReturn(okJson(body)));
    }

    private static String row(String id) {
        return "{\"id\":\"" + id + "\",\"changed\":\"2026-01-02T03:04:05Z\"}";
    }

    private List<String> read(String listing) {
        Rest rest = service.by("""
                login: { scheme: bearer, secret: token }
                objects:
                  things:
                    path: /things
                    changed: changed
                    list: { limit: limit, size: 2, %s }
                """.formatted(listing));
        return Described.read(rest, "things", Optional.empty(), "id").stream()
                .map(observation -> observation.key().id())
                .toList();
    }
}
