package dev.interlock.hubspot;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.camel.Exchange;
import org.apache.camel.ExchangePropertyKey;
import org.apache.camel.support.processor.state.MemoryStateRepository;
import org.apache.camel.support.service.ServiceHelper;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class HubSpotConsumerTest {

    private static final Instant START = Instant.parse("2026-11-01T00:00:00Z");
    private static final String KEY = "hubspot:search/contacts";

    private final SearchIndex index = SearchIndex.comparingIdsAsNumbers();
    private final MemoryStateRepository positions = new MemoryStateRepository();
    private final List<String> delivered = new ArrayList<>();
    private final List<Exchange> exchanges = new ArrayList<>();
    private Optional<String> poison = Optional.empty();
    private Instant now = START.plusSeconds(3600);
    private Portal portal;

    @BeforeEach
    void open() throws Exception {
        portal = new Portal().searching(index);
        portal.component().useClock(() -> now);
        portal.camel.getRegistry().bind("positions", positions);
        List.of("1", "2", "3", "10", "11").forEach(id -> index.put(id, START.plusSeconds(60)));
    }

    @AfterEach
    void close() throws Exception {
        portal.close();
    }

    private HubSpotConsumer consumer(String options) throws Exception {
        HubSpotEndpoint endpoint = portal.camel.getEndpoint(
                "hubspot:search/contacts?startScheduler=false&startFrom=2026-11-01T00:00:00Z&limit=2"
                        + "&stateRepository=#positions" + options,
                HubSpotEndpoint.class);
        HubSpotConsumer consumer = (HubSpotConsumer) endpoint.createConsumer(this::receive);
        ServiceHelper.startService(consumer);
        return consumer;
    }

    private void receive(Exchange exchange) {
        String id = exchange.getIn().getHeader(HubSpotConstants.RECORD_ID, String.class);
        if (poison.equals(Optional.of(id))) {
            throw new IllegalStateException("record " + id + " cannot be processed");
        }
        delivered.add(id);
        exchanges.add(exchange.copy());
    }

    @Test
    void every_changed_record_is_delivered_with_its_place_in_the_page() throws Exception {
        int count = consumer("").poll();

        assertThat(count).isEqualTo(5);
        assertThat(delivered).containsExactly("1", "2", "3", "10", "11");
        assertThat(exchanges)
                .extracting(exchange -> exchange.getProperty(ExchangePropertyKey.BATCH_INDEX))
                .containsExactly(0, 1, 0, 1, 0);
        assertThat(exchanges)
                .extracting(exchange -> exchange.getProperty(ExchangePropertyKey.BATCH_SIZE))
                .containsExactly(2, 2, 2, 2, 1);
        assertThat(exchanges)
                .extracting(exchange -> exchange.getProperty(ExchangePropertyKey.BATCH_COMPLETE))
                .containsExactly(false, true, false, true, true);
        assertThat(exchanges.getFirst().getIn().getBody()).isInstanceOf(JsonNode.class);
        assertThat(exchanges.getFirst().getIn().getHeader(HubSpotConstants.UPDATED_AT))
                .isEqualTo("2026-11-01T00:01:00Z");
        assertThat(portal.last().getUrl()).isEqualTo("/crm/objects/2026-09/contacts/search");
        assertThat(index.requests
                        .getFirst()
                        .at("/filterGroups/0/filters/0/propertyName")
                        .asText())
                .isEqualTo("lastmodifieddate");
    }

    @Test
    void the_position_is_the_moment_the_poll_began_and_the_next_poll_reaches_back_behind_it() throws Exception {
        HubSpotConsumer consumer = consumer("&overlap=60000");

        consumer.poll();
        assertThat(positions.getState(KEY)).isEqualTo("2026-11-01T00:00:00Z/2026-11-01T01:00:00Z");

        now = now.plusSeconds(600);
        consumer.poll();
        assertThat(positions.getState(KEY)).isEqualTo("2026-11-01T00:59:00Z/2026-11-01T01:10:00Z");
    }

    @Test
    void a_record_found_again_in_the_overlap_is_delivered_again_only_if_it_changed() throws Exception {
        HubSpotConsumer consumer = consumer("");
        index.put("20", now.minusSeconds(10));
        index.put("21", now.minusSeconds(10));
        consumer.poll();
        delivered.clear();

        index.put("21", now.plusSeconds(5));
        index.put("22", now.minusSeconds(20));
        now = now.plusSeconds(30);
        int count = consumer.poll();

        assertThat(count).isEqualTo(2);
        assertThat(delivered).containsExactly("21", "22");
    }

    @Test
    void a_failed_record_stops_the_poll_and_only_its_page_is_repeated() throws Exception {
        HubSpotConsumer consumer = consumer("");
        poison = Optional.of("10");

        assertThatThrownBy(consumer::poll).hasMessageContaining("record 10");
        assertThat(positions.getState(KEY)).isEqualTo("2026-11-01T00:00:00Z/2026-11-01T01:00:00Z/2");

        poison = Optional.empty();
        now = now.plus(Duration.ofDays(1));
        delivered.clear();
        consumer("").poll();

        assertThat(delivered).containsExactly("3", "10", "11");
        assertThat(positions.getState(KEY)).isEqualTo("2026-11-01T00:00:00Z/2026-11-01T01:00:00Z");
    }

    @Test
    void a_failure_on_the_first_page_leaves_no_position() throws Exception {
        HubSpotConsumer consumer = consumer("");
        poison = Optional.of("2");

        assertThatThrownBy(consumer::poll).hasMessageContaining("record 2");
        assertThat(positions.getState(KEY)).isNull();
    }

    @Test
    void an_empty_first_page_with_a_cursor_does_not_make_the_window_look_finished() throws Exception {
        HubSpotConsumer consumer = consumer("&stateKey=mine");
        index.putGhost("0", START.plusSeconds(1));
        index.putGhost("00", START.plusSeconds(1));
        poison = Optional.of("1");

        assertThatThrownBy(consumer::poll).hasMessageContaining("record 1");
        assertThat(positions.getState("mine")).isNull();
    }

    @Test
    void a_refused_search_fails_the_poll_and_keeps_the_position() throws Exception {
        HubSpotConsumer consumer = consumer("");
        positions.setState(KEY, "2026-11-01T00:00:00Z/2026-11-01T00:30:00Z");
        portal.answering(429, "{\"message\":\"You have reached your secondly limit.\"}");

        assertThatThrownBy(consumer::poll).isInstanceOf(HubSpotRateLimitException.class);
        assertThat(positions.getState(KEY)).isEqualTo("2026-11-01T00:00:00Z/2026-11-01T00:30:00Z");
    }

    @Test
    void a_clock_set_back_does_not_move_the_position_back() throws Exception {
        positions.setState(KEY, "2026-11-01T00:00:00Z/2026-11-02T00:00:00Z");

        consumer("").poll();

        assertThat(positions.getState(KEY)).isEqualTo("2026-11-01T23:55:00Z/2026-11-02T00:00:00Z");
    }

    @Test
    void a_position_that_cannot_be_read_is_named() throws Exception {
        positions.setState(KEY, "yesterday");

        assertThatThrownBy(consumer("")::poll).hasMessageContaining(KEY).hasMessageContaining("'yesterday'");
    }

    @Test
    void options_that_allow_no_reading_are_refused_before_the_first_poll() {
        assertThatThrownBy(() -> portal.camel
                        .getEndpoint("hubspot:search/deals?limit=500")
                        .createConsumer(exchange -> {})
                        .start())
                .hasMessageContaining("1 to 200");
        assertThatThrownBy(() -> portal.camel.getEndpoint("hubspot:search/deals?startFrom=monday"))
                .rootCause()
                .isNotNull();
        assertThatThrownBy(() -> portal.camel.getEndpoint("hubspot:list/deals").createConsumer(exchange -> {}))
                .hasMessageContaining("hubspot:search/<objectType>");
    }
}
