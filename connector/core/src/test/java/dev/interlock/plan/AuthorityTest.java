package dev.interlock.plan;

import static dev.interlock.plan.FieldSketch.field;
import static dev.interlock.plan.Sketch.HUBSPOT;
import static dev.interlock.plan.Sketch.PARTNERSTACK;
import static dev.interlock.plan.Sketch.SALESFORCE;
import static org.assertj.core.api.Assertions.assertThat;

import dev.interlock.mapping.FieldKind;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

/** Whose word counts when systems changed one field differently. */
class AuthorityTest {

    private static final Instant NOON = Instant.parse("2026-03-02T12:00:00Z");

    private static Scene contest(FieldSketch stage, Duration later) {
        return Scene.of(Sketch.of(stage))
                .agreed("stage", "open", SALESFORCE, HUBSPOT)
                .says(SALESFORCE, "stage", "lost", NOON)
                .says(HUBSPOT, "stage", "won", NOON.plus(later));
    }

    private static FieldSketch products() {
        return FieldSketch.of("products", FieldKind.MULTI).merged();
    }

    private static Scene sharing(String products) {
        return Scene.of(Sketch.of(products())).agreed("products", products, SALESFORCE, HUBSPOT, PARTNERSTACK);
    }

    @Test
    void the_first_in_rank_wins_however_late_the_others_are() {
        Scene scene = contest(field("stage").ranked(SALESFORCE, HUBSPOT), Duration.ofHours(3));

        scene.plan();

        assertThat(scene.golden("stage")).isEqualTo("lost");
    }

    @Test
    void a_system_that_is_not_ranked_comes_last() {
        Scene scene = contest(field("stage").ranked(PARTNERSTACK, HUBSPOT), Duration.ZERO);

        scene.plan();

        assertThat(scene.golden("stage")).isEqualTo("won");
    }

    @Test
    void two_systems_without_a_rank_are_for_a_person() {
        Scene scene = contest(field("stage").ranked(PARTNERSTACK), Duration.ZERO);

        scene.plan();

        assertThat(scene.conflict("stage")).isPresent();
    }

    @Test
    void the_newest_wins_if_it_is_later_than_clocks_may_be_apart() {
        Scene scene = contest(field("stage").newest(Duration.ofMinutes(2)), Duration.ofSeconds(121));

        scene.plan();

        assertThat(scene.golden("stage")).isEqualTo("won");
        assertThat(scene.owedTo(SALESFORCE, "stage")).contains("won");
    }

    @Test
    void within_the_skew_nobody_knows_who_was_later_and_a_person_decides() {
        Scene scene = contest(field("stage").newest(Duration.ofMinutes(2)), Duration.ofMinutes(2));

        scene.plan();

        assertThat(scene.golden("stage")).isEqualTo("open");
        assertThat(scene.conflict("stage").map(Conflict::kind)).contains(Conflict.Kind.CONTESTED);
    }

    @Test
    void a_field_that_a_person_decides_is_never_decided_by_time() {
        Scene scene = contest(field("stage"), Duration.ofDays(3));

        scene.plan();

        assertThat(scene.conflict("stage")).isPresent();
    }

    @Test
    void choices_added_on_both_sides_are_all_kept() {
        Scene scene = sharing("a").says(SALESFORCE, "products", "a;b").says(HUBSPOT, "products", "a;c");

        scene.plan();

        assertThat(scene.golden("products")).isEqualTo("a;b;c");
        assertThat(scene.owedTo(SALESFORCE, "products")).contains("a;b;c");
    }

    @Test
    void a_choice_removed_on_one_side_and_another_added_elsewhere_are_both_heeded() {
        Scene scene = sharing("a;b").says(SALESFORCE, "products", "b").says(HUBSPOT, "products", "a;b;c");

        scene.plan();

        assertThat(scene.golden("products")).isEqualTo("b;c");
    }

    @Test
    void a_choice_removed_before_a_system_was_told_stays_removed_when_that_system_adds_another() {
        Scene scene = sharing("a").says(SALESFORCE, "products", "b");
        scene.plan();

        scene.says(HUBSPOT, "products", "a;c").plan();

        assertThat(scene.golden("products")).isEqualTo("b;c");
    }

    @Test
    void a_choice_that_a_system_was_never_told_of_is_not_taken_for_removed_by_it() {
        Scene scene = sharing("a").says(SALESFORCE, "products", "a;b");
        scene.plan();

        scene.says(SALESFORCE, "products", "b").says(HUBSPOT, "products", "a;c").plan();

        assertThat(scene.golden("products")).isEqualTo("b;c");
    }

    @Test
    void an_edit_that_lost_to_a_value_stands_once_that_value_was_taken_back_before_it_was_written() {
        Scene scene = Scene.of(Sketch.of(field("stage").ranked(SALESFORCE, HUBSPOT)))
                .agreed("stage", "open", SALESFORCE, HUBSPOT)
                .says(SALESFORCE, "stage", "won")
                .says(HUBSPOT, "stage", "lost");
        scene.plan();
        assertThat(scene.golden("stage")).isEqualTo("won");

        scene.says(SALESFORCE, "stage", "open").plan();
        Plan again = scene.plan();

        assertThat(scene.golden("stage")).isEqualTo("lost");
        assertThat(scene.owedTo(SALESFORCE, "stage")).contains("lost");
        assertThat(again.decisions()).isEmpty();
    }

    @Test
    void a_choice_removed_just_when_a_record_that_has_it_is_linked_is_for_a_person() {
        Scene scene = Scene.of(Sketch.of(products())).agreed("products", "a", SALESFORCE, HUBSPOT);

        scene.says(SALESFORCE, "products", "b")
                .says(PARTNERSTACK, "products", "a;b")
                .plan();

        assertThat(scene.conflict("products")).isPresent();
    }

    @Test
    void a_merge_that_is_still_owed_stays_as_it_is_when_planned_again() {
        Scene scene = sharing("a;b").says(SALESFORCE, "products", "b;d").says(HUBSPOT, "products", "a;b;c");
        scene.plan();

        Plan again = scene.plan();

        assertThat(again.decisions()).isEmpty();
        assertThat(again.writes()).isEmpty();
    }

    @Test
    void a_value_merged_many_times_names_each_system_once() {
        Scene scene = sharing("a").says(SALESFORCE, "products", "a;b").says(HUBSPOT, "products", "a;c");
        scene.plan();
        scene.says(HUBSPOT, "products", "a;c;d").plan();
        scene.says(SALESFORCE, "products", "a;b;e").plan();

        assertThat(scene.golden("products")).isEqualTo("a;b;c;d;e");
        assertThat(scene.dossier()
                        .golden()
                        .field("products")
                        .orElseThrow()
                        .origin()
                        .by())
                .isEqualTo("hubspot+salesforce");
    }

    @Test
    void an_edit_made_by_one_who_knew_the_golden_value_takes_its_place_in_the_contest() {
        Scene scene = Scene.of(Sketch.of(field("stage").ranked(PARTNERSTACK, SALESFORCE, HUBSPOT)))
                .agreed("stage", "open", SALESFORCE, HUBSPOT, PARTNERSTACK)
                .says(PARTNERSTACK, "stage", "won");
        scene.plan();
        scene.acknowledges(SALESFORCE);

        scene.says(SALESFORCE, "stage", "paid").says(HUBSPOT, "stage", "lost").plan();

        assertThat(scene.golden("stage")).isEqualTo("paid");
        assertThat(scene.owedTo(HUBSPOT, "stage")).contains("paid");
    }
}
