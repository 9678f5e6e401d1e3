package dev.interlock.hubspot;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.apache.camel.Consumer;
import org.apache.camel.Endpoint;
import org.apache.camel.builder.NotifyBuilder;
import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.component.mock.MockEndpoint;
import org.apache.camel.health.HealthCheck;
import org.apache.camel.health.HealthCheckHelper;
import org.apache.camel.health.HealthCheckRegistry;
import org.apache.camel.support.DefaultPollingConsumerPollStrategy;
import org.apache.camel.support.processor.state.MemoryStateRepository;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class HubSpotRouteTest {

    private final SearchIndex index = SearchIndex.comparingIdsAsNumbers();
    private Portal portal;

    @BeforeEach
    void open() throws Exception {
        portal = new Portal().searching(index);
        portal.camel.getRegistry().bind("positions", new MemoryStateRepository());
        index.put("1", Instant.parse("2026-01-01T00:00:00Z"));
        index.put("2", Instant.parse("2026-01-02T00:00:00Z"));
    }

    @AfterEach
    void close() throws Exception {
        portal.close();
    }

    @Test
    void a_route_receives_changed_records_and_one_that_fails_is_received_again() throws Exception {
        NotifyBuilder failedTwice =
                new NotifyBuilder(portal.camel).whenFailed(2).create();
        MockEndpoint mock = portal.camel.getEndpoint("mock:changes", MockEndpoint.class);
        mock.whenExchangeReceived(1, exchange -> {
            throw new IllegalStateException("not today");
        });
        mock.whenExchangeReceived(2, exchange -> {
            throw new IllegalStateException("nor tomorrow");
        });
        mock.expectedMessageCount(4);

        portal.camel.addRoutes(new RouteBuilder() {
            @Override
            public void configure() {
                from("hubspot:search/deals?initialDelay=0&delay=10&stateRepository=#positions")
                        .to("mock:changes");
            }
        });

        assertThat(failedTwice.matches(20, TimeUnit.SECONDS)).isTrue();
        mock.assertIsSatisfied(20_000);
        assertThat(mock.getReceivedExchanges())
                .extracting(exchange -> exchange.getIn().getHeader(HubSpotConstants.RECORD_ID))
                .containsExactly("1", "1", "1", "2");
    }

    @Test
    void a_consumer_that_is_refused_reports_the_status_to_the_health_check() throws Exception {
        portal.answering(401, "{\"category\":\"INVALID_AUTHENTICATION\"}");
        CountDownLatch failed = new CountDownLatch(2);
        HealthCheckRegistry health = HealthCheckRegistry.get(portal.camel);
        health.register(health.resolveById("consumers"));
        portal.camel.getRegistry().bind("counting", new CountingStrategy(failed));
        portal.camel.addRoutes(new RouteBuilder() {
            @Override
            public void configure() {
                from("hubspot:search/deals?initialDelay=0&delay=10&pollStrategy=#counting")
                        .to("mock:changes");
            }
        });

        assertThat(failed.await(20, TimeUnit.SECONDS)).isTrue();

        assertThat(HealthCheckHelper.invokeReadiness(portal.camel))
                .filteredOn(result -> result.getState() == HealthCheck.State.DOWN)
                .singleElement()
                .satisfies(result -> assertThat(result.getDetails()).containsEntry("http.response.code", 401));
    }

    private static final class CountingStrategy extends DefaultPollingConsumerPollStrategy {

        private final CountDownLatch failed;

        CountingStrategy(CountDownLatch failed) {
            this.failed = failed;
        }

        @Override
        public boolean rollback(Consumer consumer, Endpoint endpoint, int retryCounter, Exception cause)
                throws Exception {
            failed.countDown();
            return super.rollback(consumer, endpoint, retryCounter, cause);
        }
    }

    @Test
    void a_route_calls_hubspot_and_goes_on_with_the_answer() throws Exception {
        portal.answering(201, "{\"id\":\"77\"}");
        MockEndpoint mock = portal.camel.getEndpoint("mock:created", MockEndpoint.class);
        mock.expectedMessageCount(1);
        portal.camel.addRoutes(new RouteBuilder() {
            @Override
            public void configure() {
                from("direct:new").to("hubspot:create/deals").to("mock:created");
            }
        });

        portal.send("direct:new", "{\"properties\":{}}");

        mock.assertIsSatisfied();
        assertThat(mock.getReceivedExchanges().getFirst().getIn().getBody()).hasToString("{\"id\":\"77\"}");
    }
}
