package dev.interlock.app;

import static org.assertj.core.api.Assertions.assertThat;

import dev.interlock.app.House.Deal;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Names by a standard: the CRMs get a deal's name composed, and companies spelled properly; what people chose stays. */
class NamingTest {

    private static final String NAME_AS_SHIPPED = """
              name:
                type: text
                systems:
                  salesforce: { field: Name, max: 120 }
                  hubspot: dealname
                  partnerstack: account_name
            """;

    private static final String NAME_BY_STANDARD = """
              account:
                type: company
                write: proper
                systems:
                  partnerstack: account_name
              name:
                type: text
                write: "{account} - {stage} - {close_date.quarter}"
                systems:
                  salesforce: { field: Name, max: 120 }
                  hubspot: dealname
            """;

    @AutoClose
    private House house;

    @BeforeEach
    void moveIn(@TempDir Path folder) {
        house = House.in(
                folder,
                Map.of(
                        "records/deal.yaml",
                        Configured.changed("records/deal.yaml", NAME_AS_SHIPPED, NAME_BY_STANDARD),
                        "records/lead.yaml",
                        Configured.changed(
                                "records/lead.yaml",
                                "company: { type: company,",
                                "company: { type: company, write: { as: proper, over: anything },")));
    }

    @AfterEach
    void moveOut() {
        house.door("salesforce").act("automation", Map.of("object", "Lead", "field", "Company", "set", "as written"));
    }

    @Test
    void names_are_written_by_the_standard_and_what_a_person_chose_stays() {
        Deal deal = registered("MÜLLER & SÖHNE GMBH");
        assertThat(names(deal))
                .containsExactly(
                        "Müller & Söhne GmbH - open - Q1 2027",
                        "Müller & Söhne GmbH - open - Q1 2027",
                        "MÜLLER & SÖHNE GMBH");
        assertThat(house.sync(House.DEAL).written()).isZero();

        house.edit("hubspot", "deals", deal.hubspot(), Map.of("dealname", "The big one"));
        assertThat(house.sync(House.DEAL).written()).isZero();
        house.edit("partnerstack", "deals", deal.partnerstack(), Map.of("close_date", "2027-06-30"));
        house.sync(House.DEAL);
        assertThat(names(deal))
                .containsExactly("Müller & Söhne GmbH - open - Q2 2027", "The big one", "MÜLLER & SÖHNE GMBH");
        assertThat(house.sync(House.DEAL).written()).isZero();
        assertThat(house.syncInFull().written()).isZero();
        assertThat(house.conflicts()).isEmpty();
        assertThat(house.aside()).isEmpty();

        house.edit("hubspot", "deals", deal.hubspot(), Map.of("dealname", ""));
        house.sync(House.DEAL);
        assertThat(house.value("hubspot", "deals", deal.hubspot(), "dealname"))
                .isEqualTo("Müller & Söhne GmbH - open - Q2 2027");
    }

    @Test
    void over_anything_a_spelling_is_put_right_where_it_was_typed_until_the_system_insists() {
        String lead = house.create(
                "hubspot",
                "contacts",
                Map.of("lastname", "Doe", "email", "doe@acme.example", "company", "ACME WORLD TRADING LTD"));
        house.sync(House.LEAD);
        String counterpart = house.counterpart("hubspot", lead, "salesforce");
        assertThat(companies(lead, counterpart)).containsOnly("Acme World Trading Ltd");
        assertThat(house.sync(House.LEAD).written()).isZero();

        house.door("salesforce").act("automation", Map.of("object", "Lead", "field", "Company", "set", "upper case"));
        house.edit("hubspot", "contacts", lead, Map.of("company", "Brave World Trading Ltd"));
        for (int run = 0; run < 10; run++) {
            house.sync(House.LEAD);
        }
        assertThat(companies(lead, counterpart)).containsExactly("Brave World Trading Ltd", "BRAVE WORLD TRADING LTD");
        assertThat(house.sync(House.LEAD).written()).isZero();
        assertThat(house.conflicts()).isEmpty();
        assertThat(house.aside()).isEmpty();
    }

    private List<String> companies(String contact, String lead) {
        return List.of(
                house.value("hubspot", "contacts", contact, "company"),
                house.value("salesforce", "Lead", lead, "Company"));
    }

    private Deal registered(String account) {
        house.create(
                "partnerstack",
                "partnerships",
                Map.of("partner_key", "nord", "email", "team@nord.example", "company", "Nord AG"));
        String id = house.create(
                "partnerstack",
                "deals",
                Map.of(
                        "account_name",
                        account,
                        "stage",
                        "Submitted",
                        "amount",
                        100,
                        "close_date",
                        "2027-03-31",
                        "partner_key",
                        "nord"));
        house.sync();
        return new Deal(
                house.counterpart("partnerstack", id, "salesforce"),
                house.counterpart("partnerstack", id, "hubspot"),
                id);
    }

    private List<String> names(Deal deal) {
        return house.values(deal, "Name", "dealname", "account_name");
    }
}
