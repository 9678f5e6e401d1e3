package dev.interlock.app;

import static org.assertj.core.api.Assertions.assertThat;

import dev.interlock.routes.Report;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Systems that never met are brought in step, and then left alone. */
class FirstSyncTest {

    @TempDir
    private Path folder = Path.of("");

    @Test
    void after_the_first_sync_every_record_is_everywhere_its_configuration_names_and_the_next_two_write_nothing() {
        try (House house = House.in(folder)) {
            house.loadSamples();

            Report first = house.sync();

            assertThat(first.troubles()).isEmpty();
            assertThat(first.converged()).isTrue();
            assertThat(house.conflicts()).isEmpty();
            Samples.areInStep(house);
            nothingIsWritten(house);
            assertThat(house.syncInFull().written()).isZero();
            theSameDealReadsTheSameInEachLanguage(house);
        }
    }

    private static void theSameDealReadsTheSameInEachLanguage(House house) {
        String name = "Harbour & Co - Network";
        String inSalesforce = house.theOne("salesforce", "Opportunity", "Name", name);
        String inHubSpot = house.theOne("hubspot", "deals", "dealname", name);
        String account = house.theOne("salesforce", "Account", "Name", "Nordlicht Systemhaus AG");
        String company = house.theOne("hubspot", "companies", "name", "Nordlicht Systemhaus AG");

        assertThat(house.value("salesforce", "Opportunity", inSalesforce, "StageName"))
                .isEqualTo("Qualification");
        assertThat(house.value("hubspot", "deals", inHubSpot, "dealstage")).isEqualTo("qualifiedtobuy");
        assertThat(house.value("salesforce", "Opportunity", inSalesforce, "Amount"))
                .isEqualTo("8800.5");
        assertThat(house.value("hubspot", "deals", inHubSpot, "amount")).isEqualTo("8800.5");
        assertThat(house.value("salesforce", "Opportunity", inSalesforce, "Partner_Account__c"))
                .isEqualTo(account);
        assertThat(house.value("hubspot", "deals", inHubSpot, "partner_company_id"))
                .isEqualTo(company);
    }

    private static void nothingIsWritten(House house) {
        house.door("salesforce").forgetCalls();
        house.door("hubspot").forgetCalls();
        house.door("partnerstack").forgetCalls();

        Report again = house.sync();

        assertThat(again.written()).isZero();
        assertThat(again.converged()).isTrue();
        assertThat(house.door("salesforce").writingCalls()).isEmpty();
        assertThat(house.door("hubspot").writingCalls()).isEmpty();
        assertThat(house.door("partnerstack").writingCalls()).isEmpty();
    }
}
