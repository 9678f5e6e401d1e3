package dev.interlock.plan;

import static dev.interlock.plan.FieldSketch.field;
import static dev.interlock.plan.Sketch.HUBSPOT;
import static dev.interlock.plan.Sketch.PARTNERSTACK;
import static dev.interlock.plan.Sketch.SALESFORCE;
import static org.assertj.core.api.Assertions.assertThat;

import dev.interlock.mapping.FieldRule.Unauthorised;
import org.junit.jupiter.api.Test;

/** D4: what becomes of an edit by a system that has no say in the field. */
class IntruderTest {

    private static FieldSketch owner(Unauthorised policy) {
        return field("owner").writers(SALESFORCE).intruders(policy);
    }

    private static Scene agreed(Unauthorised policy) {
        return Scene.of(Sketch.of(owner(policy))).agreed("owner", "ann", SALESFORCE, HUBSPOT, PARTNERSTACK);
    }

    private static Scene intruded(Unauthorised policy) {
        Scene scene = agreed(policy).says(HUBSPOT, "owner", "bob");
        scene.plan();
        return scene;
    }

    @Test
    void under_revert_the_golden_value_is_written_back_and_the_notice_closes_once_it_is_there() {
        Scene scene = intruded(Unauthorised.REVERT);
        assertThat(scene.owedTo(HUBSPOT, "owner")).contains("ann");
        assertThat(scene.conflict("owner")).isPresent();

        scene.acknowledges(HUBSPOT).plan();

        assertThat(scene.conflict("owner")).isEmpty();
        assertThat(scene.heldBy(HUBSPOT, "owner")).isEqualTo("ann");
    }

    @Test
    void under_revert_an_edit_by_the_owner_goes_through_at_the_same_time() {
        Scene scene = agreed(Unauthorised.REVERT).says(HUBSPOT, "owner", "bob").says(SALESFORCE, "owner", "cleo");

        scene.plan();

        assertThat(scene.golden("owner")).isEqualTo("cleo");
        assertThat(scene.owedTo(HUBSPOT, "owner")).contains("cleo");
        assertThat(scene.owedTo(PARTNERSTACK, "owner")).contains("cleo");
    }

    @Test
    void under_keep_the_value_stays_where_it_is_and_nobody_else_gets_it() {
        Scene scene = intruded(Unauthorised.KEEP);

        assertThat(scene.golden("owner")).isEqualTo("ann");
        assertThat(scene.dossier().pending()).isEmpty();
        assertThat(scene.conflict("owner").map(Conflict::freezes)).contains(false);
    }

    @Test
    void under_keep_a_later_edit_by_the_owner_leaves_the_local_value_alone_for_good() {
        Scene scene = intruded(Unauthorised.KEEP).says(SALESFORCE, "owner", "cleo");

        scene.plan();
        Plan again = scene.plan();

        assertThat(scene.golden("owner")).isEqualTo("cleo");
        assertThat(scene.owedTo(PARTNERSTACK, "owner")).contains("cleo");
        assertThat(scene.owedTo(HUBSPOT)).isEmpty();
        assertThat(again.withdrawn()).isEmpty();
    }

    @Test
    void under_keep_a_system_that_came_round_follows_the_owner_again() {
        Scene scene = intruded(Unauthorised.KEEP).says(SALESFORCE, "owner", "bob");
        scene.plan();
        scene.says(SALESFORCE, "owner", "cleo").plan();

        assertThat(scene.owedTo(HUBSPOT, "owner")).contains("cleo");
    }

    @Test
    void under_keep_the_notice_comes_back_with_the_record() {
        Scene scene = intruded(Unauthorised.KEEP).isGone(HUBSPOT);
        scene.plan();

        scene.says(HUBSPOT, "owner", "bob").plan();

        assertThat(scene.owedTo(HUBSPOT)).isEmpty();
        assertThat(scene.conflict("owner").map(Conflict::freezes)).contains(false);
    }

    @Test
    void what_was_kept_is_written_over_once_the_rules_revert_it() {
        Scene scene = intruded(Unauthorised.KEEP).says(SALESFORCE, "owner", "cleo");
        scene.plan();

        scene.under(Sketch.of(owner(Unauthorised.REVERT))).plan();

        assertThat(scene.owedTo(HUBSPOT, "owner")).contains("cleo");
        assertThat(scene.conflict("owner").map(Conflict::why))
                .hasValueSatisfying(why -> assertThat(why).startsWith("reverted"));
    }

    @Test
    void what_was_kept_is_asked_about_once_the_rules_ask() {
        Scene scene = intruded(Unauthorised.KEEP);

        scene.under(Sketch.of(owner(Unauthorised.ASK))).plan();

        assertThat(scene.owedTo(HUBSPOT)).isEmpty();
        assertThat(scene.conflict("owner").map(Conflict::freezes)).contains(true);
    }

    @Test
    void what_was_said_before_anything_was_agreed_is_no_kept_value_when_its_record_comes_back() {
        Scene scene = Scene.of(Sketch.of(owner(Unauthorised.REVERT), field("name")))
                .agreed("name", "Acme", SALESFORCE, HUBSPOT)
                .says(HUBSPOT, "owner", "bob");
        scene.plan();
        scene.isGone(HUBSPOT).says(SALESFORCE, "owner", "ann").plan();

        scene.says(HUBSPOT, "owner", "bob").plan();

        assertThat(scene.owedTo(HUBSPOT, "owner")).contains("ann");
    }

    @Test
    void under_ask_the_field_is_frozen_everywhere_until_a_person_decides() {
        Scene scene = intruded(Unauthorised.ASK);
        scene.says(SALESFORCE, "owner", "cleo").plan();

        assertThat(scene.dossier().pending()).isEmpty();
        assertThat(scene.golden("owner")).isEqualTo("ann");
        assertThat(scene.conflict("owner").map(Conflict::freezes)).contains(true);
    }

    @Test
    void under_ask_it_is_over_once_the_intruder_takes_it_back() {
        Scene scene = intruded(Unauthorised.ASK);

        scene.says(HUBSPOT, "owner", "ann").plan();

        assertThat(scene.conflict("owner")).isEmpty();
    }

    @Test
    void under_ask_it_is_over_even_when_no_other_record_is_left() {
        Scene scene = Scene.of(Sketch.of(owner(Unauthorised.ASK)))
                .agreed("owner", "ann", HUBSPOT)
                .says(HUBSPOT, "owner", "bob");
        scene.plan();

        scene.says(HUBSPOT, "owner", "ann").plan();

        assertThat(scene.conflict("owner")).isEmpty();
    }

    @Test
    void two_systems_without_a_say_do_not_overrule_the_owner_by_agreeing() {
        Scene scene = Scene.of(Sketch.of(owner(Unauthorised.ASK)))
                .agreed("owner", "ann", HUBSPOT, PARTNERSTACK)
                .says(HUBSPOT, "owner", "bob");
        scene.plan();

        scene.says(PARTNERSTACK, "owner", "bob").plan();

        assertThat(scene.golden("owner")).isEqualTo("ann");
        assertThat(scene.conflict("owner")).isPresent();
    }

    @Test
    void an_owner_that_never_had_a_value_does_not_agree_with_an_intruders_blank() {
        Scene scene = Scene.of(Sketch.of(owner(Unauthorised.ASK)))
                .agreed("owner", "ann", HUBSPOT)
                .says(HUBSPOT, "owner", "")
                .says(SALESFORCE, "owner", "");
        scene.plan();
        scene.plan();

        assertThat(scene.golden("owner")).isEqualTo("ann");
        assertThat(scene.conflict("owner")).isPresent();
    }

    @Test
    void where_nothing_is_agreed_yet_an_unauthorised_value_stays_local_and_is_not_flagged() {
        Scene scene = Scene.of(Sketch.of(owner(Unauthorised.REVERT), field("name")))
                .agreed("name", "Acme", SALESFORCE, HUBSPOT)
                .says(HUBSPOT, "owner", "bob");

        scene.plan();

        assertThat(scene.golden("owner")).isEqualTo("(none)");
        assertThat(scene.dossier().pending()).isEmpty();
        assertThat(scene.conflict("owner")).isEmpty();
    }

    @Test
    void once_the_owner_speaks_a_local_value_is_treated_like_any_unauthorised_edit() {
        for (Unauthorised policy : Unauthorised.values()) {
            Scene scene = Scene.of(Sketch.of(owner(policy), field("name")))
                    .agreed("name", "Acme", SALESFORCE, HUBSPOT)
                    .says(HUBSPOT, "owner", "bob");
            scene.plan();

            scene.says(SALESFORCE, "owner", "ann").plan();

            assertThat(scene.golden("owner")).isEqualTo("ann");
            assertThat(scene.conflict("owner")).as(policy.name()).isPresent();
            assertThat(scene.owedTo(HUBSPOT, "owner").isPresent())
                    .as(policy.name())
                    .isEqualTo(policy == Unauthorised.REVERT);
        }
    }
}
