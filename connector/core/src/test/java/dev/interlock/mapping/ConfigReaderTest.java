package dev.interlock.mapping;

import static dev.interlock.mapping.Files.DEAL;
import static dev.interlock.mapping.Files.PARTNER;
import static dev.interlock.mapping.Files.SETTINGS;
import static dev.interlock.mapping.Files.file;
import static org.assertj.core.api.Assertions.assertThat;

import dev.interlock.mapping.FieldRule.Blank;
import dev.interlock.mapping.FieldRule.Unauthorised;
import dev.interlock.mapping.Place.Deletes;
import dev.interlock.record.FieldValue;
import dev.interlock.record.FieldValue.Amount;
import dev.interlock.record.RecordType;
import dev.interlock.record.SystemId;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ConfigReaderTest {

    private static final SystemId SALESFORCE = new SystemId("salesforce");
    private static final SystemId HUBSPOT = new SystemId("hubspot");
    private static final SystemId PARTNERSTACK = new SystemId("partnerstack");
    private static final RecordType PARTNER_TYPE = new RecordType("partner");
    private static final RecordType DEAL_TYPE = new RecordType("deal");

    @Test
    void settings_are_read_and_what_is_left_out_has_its_default() {
        Settings settings = Files.good().settings();

        assertThat(settings.store())
                .isEqualTo(new Settings.StoreSettings(
                        "jdbc:h2:mem:staging", "sa", "", Duration.ofSeconds(60), Duration.ofSeconds(130)));
        assertThat(settings.schedule()).isEqualTo("0 0/15 * * * ?");
        assertThat(settings.port()).isEqualTo(8080);
        assertThat(settings.safety()).isEqualTo(new Settings.Safety(new Settings.MassDelete(25, 10), 20));
        assertThat(settings.systems().keySet()).containsExactly(SALESFORCE, HUBSPOT, PARTNERSTACK);
        SystemSettings hubspot = settings.systems().get(HUBSPOT);
        assertThat(hubspot.settle()).isEqualTo(Duration.ofSeconds(5));
        assertThat(hubspot.overlap()).isEqualTo(Duration.ofMinutes(2));
        assertThat(hubspot.budget()).isEqualTo(new SystemSettings.Budget(10, 100_000, 4));
        assertThat(settings.systems().get(PARTNERSTACK).budget().perSecond()).isEqualTo(0.5);
    }

    @Test
    void a_connection_is_handed_on_with_its_places_and_its_secrets_filled_in() {
        SystemSettings salesforce = Files.good().settings().systems().get(SALESFORCE);

        assertThat(salesforce.connection().text("token")).contains("very-secret-token");
        assertThat(salesforce.connection().line()).isEqualTo(13);
        assertThat(salesforce.toString()).doesNotContain("very-secret-token");
        assertThat(salesforce.connection().toString()).doesNotContain("very-secret-token");
    }

    @Test
    void a_record_file_becomes_a_mapping() {
        RecordMapping deal = Files.good().records().get(DEAL_TYPE);

        assertThat(deal.fields().keySet()).containsExactly("name", "amount", "stage", "closes", "partner");
        assertThat(deal.keys()).containsExactly(List.of("name", "partner"));
        assertThat(deal.parents()).containsExactly(PARTNER_TYPE);
        assertThat(deal.systems()).containsExactly(SALESFORCE, HUBSPOT, PARTNERSTACK);
        Place hubspot = deal.place(HUBSPOT).orElseThrow();
        assertThat(hubspot.object()).isEqualTo("deals");
        assertThat(hubspot.keyColumn()).contains("interlock_id");
        assertThat(hubspot.deletes()).isEqualTo(Deletes.UNLINK);
        assertThat(hubspot.constants().byName()).isEqualTo(Map.of("pipeline", Optional.of("default")));
        assertThat(deal.place(PARTNERSTACK).orElseThrow().create().wanted()).isFalse();
    }

    @Test
    void a_field_says_who_may_say_what() {
        RecordMapping deal = Files.good().records().get(DEAL_TYPE);

        FieldRule name = deal.fields().get("name").rule();
        assertThat(name.authority()).isEqualTo(new Authority.Ranked(List.of(SALESFORCE, HUBSPOT)));
        assertThat(name.writers()).containsExactly(SALESFORCE);
        assertThat(name.unauthorised()).isEqualTo(Unauthorised.REVERT);
        assertThat(name.blank()).isEqualTo(Blank.REJECT);
        assertThat(deal.fields().get("amount").rule().authority())
                .isEqualTo(new Authority.Newest(Duration.ofMinutes(5)));
        assertThat(deal.fields().get("stage").rule().authority())
                .isEqualTo(new Authority.Ranked(List.of(SALESFORCE, HUBSPOT, PARTNERSTACK)));
    }

    @Test
    void a_condition_over_an_empty_field_does_not_hold() {
        Condition when = Files.good()
                .records()
                .get(DEAL_TYPE)
                .place(HUBSPOT)
                .flatMap(place -> place.create().when())
                .orElseThrow();

        assertThat(when.source()).isEqualTo("amount > 0.0");
        assertThat(when.holds(Map.of("amount", new Amount(BigDecimal.ONE)))).isTrue();
        assertThat(when.holds(Map.of("amount", new Amount(BigDecimal.ZERO)))).isFalse();
        assertThat(when.holds(Map.of("amount", FieldValue.EMPTY))).isFalse();
        assertThat(when.holds(Map.of())).isFalse();
    }

    @Test
    void parents_come_before_children_whatever_the_order_of_the_files() {
        Configuration configuration =
                Files.good(file("deal.yaml", DEAL), file("partner.yaml", PARTNER), file("interlock.yaml", SETTINGS));

        assertThat(configuration.inOrder()).containsExactly(PARTNER_TYPE, DEAL_TYPE);
    }
}
