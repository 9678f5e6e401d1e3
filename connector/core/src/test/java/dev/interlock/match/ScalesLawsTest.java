package dev.interlock.match;

import static dev.interlock.match.Companies.company;
import static org.assertj.core.api.Assertions.assertThat;

import dev.interlock.normalise.Nasty;
import dev.interlock.record.FieldValue;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

/** What holds of the weight of any two records, whatever they say. */
class ScalesLawsTest {

    private final Scales scales = new Scales(Companies.mapping(), Experience.SHIPPED);

    @Property(tries = 200)
    void two_records_weigh_the_same_in_every_run_and_whichever_is_named_first(
            @ForAll @Nasty String name, @ForAll @Nasty String other, @ForAll @Nasty String phone) {
        Map<String, FieldValue> one = company(name, other, phone, "DE");
        Map<String, FieldValue> two = company(other, name, "+49 30 5550100", "AT");
        Scales fresh = new Scales(Companies.mapping(), Experience.SHIPPED);
        Weight weight = fresh.weigh(one, two);
        assertThat(fresh.weigh(two, one).bits()).isEqualTo(weight.bits());
        assertThat(new Scales(Companies.mapping(), Experience.SHIPPED).weigh(one, two))
                .isEqualTo(weight);
        assertThat(weight.chance()).isBetween(0.0, 1.0);
        assertThat(weight.bits()).isFinite();
    }

    @Property(tries = 200)
    void clues_are_the_same_in_every_run_and_a_record_shares_all_of_them_with_itself(
            @ForAll @Nasty String name, @ForAll @Nasty String domain) {
        Map<String, FieldValue> said = company(name, domain, "+49 30 5550100", "DE");
        assertThat(new Scales(Companies.mapping(), Experience.SHIPPED).clues(said))
                .isEqualTo(scales.clues(said));
        assertThat(scales.clues(new HashMap<>(said))).isEqualTo(scales.clues(said));
    }

    @Property(tries = 100)
    void what_a_record_does_not_say_neither_fails_nor_rules_anything_out(@ForAll @Nasty String name) {
        Weight weight = scales.weigh(Map.of("name", FieldValue.text(name)), Map.of());
        assertThat(weight.ruledOut()).isEmpty();
        assertThat(weight.reasons()).hasSize(1);
    }

    @Property(tries = 60)
    void any_records_are_gathered_and_each_is_in_one_group_at_most(
            @ForAll @Nasty String name, @ForAll @Nasty String other, @ForAll @Nasty String domain) {
        List<Map<String, FieldValue>> records = List.of(
                company(name, domain, "", ""),
                company(other, domain, "", "DE"),
                company(name, "", "", "DE"),
                company(name, domain, "", ""));
        List<Integer> grouped = Gathering.among(Companies.mapping(), records).groups().stream()
                .flatMap(group -> group.records().stream())
                .toList();
        assertThat(grouped).doesNotHaveDuplicates();
    }
}
