package dev.interlock.plan;

import static dev.interlock.plan.FieldSketch.field;
import static dev.interlock.plan.Sketch.HUBSPOT;
import static dev.interlock.plan.Sketch.PARTNERSTACK;
import static dev.interlock.plan.Sketch.SALESFORCE;
import static org.assertj.core.api.Assertions.assertThat;

import dev.interlock.mapping.NamePart;
import dev.interlock.mapping.NameTemplate;
import dev.interlock.mapping.NameTemplate.Piece;
import dev.interlock.mapping.Naming;
import dev.interlock.record.FieldValue;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Names that nobody types: composed out of other fields, without writing over what a person chose. */
class ComposedNameTest {

    private static final NameTemplate TEMPLATE = new NameTemplate(List.of(
            new Piece.Slot("company", NamePart.WHOLE),
            new Piece.Words(" - "),
            new Piece.Slot("product", NamePart.WHOLE)));

    private static Scene scene(Naming.Over over) {
        return Scene.of(Sketch.of(
                field("title").written(new Naming.Composed(TEMPLATE, over)),
                field("company").ranked(PARTNERSTACK, SALESFORCE, HUBSPOT),
                field("product").ranked(PARTNERSTACK, SALESFORCE, HUBSPOT)));
    }

    /** Salesforce and HubSpot share the deal, and both hold its name as it was composed. */
    private static Scene named(Naming.Over over) {
        Scene scene = scene(over)
                .agreed("company", "Acme", PARTNERSTACK, SALESFORCE, HUBSPOT)
                .agreed("product", "GTX", PARTNERSTACK, SALESFORCE, HUBSPOT)
                .agreed("title", "", PARTNERSTACK, SALESFORCE, HUBSPOT);
        assertThat(scene.settle()).isEqualTo(1);
        assertThat(scene.golden("title")).isEqualTo("Acme - GTX");
        assertThat(scene.heldBy(HUBSPOT, "title")).isEqualTo("Acme - GTX");
        return scene;
    }

    @Test
    void a_name_is_written_where_there_is_none_and_then_nothing_more_is_owed() {
        Scene scene = named(Naming.Over.OURS);
        assertThat(scene.plan().writes()).isEmpty();
        scene.says(HUBSPOT, "title", "Acme - GTX");
        assertThat(scene.plan().writes()).isEmpty();
    }

    @Test
    void a_name_follows_the_fields_that_it_is_composed_of() {
        Scene scene = named(Naming.Over.OURS).says(HUBSPOT, "product", "GTX Pro");
        scene.settle();
        assertThat(scene.heldBy(SALESFORCE, "title")).isEqualTo("Acme - GTX Pro");
        assertThat(scene.heldBy(HUBSPOT, "title")).isEqualTo("Acme - GTX Pro");
    }

    @Test
    void a_name_that_a_person_chose_stays_where_it_is_and_goes_nowhere_else() {
        Scene scene = named(Naming.Over.OURS).says(HUBSPOT, "title", "The big one");
        assertThat(scene.plan().writes()).isEmpty();
        scene.says(SALESFORCE, "product", "GTX Pro");
        scene.settle();
        assertThat(scene.heldBy(HUBSPOT, "title")).isEqualTo("The big one");
        assertThat(scene.heldBy(SALESFORCE, "title")).isEqualTo("Acme - GTX Pro");
        assertThat(scene.conflict("title")).isEmpty();
    }

    @Test
    void a_name_that_was_there_before_we_were_is_a_choice() {
        Scene scene = scene(Naming.Over.OURS)
                .agreed("company", "Acme", SALESFORCE, HUBSPOT)
                .agreed("product", "GTX", SALESFORCE, HUBSPOT)
                .says(SALESFORCE, "title", "Renewal")
                .says(HUBSPOT, "title", "");
        scene.settle();
        assertThat(scene.heldBy(SALESFORCE, "title")).isEqualTo("Renewal");
        assertThat(scene.heldBy(HUBSPOT, "title")).isEqualTo("Acme - GTX");
    }

    @Test
    void a_choice_that_is_cleared_gives_way_to_the_standard() {
        Scene scene = named(Naming.Over.OURS).says(HUBSPOT, "title", "The big one");
        scene.settle();
        scene.says(HUBSPOT, "title", "");
        assertThat(scene.settle()).isEqualTo(1);
        assertThat(scene.heldBy(HUBSPOT, "title")).isEqualTo("Acme - GTX");
        scene.says(HUBSPOT, "product", "X1");
        scene.settle();
        assertThat(scene.heldBy(HUBSPOT, "title")).isEqualTo("Acme - X1");
    }

    @Test
    void a_standard_over_anything_is_written_back_and_stops_before_it_quarrels_for_ever() {
        Scene scene = named(Naming.Over.ANYTHING);
        for (int turn = 0; turn < Overruled.MOST; turn++) {
            scene.says(HUBSPOT, "title", "ACME - GTX");
            assertThat(scene.settle()).as("turn %s", turn).isEqualTo(1);
        }
        scene.says(HUBSPOT, "title", "ACME - GTX");
        assertThat(scene.settle()).isZero();
        assertThat(scene.conflict("title")).map(Conflict::kind).contains(Conflict.Kind.REWRITTEN);
    }

    @Test
    void what_a_person_ruled_is_not_composed_again() {
        Scene scene = named(Naming.Over.OURS);
        scene.rules(new Ruling("title", FieldValue.text("Ruled"), "ann", "edited", Optional.empty()));
        scene.settle();
        scene.says(SALESFORCE, "product", "X1");
        scene.settle();
        assertThat(scene.golden("title")).isEqualTo("Ruled");
        assertThat(scene.heldBy(HUBSPOT, "title")).isEqualTo("Ruled");
    }

    @Test
    void without_anything_to_compose_the_last_name_stays() {
        Scene scene = named(Naming.Over.OURS);
        scene.says(SALESFORCE, "company", "").says(SALESFORCE, "product", "");
        scene.settle();
        assertThat(scene.golden("title")).isEqualTo("Acme - GTX");
    }
}
