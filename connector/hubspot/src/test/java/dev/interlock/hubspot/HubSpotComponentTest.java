package dev.interlock.hubspot;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import org.apache.camel.Exchange;
import org.apache.camel.impl.DefaultCamelContext;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class HubSpotComponentTest {

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
    void the_component_is_found_by_its_name() throws Exception {
        try (DefaultCamelContext camel = new DefaultCamelContext()) {
            assertThat(camel.getComponent("hubspot")).isInstanceOf(HubSpotComponent.class);
        }
    }

    @Test
    void a_record_is_read_by_its_id() {
        portal.answering(200, "{\"id\":\"42\",\"properties\":{\"name\":\"Acme\"}}");

        Exchange exchange = portal.send("hubspot:get/companies?recordId=42&properties=name,domain", null);

        assertThat(exchange.getException()).isNull();
        assertThat(exchange.getMessage()
                        .getBody(JsonNode.class)
                        .at("/properties/name")
                        .asText())
                .isEqualTo("Acme");
        assertThat(portal.last().getUrl()).isEqualTo("/crm/objects/2026-09/companies/42?properties=name%2Cdomain");
        assertThat(portal.last().getHeader("Authorization")).isEqualTo("Bearer " + Portal.TOKEN);
    }

    @Test
    void an_unknown_operation_is_refused_with_the_list_of_known_ones() {
        assertThatThrownBy(() -> portal.camel.getEndpoint("hubspot:fetch/companies"))
                .rootCause()
                .hasMessageContaining("'fetch'")
                .hasMessageContaining("batchUpsert");
    }

    @Test
    void an_endpoint_without_credentials_is_refused() throws Exception {
        try (DefaultCamelContext camel = new DefaultCamelContext()) {
            assertThatThrownBy(() -> camel.getEndpoint("hubspot:get/companies"))
                    .rootCause()
                    .hasMessageContaining("accessToken");
        }
    }
}
