package dev.interlock.app;

import static org.assertj.core.api.Assertions.assertThat;

import dev.interlock.store.AuditVerdict;

/** The sample data of the demo, once every system has it. */
final class Samples {

    private static final int PARTNERS = 8;
    private static final int LEADS = 12;
    private static final int DEALS = 12;

    private Samples() {}

    /** Each record is once in each system that its configuration names, says the same there, and nothing is left to do. */
    static void areInStep(House house) {
        assertThat(house.aside()).isEmpty();
        assertThat(house.differences()).isEmpty();
        assertThat(house.audit()).isInstanceOf(AuditVerdict.Intact.class);
        assertThat(house.count("salesforce", "Account")).isEqualTo(PARTNERS);
        assertThat(house.count("hubspot", "companies")).isEqualTo(PARTNERS);
        assertThat(house.count("partnerstack", "partnerships")).isEqualTo(PARTNERS);
        assertThat(house.count("salesforce", "Lead")).isEqualTo(LEADS);
        assertThat(house.count("hubspot", "contacts")).isEqualTo(LEADS);
        assertThat(house.count("salesforce", "Opportunity")).isEqualTo(DEALS);
        assertThat(house.count("hubspot", "deals")).isEqualTo(DEALS);
        assertThat(house.count("partnerstack", "deals")).isEqualTo(DEALS);
        assertThat(house.sync().written()).isZero();
    }
}
