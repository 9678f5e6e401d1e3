package dev.interlock.routes.system.rest;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.absent;
import static com.github.tomakehurst.wiremock.client.WireMock.equalTo;
import static com.github.tomakehurst.wiremock.client.WireMock.equalToJson;
import static com.github.tomakehurst.wiremock.client.WireMock.exactly;
import static com.github.tomakehurst.wiremock.client.WireMock.get;
import static com.github.tomakehurst.wiremock.client.WireMock.getRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static com.github.tomakehurst.wiremock.client.WireMock.post;
import static com.github.tomakehurst.wiremock.client.WireMock.postRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathEqualTo;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.github.tomakehurst.wiremock.WireMockServer;
import com.github.tomakehurst.wiremock.matching.StringValuePattern;
import dev.interlock.record.Observation;
import dev.interlock.routes.system.Trouble;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Lists as services really page and filter them, and what a service that does it wrongly leads to. */
class RestPagesTest {

    private static final Instant SINCE = Instant.parse("2026-02-03T04:05:06.789Z");

    @AutoClose
    private final Described service = new Described();

    private Rest listed(String listing) {
        return service.by("""
                login: { scheme: bearer, secret: token }
                objects:
                  things: { path: /things, list: { %s } }
                """.formatted(listing));
    }

    private void page(String parameter, StringValuePattern value, String body) {
        service.server.stubFor(
                get(urlPathEqualTo("/things")).withQueryParam(parameter, value).willReturn(okJson(body)));
    }

    private static void failsWith(Rest rest, String code) {
        assertThatThrownBy(() -> Described.ids(rest))
                .isInstanceOfSatisfying(
                        Trouble.class,
                        trouble -> assertThat(trouble.failure().code()).isEqualTo(code));
    }

    @Test
    void the_address_of_the_next_page_is_followed_as_it_is_given() {
        page("$skiptoken", absent(), """
                {"value":[{"id":"a"}],"@odata.nextLink":"%s/things?$skiptoken=x%%2By"}""".formatted(service.server.baseUrl()));
        page("$skiptoken", equalTo("x+y"), """
                {"value":[{"id":"b"}],"@odata.nextLink":"/things?$skiptoken=2"}""");
        page("$skiptoken", equalTo("2"), """
                {"value":[{"id":"c"}]}""");

        assertThat(Described.ids(listed("items: value, link: '@odata.nextLink', parameters: { $top: '{size}' }")))
                .containsExactly("a", "b", "c");
        service.server.verify(
                exactly(1), getRequestedFor(urlPathEqualTo("/things")).withQueryParam("$top", equalTo("100")));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://127.0.0.2:%d/things",
                "https://localhost:%d/things",
                "http://localhost:1/things",
                "http://user@localhost:%d/things",
                "//127.0.0.2:%d/things",
                "http://localhost:%d@evil.example/",
                "::"
            })
    void the_address_of_a_next_page_elsewhere_is_not_asked_because_our_login_would_go_there(String link) {
        WireMockServer other =
                new WireMockServer(com.github.tomakehurst.wiremock.core.WireMockConfiguration.wireMockConfig()
                        .dynamicPort());
        other.start();
        try {
            page("x", absent(), "{\"value\":[{\"id\":\"a\"}],\"next\":\"" + link.formatted(other.port()) + "\"}");

            failsWith(listed("items: value, link: next"), "NEXT_PAGE_ELSEWHERE");
            assertThat(other.getAllServeEvents()).isEmpty();
        } finally {
            other.stop();
        }
    }

    @Test
    void an_address_of_a_next_page_that_comes_again_stops_the_pass() {
        page("x", absent(), "{\"value\":[{\"id\":\"a\"}],\"next\":\"/things?p=1\"}");

        failsWith(listed("items: value, link: next"), "PAGES_IN_A_CIRCLE");
    }

    @Test
    void a_token_that_leads_in_a_circle_stops_the_pass() {
        page("t", absent(), "{\"rows\":[{\"id\":\"a\"}],\"next\":\"1\"}");
        page("t", equalTo("1"), "{\"rows\":[{\"id\":\"b\"}],\"next\":\"2\"}");
        page("t", equalTo("2"), "{\"rows\":[{\"id\":\"c\"}],\"next\":\"1\"}");

        failsWith(listed("items: rows, cursor: t, cursorFrom: next"), "PAGES_IN_A_CIRCLE");
    }

    @ParameterizedTest
    @ValueSource(strings = {"skip", "page", "last-id"})
    void a_service_that_ignores_the_cursor_is_not_read_for_ever(String cursorFrom) {
        page("x", absent(), "{\"rows\":[{\"id\":\"a\"},{\"id\":\"b\"}]}");

        failsWith(listed("items: rows, size: 2, cursor: c, cursorFrom: " + cursorFrom), "PAGES_IN_A_CIRCLE");
    }

    @Test
    void an_empty_page_with_a_token_is_followed() {
        page("t", absent(), "{\"rows\":[],\"next\":\"1\"}");
        page("t", equalTo("1"), "{\"rows\":[{\"id\":\"b\"}]}");

        assertThat(Described.ids(listed("items: rows, cursor: t, cursorFrom: next")))
                .containsExactly("b");
    }

    @Test
    void a_service_that_gives_smaller_pages_than_it_was_asked_for_is_read_to_the_count_it_tells() {
        page("skip", absent(), "{\"data\":{\"count\":3,\"results\":[{\"id\":\"a\"},{\"id\":\"b\"}]}}");
        page("skip", equalTo("2"), "{\"data\":{\"count\":3,\"results\":[{\"id\":\"c\"}]}}");

        assertThat(Described.ids(listed("items: data.results, count: data.count, cursor: skip, cursorFrom: skip")))
                .containsExactly("a", "b", "c");
    }

    @Test
    void a_service_that_counts_its_pages_is_read_to_the_last() {
        page("page", absent(), "{\"meta\":{\"page-count\":2},\"rows\":[{\"id\":\"a\"}]}");
        page("page", equalTo("2"), "{\"meta\":{\"page-count\":2},\"rows\":[{\"id\":\"b\"}]}");

        assertThat(Described.ids(listed("items: rows, pages: meta.page-count, cursor: page, cursorFrom: page")))
                .containsExactly("a", "b");
    }

    @Test
    void a_list_that_is_asked_for_by_post_gets_its_body_filled_in() {
        service.server.stubFor(post(urlPathEqualTo("/search"))
                .withRequestBody(equalToJson("""
                        {"Catalog":"AWS","MaxResults":2,"LastModifiedDate":{"AfterLastModifiedDate":"2026-02-03T04:05:06.789Z"}}"""))
                .willReturn(okJson("{\"rows\":[{\"id\":\"a\"}],\"NextToken\":\"n\"}")));
        service.server.stubFor(post(urlPathEqualTo("/search"))
                .withRequestBody(equalToJson("""
                        {"Catalog":"AWS","MaxResults":2,"NextToken":"n","LastModifiedDate":{"AfterLastModifiedDate":"2026-02-03T04:05:06.789Z"}}"""))
                .willReturn(okJson("{\"rows\":[{\"id\":\"b\"}]}")));
        Rest rest = posted();

        assertThat(Described.read(rest, "things", Optional.of(SINCE), "id"))
                .extracting(observation -> observation.key().id())
                .containsExactly("a", "b");
    }

    @Test
    void what_cannot_be_filled_in_is_left_out_of_the_body() {
        service.server.stubFor(post(urlPathEqualTo("/search")).willReturn(okJson("{\"rows\":[]}")));

        Described.ids(posted());

        service.server.verify(postRequestedFor(urlPathEqualTo("/search"))
                .withHeader("X-Amz-Target", equalTo("List"))
                .withRequestBody(equalToJson("{\"Catalog\":\"AWS\",\"MaxResults\":2}")));
    }

    private Rest posted() {
        return listed("""
                method: POST, path: /search, items: rows, size: 2, cursorFrom: NextToken, headers: { X-Amz-Target: List },
                body: { Catalog: AWS, MaxResults: "{size}", NextToken: "{cursor}",
                        LastModifiedDate: { AfterLastModifiedDate: "{since}" } }""");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "since: q                                                                   | 2026-02-03T04:05:06.789Z",
                "since: { parameter: q, format: epoch-millis }                              | 1770091506789",
                "since: { parameter: q, format: epoch-seconds }                             | 1770091506",
                "since: { parameter: q, format: iso-seconds }                               | 2026-02-03T04:05:06Z",
                "since: { parameter: q, format: 'yyyy-MM-dd HH:mm:ss' }                     | 2026-02-03 04:05:06",
                "since: { parameter: q, template: 'updatedDateTime ge {since}' }            | updatedDateTime ge 2026-02-03T04:05:06.789Z",
                "since: { parameter: q, bounds: exclusive }                                 | 2026-02-03T04:05:06.788Z",
                "since: { parameter: q, bounds: exclusive, format: epoch-seconds }          | 1770091505",
                "since: { parameter: q, template: \"SELECT Id FROM Deal WHERE ModifiedOn >= '{since}' Limit {size}\" } | SELECT Id FROM Deal WHERE ModifiedOn >= '2026-02-03T04:05:06.789Z' Limit 100",
            })
    void the_earliest_change_is_given_in_the_words_of_the_service(String since, String expected) {
        page("x", absent(), "[]");

        Described.read(listed("items: ., cursorFrom: none, " + since), "things", Optional.of(SINCE), "id");

        service.server.verify(getRequestedFor(urlPathEqualTo("/things")).withQueryParam("q", equalTo(expected)));
    }

    @Test
    void a_full_reading_leaves_the_filter_out_or_gives_what_stands_for_ever() {
        page("x", absent(), "[]");

        Described.ids(listed("items: ., cursorFrom: none, since: { parameter: q }"));
        Described.ids(listed("items: ., cursorFrom: none, since: { parameter: q, ever: '0' }"));

        service.server.verify(
                exactly(1), getRequestedFor(urlPathEqualTo("/things")).withoutQueryParam("q"));
        service.server.verify(
                exactly(1), getRequestedFor(urlPathEqualTo("/things")).withQueryParam("q", equalTo("0")));
    }

    @Test
    void records_without_a_change_stamp_are_taken_as_changed_when_they_were_read() {
        page("x", absent(), "[{\"id\":\"a\"}]");

        assertThat(Described.read(listed("items: ., cursorFrom: none"), "things", Optional.of(SINCE), "id"))
                .extracting(Observation::changedAt)
                .containsExactly(service.now.get());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "<html>welcome</html> | NOT_JSON",
                "{\"rows\":{}} | NO_ITEMS",
                "{\"rows\":[{}]} | NO_ID",
                "{\"rows\":[{\"id\":null}]} | NO_ID",
                "{\"rows\":[{\"id\" | NOT_JSON"
            })
    void an_answer_that_makes_no_sense_fails_the_pass(String body, String code) {
        service.server.stubFor(
                get(urlPathEqualTo("/things")).willReturn(aResponse().withBody(body)));

        failsWith(listed("items: rows, cursorFrom: none"), code);
    }

    @Test
    void a_redirect_is_not_followed_because_our_login_would_go_with_it() {
        service.server.stubFor(get(urlPathEqualTo("/things"))
                .willReturn(aResponse().withStatus(302).withHeader("Location", "/elsewhere")));

        failsWith(listed("items: rows, cursorFrom: none"), "HTTP_302");
        service.server.verify(exactly(0), getRequestedFor(urlPathEqualTo("/elsewhere")));
    }
}
