package dev.interlock.hubspot;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.any;
import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static com.github.tomakehurst.wiremock.core.WireMockConfiguration.options;

import com.github.tomakehurst.wiremock.WireMockServer;
import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import com.github.tomakehurst.wiremock.verification.LoggedRequest;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.camel.CamelContext;
import org.apache.camel.Exchange;
import org.apache.camel.ProducerTemplate;
import org.apache.camel.impl.DefaultCamelContext;
import org.jspecify.annotations.Nullable;

/** A HubSpot account that answers as a test wants, and a Camel context that talks to it. */
final class Portal implements AutoCloseable {

    static final String TOKEN = "pat-na1-11112222-secret";

    private final SearchAnswers searches = new SearchAnswers();
    final WireMockServer server = new WireMockServer(options().dynamicPort().extensions(searches));
    final CamelContext camel = new DefaultCamelContext();
    private final ProducerTemplate template;

    Portal() throws Exception {
        server.start();
        component().getConfiguration().setBaseUri(server.baseUrl());
        component().getConfiguration().setAccessToken(TOKEN);
        camel.start();
        template = camel.createProducerTemplate();
    }

    HubSpotComponent component() {
        return camel.getComponent("hubspot", HubSpotComponent.class);
    }

    Portal answering(int status, String json) {
        return answering(json(status, json));
    }

    Portal answering(ResponseDefinitionBuilder answer) {
        server.stubFor(any(anyUrl()).willReturn(answer));
        return this;
    }

    /** Answers every request as the index would. */
    Portal searching(SearchIndex index) {
        searches.answer = index::answer;
        return answering(aResponse().withTransformers(SearchAnswers.NAME));
    }

    static ResponseDefinitionBuilder json(int status, String json) {
        return aResponse()
                .withStatus(status)
                .withHeader("Content-Type", "application/json;charset=utf-8")
                .withBody(json);
    }

    /** Sends a message to an endpoint and returns the exchange, whether it failed or not. */
    Exchange send(String uri, @Nullable Object body, Map<String, Object> headers) {
        return template.send(uri, exchange -> {
            exchange.getIn().setBody(body);
            exchange.getIn().setHeaders(new HashMap<>(headers));
        });
    }

    Exchange send(String uri, @Nullable Object body) {
        return send(uri, body, Map.of());
    }

    List<LoggedRequest> received() {
        return server.getAllServeEvents().reversed().stream()
                .map(event -> event.getRequest())
                .toList();
    }

    LoggedRequest last() {
        return received().getLast();
    }

    @Override
    public void close() throws Exception {
        template.close();
        camel.close();
        server.stop();
    }
}
