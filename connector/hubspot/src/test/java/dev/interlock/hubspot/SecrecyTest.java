package dev.interlock.hubspot;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.github.tomakehurst.wiremock.client.WireMock;
import com.github.tomakehurst.wiremock.http.Fault;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.List;
import org.apache.camel.Endpoint;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class SecrecyTest {

    private static final String SECRETS = "accessToken=my-t0ken&clientSecret=my-s3cret&refreshToken=my-r3fresh";
    private static final List<String> HIDDEN = List.of("my-t0ken", "my-s3cret", "my-r3fresh", Portal.TOKEN);

    private Portal portal;

    @BeforeEach
    void open() throws Exception {
        portal = new Portal();
    }

    @AfterEach
    void close() throws Exception {
        portal.close();
    }

    @Test
    void an_endpoint_shows_no_secret_whether_asked_for_its_uri_its_key_or_its_text() throws Exception {
        Endpoint endpoint = portal.camel.getEndpoint("hubspot:get/deals?clientId=app&" + SECRETS);

        for (String text : List.of(
                endpoint.getEndpointUri(),
                endpoint.getEndpointKey(),
                endpoint.toString(),
                endpoint.createProducer().toString(),
                Credentials.of(((HubSpotEndpoint) endpoint).getConfiguration()).toString())) {
            assertThat(text).doesNotContain(HIDDEN).isNotBlank();
        }
    }

    @Test
    void endpoints_of_two_accounts_stay_two_although_their_uris_look_alike() {
        Endpoint one = portal.camel.getEndpoint("hubspot:get/deals?accessToken=one");
        Endpoint two = portal.camel.getEndpoint("hubspot:get/deals?accessToken=two");

        assertThat(one).isNotEqualTo(two);
        assertThat(one).isEqualTo(portal.camel.getEndpoint("hubspot:get/deals?accessToken=one"));

        portal.answering(200, "{\"id\":\"1\"}");
        portal.send("hubspot:get/deals?accessToken=one&recordId=1", null);
        assertThat(portal.last().getHeader("Authorization")).isEqualTo("Bearer one");
        portal.send("hubspot:get/deals?accessToken=two&recordId=1", null);
        assertThat(portal.last().getHeader("Authorization")).isEqualTo("Bearer two");
    }

    @Test
    void no_failure_shows_a_secret() {
        String call = "hubspot:get/deals?recordId=1&clientId=app&" + SECRETS;
        portal.answering(401, "{\"category\":\"INVALID_AUTHENTICATION\"}");
        assertThat(stackTrace(portal.send(call, null).getException())).doesNotContain(HIDDEN);

        portal.answering(WireMock.aResponse().withFault(Fault.CONNECTION_RESET_BY_PEER));
        assertThat(stackTrace(portal.send(call, null).getException())).doesNotContain(HIDDEN);

        String login = "hubspot:get/deals?recordId=1&clientId=app&accessToken=&clientSecret=my-s3cret";
        portal.component().getConfiguration().setAccessToken(null);
        assertThat(stackTrace(portal.send(login, null).getException())).doesNotContain(HIDDEN);
    }

    @Test
    void a_token_that_no_header_can_carry_is_refused_without_being_quoted() {
        portal.component().getConfiguration().setAccessToken("my-t0ken\nsecond line");

        assertThatThrownBy(() -> portal.camel.getEndpoint("hubspot:get/deals"))
                .satisfies(failure -> assertThat(stackTrace(failure))
                        .contains("accessToken holds characters")
                        .doesNotContain("my-t0ken"));
    }

    private static String stackTrace(Throwable failure) {
        StringWriter text = new StringWriter();
        failure.printStackTrace(new PrintWriter(text));
        return text.toString();
    }
}
