package dev.interlock.mapping;

import static dev.interlock.mapping.Laws.raw;
import static org.assertj.core.api.Assertions.assertThat;

import dev.interlock.record.EntityId;
import dev.interlock.record.FieldValue;
import dev.interlock.record.FieldValue.Link;
import dev.interlock.record.RawFields;
import dev.interlock.record.RecordKey;
import dev.interlock.record.RecordType;
import dev.interlock.record.SystemId;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ReferenceLensTest {

    private static final RecordType PARTNER = new RecordType("partner");
    private static final SystemId HUBSPOT = new SystemId("hubspot");
    private static final EntityId ACME = new EntityId("e-1");
    private static final Reference BY_ID = new Reference.ById(new RecordKey(HUBSPOT, PARTNER, "77"));
    private static final Reference BY_NAME = new Reference.ByField(PARTNER, "name", "acme");

    /** Acme is known: as 77 in HubSpot, and by its name. */
    private static final Links KNOWN = new Links() {
        @Override
        public Optional<EntityId> entity(Reference reference) {
            return reference.equals(BY_ID) || reference.equals(BY_NAME) ? Optional.of(ACME) : Optional.empty();
        }

        @Override
        public Optional<String> idIn(SystemId system, EntityId entity) {
            return system.equals(HUBSPOT) && entity.equals(ACME) ? Optional.of("77") : Optional.empty();
        }

        @Override
        public Optional<String> text(RecordType type, EntityId entity, String field) {
            return entity.equals(ACME) ? Optional.of("Acme GmbH") : Optional.empty();
        }
    };

    private final Field partner =
            Files.good().records().get(new RecordType("deal")).fields().get("partner");
    private final Lens byId = partner.in(HUBSPOT).orElseThrow().lens();
    private final Lens byName =
            partner.in(new SystemId("salesforce")).orElseThrow().lens();

    @Test
    void a_reference_by_id_is_the_entity_that_lives_under_the_id() {
        RawFields raw = raw("partner_company_id", " 77 ");
        assertThat(byId.get(raw, KNOWN)).isEqualTo(Form.said(new Link(ACME)));
        assertThat(byId.references(raw)).containsExactly(BY_ID);
        assertThat(byId.put(new Link(ACME), RawFields.NONE, KNOWN))
                .isEqualTo(new Writing.Put(raw("partner_company_id", "77")));
    }

    @Test
    void a_reference_by_name_is_the_entity_whose_name_matches() {
        RawFields raw = raw("Account_Name__c", "ACME, Inc.");
        assertThat(byName.get(raw, KNOWN)).isEqualTo(Form.said(new Link(ACME)));
        assertThat(byName.references(raw)).containsExactly(BY_NAME);
        assertThat(byName.put(new Link(ACME), RawFields.NONE, KNOWN))
                .isEqualTo(new Writing.Put(raw("Account_Name__c", "Acme GmbH")));
        // The name there means the same record already, so it is not overwritten.
        assertThat(byName.put(new Link(ACME), raw, KNOWN)).isEqualTo(new Writing.Put(raw));
    }

    @Test
    void an_association_is_read_and_written_by_the_id_of_the_other_record() {
        Association companies = new Association("companies", "primary");
        Lens lens = AssociationLens.in(HUBSPOT, companies, PARTNER);
        RawFields raw = raw(companies.column(), Association.text(java.util.List.of("77")));

        assertThat(Association.of(companies.column())).contains(companies);
        assertThat(lens.get(raw, KNOWN)).isEqualTo(Form.said(new Link(ACME)));
        assertThat(lens.references(raw)).containsExactly(BY_ID);
        assertThat(lens.put(new Link(ACME), RawFields.NONE, KNOWN)).isEqualTo(new Writing.Put(raw));
        assertThat(lens.get(RawFields.NONE, KNOWN)).isEqualTo(new Reading.Unsaid());
    }

    @Test
    void of_several_associations_none_is_guessed_and_none_is_written() {
        Association companies = new Association("companies", "");
        Lens lens = AssociationLens.in(HUBSPOT, companies, PARTNER);
        RawFields raw = raw(companies.column(), Association.text(java.util.List.of("79", "78")));

        assertThat(lens.get(raw, KNOWN)).isInstanceOf(Reading.Unreadable.class);
        assertThat(lens.references(raw)).isEmpty();
        assertThat(lens.put(new Link(ACME), raw, KNOWN))
                .isInstanceOfSatisfying(
                        Writing.Unwritable.class, not -> assertThat(not.why()).contains("several companies (78, 79)"));
    }

    @Test
    void of_several_associations_one_that_is_there_already_can_be_the_one_that_is_written() {
        Association companies = new Association("companies", "");
        Lens lens = AssociationLens.in(HUBSPOT, companies, PARTNER);

        assertThat(lens.put(new Link(ACME), raw(companies.column(), "77;78"), KNOWN))
                .isEqualTo(new Writing.Put(raw(companies.column(), "77")));
        assertThat(lens.put(FieldValue.EMPTY, raw(companies.column(), "77;78"), KNOWN))
                .isInstanceOf(Writing.Unwritable.class);
    }

    @Test
    void a_record_that_is_not_linked_yet_is_waited_for_both_ways() {
        assertThat(byId.get(raw("partner_company_id", "78"), KNOWN))
                .isEqualTo(new Reading.Unlinked(new Reference.ById(new RecordKey(HUBSPOT, PARTNER, "78"))));
        EntityId stranger = new EntityId("e-2");
        assertThat(byId.put(new Link(stranger), RawFields.NONE, KNOWN)).isEqualTo(new Writing.Unlinked(stranger));
        assertThat(byName.put(new Link(stranger), RawFields.NONE, KNOWN)).isEqualTo(new Writing.Unlinked(stranger));
    }

    @Test
    void a_name_that_names_nobody_cannot_be_read() {
        assertThat(byName.get(raw("Account_Name__c", "n/a"), KNOWN))
                .isEqualTo(new Reading.Unreadable("the text in Account_Name__c cannot name a partner"));
        assertThat(byName.get(raw("Account_Name__c", ""), KNOWN)).isEqualTo(Form.said(FieldValue.EMPTY));
        assertThat(byName.get(RawFields.NONE, KNOWN)).isEqualTo(new Reading.Unsaid());
    }
}
