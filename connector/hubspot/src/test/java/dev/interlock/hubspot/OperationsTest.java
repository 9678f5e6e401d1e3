package dev.interlock.hubspot;

import static org.assertj.core.api.Assertions.assertThat;

import com.github.tomakehurst.wiremock.verification.LoggedRequest;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.camel.Exchange;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

class OperationsTest {

    /** What one operation must send; the two paths are those of a dated version and of v3. */
    record Expected(String endpoint, String body, String method, String dated, String v3, String sent) {
        @Override
        public String toString() {
            return endpoint;
        }
    }

    private Portal portal;

    @BeforeEach
    void open() throws Exception {
        portal = new Portal().answering(200, "{\"results\":[]}");
    }

    @AfterEach
    void close() throws Exception {
        portal.close();
    }

    static Stream<Expected> operations() {
        return Stream.of(reads(), writes(), batches(), associations(), around()).flatMap(part -> part);
    }

    private static Stream<Expected> reads() {
        String of = "/crm/objects/2026-09/", ov = "/crm/v3/objects/";
        String selection = "?associations=0-1&idProperty=key&properties=x%2Cy&propertiesWithHistory=x";
        String search = "{\"filterGroups\":[],\"limit\":5}";
        String page = "0-3?after=10&archived=true&limit=50";
        return Stream.of(
                get("get/deals?recordId=7", of + "deals/7", ov + "deals/7"),
                get(
                        "get/deals?recordId=a b/c&idProperty=key&properties=x,y&propertiesWithHistory=x&associations=0-1",
                        of + "deals/a%20b%2Fc" + selection,
                        ov + "deals/a%20b%2Fc" + selection),
                get("list/0-3?limit=50&after=10&archived=true", of + page, ov + page),
                post("search/deals", search, of + "deals/search", ov + "deals/search"),
                new Expected(
                        "search/deals?properties=a,b&limit=9&after=20",
                        search,
                        "POST",
                        of + "deals/search",
                        ov + "deals/search",
                        "{\"filterGroups\":[],\"limit\":5,\"properties\":[\"a\",\"b\"],\"after\":\"20\"}"));
    }

    private static Stream<Expected> writes() {
        String of = "/crm/objects/2026-09/", ov = "/crm/v3/objects/";
        String merge = "{\"primaryObjectId\":\"1\",\"objectIdToMerge\":\"2\"}";
        String one = "{\"properties\":{\"dealname\":\"A\"}}";
        String keyed = "deals/k?idProperty=key";
        return Stream.of(
                post("create/deals", one, of + "deals", ov + "deals"),
                new Expected("update/deals?recordId=7", one, "PATCH", of + "deals/7", ov + "deals/7", one),
                new Expected("update/deals?recordId=k&idProperty=key", one, "PATCH", of + keyed, ov + keyed, one),
                new Expected("archive/deals?recordId=7", "ignored", "DELETE", of + "deals/7", ov + "deals/7", ""),
                post("merge/companies", merge, of + "companies/merge", ov + "companies/merge"),
                new Expected(
                        "gdprDelete/contacts?recordId=a@b.c&idProperty=email",
                        "ignored",
                        "POST",
                        of + "contacts/gdpr-delete",
                        ov + "contacts/gdpr-delete",
                        "{\"objectId\":\"a@b.c\",\"idProperty\":\"email\"}"),
                post(
                        "gdprDelete/contacts",
                        "{\"objectId\":\"9\"}",
                        of + "contacts/gdpr-delete",
                        ov + "contacts/gdpr-delete"));
    }

    private static Stream<Expected> batches() {
        String of = "/crm/objects/2026-09/deals/batch/", ov = "/crm/v3/objects/deals/batch/";
        String rows = "{\"inputs\":[{\"id\":\"1\"}]}";
        return Stream.of(
                new Expected(
                        "batchRead/deals?properties=a,b&idProperty=key",
                        "[{\"id\":\"1\"}]",
                        "POST",
                        of + "read",
                        ov + "read",
                        "{\"inputs\":[{\"id\":\"1\"}],\"properties\":[\"a\",\"b\"],"
                                + "\"propertiesWithHistory\":[],\"idProperty\":\"key\"}"),
                new Expected(
                        "batchRead/deals?properties=a&archived=true",
                        "{\"inputs\":[],\"properties\":[\"own\"]}",
                        "POST",
                        of + "read?archived=true",
                        ov + "read?archived=true",
                        "{\"inputs\":[],\"properties\":[\"own\"],\"propertiesWithHistory\":[]}"),
                post("batchCreate/deals", rows, of + "create", ov + "create"),
                post("batchUpdate/deals", rows, of + "update", ov + "update"),
                post("batchUpsert/deals", rows, of + "upsert", ov + "upsert"),
                new Expected("batch-archive/deals", "[{\"id\":\"1\"}]", "POST", of + "archive", ov + "archive", rows));
    }

    private static Stream<Expected> associations() {
        String of = "/crm/associations/2026-09/deals/contacts/", ov = "/crm/v4/associations/deals/contacts/";
        String to = "/deals?toObjectType=contacts";
        String rows = "{\"inputs\":[{\"from\":{\"id\":\"1\"},\"to\":{\"id\":\"2\"}}]}";
        return Stream.of(
                post("associationsRead" + to, "{\"inputs\":[{\"id\":\"1\"}]}", of + "batch/read", ov + "batch/read"),
                post("associationsCreate" + to, rows, of + "batch/create", ov + "batch/create"),
                post(
                        "associationsCreateDefault" + to,
                        rows,
                        of + "batch/associate/default",
                        ov + "batch/associate/default"),
                post("associationsArchive" + to, rows, of + "batch/archive", ov + "batch/archive"),
                post("associationsArchiveLabels" + to, rows, of + "batch/labels/archive", ov + "batch/labels/archive"),
                get("associationLabels" + to, of + "labels", ov + "labels"));
    }

    private static Stream<Expected> around() {
        return Stream.of(
                get("propertiesList/deals", "/crm/properties/2026-09/deals", "/crm/v3/properties/deals"),
                get(
                        "propertyGet/deals?propertyName=stage&archived=true",
                        "/crm/properties/2026-09/deals/stage?archived=true",
                        "/crm/v3/properties/deals/stage?archived=true"),
                post(
                        "propertyCreate/deals",
                        "{\"name\":\"x\"}",
                        "/crm/properties/2026-09/deals",
                        "/crm/v3/properties/deals"),
                get("pipelinesList/deals", "/crm/pipelines/2026-09/deals", "/crm/v3/pipelines/deals"),
                get(
                        "ownersList?limit=500&after=9&archived=true",
                        "/crm/owners/2026-09?after=9&archived=true&limit=500",
                        "/crm/v3/owners?after=9&archived=true&limit=500"),
                get("accountInfo", "/account-info/2026-09/details", "/account-info/v3/details"),
                get(
                        "apiUsage",
                        "/account-info/2026-09/api-usage/daily/private-apps",
                        "/account-info/v3/api-usage/daily/private-apps"));
    }

    private static Expected get(String endpoint, String dated, String v3) {
        return new Expected(endpoint, "ignored", "GET", dated, v3, "");
    }

    private static Expected post(String endpoint, String body, String dated, String v3) {
        return new Expected(endpoint, body, "POST", dated, v3, body);
    }

    @ParameterizedTest
    @MethodSource("operations")
    void an_operation_sends_its_request_in_the_dated_form(Expected expected) {
        assertThat(sent(expected, "2026-09")).isEqualTo(expected.method() + " " + expected.dated());
    }

    @ParameterizedTest
    @MethodSource("operations")
    void an_operation_sends_its_request_in_the_v3_form(Expected expected) {
        assertThat(sent(expected, "v3")).isEqualTo(expected.method() + " " + expected.v3());
    }

    private String sent(Expected expected, String version) {
        portal.component().getConfiguration().setApiVersion(version);
        Exchange exchange = portal.send("hubspot:" + expected.endpoint(), expected.body());
        assertThat(exchange.getException()).isNull();
        LoggedRequest request = portal.last();
        assertThat(request.getBodyAsString()).isEqualTo(expected.sent());
        assertThat(request.getHeader("Authorization")).isEqualTo("Bearer " + Portal.TOKEN);
        String contentType = request.getHeader("Content-Type");
        assertThat(contentType).isEqualTo(expected.sent().isEmpty() ? null : "application/json");
        return request.getMethod() + " " + request.getUrl();
    }

    @ParameterizedTest
    @EnumSource
    void every_operation_is_among_those_tested_here(HubSpotOperation operation) {
        assertThat(operations()
                        .map(expected ->
                                HubSpotOperation.named(expected.endpoint().split("[/?]")[0])))
                .contains(operation);
    }

    @Test
    void headers_win_over_the_endpoint() {
        Map<String, Object> headers = Map.of(
                HubSpotConstants.OPERATION,
                HubSpotOperation.LIST,
                HubSpotConstants.OBJECT_TYPE,
                "tickets",
                HubSpotConstants.PROPERTIES,
                List.of("subject", "content"),
                HubSpotConstants.AFTER,
                "100",
                HubSpotConstants.LIMIT,
                20,
                HubSpotConstants.ARCHIVED,
                true);

        portal.send("hubspot:get/deals?recordId=7&properties=x&limit=1&archived=false", null, headers);

        assertThat(portal.last().getUrl())
                .isEqualTo(
                        "/crm/objects/2026-09/tickets?after=100&archived=true&limit=20&properties=subject%2Ccontent");
    }

    @Test
    void what_an_operation_misses_is_named_and_nothing_is_sent() {
        assertThat(portal.send("hubspot:get/deals", null).getException())
                .hasMessageContaining("recordId")
                .hasMessageContaining(HubSpotConstants.RECORD_ID);
        assertThat(portal.send("hubspot:list", null).getException()).hasMessageContaining("objectType");
        assertThat(portal.send("hubspot:associationsRead/deals", "[]").getException())
                .hasMessageContaining("toObjectType");
        assertThat(portal.send("hubspot:create/deals", null).getException()).hasMessageContaining("JSON body");
        assertThat(portal.received()).isEmpty();
    }
}
