package dev.interlock.register;

import static dev.interlock.register.Desk.about;
import static dev.interlock.register.Desk.registration;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.interlock.mapping.DealRules;
import dev.interlock.mapping.DealRules.Exemption;
import dev.interlock.mapping.DealRules.Grain;
import dev.interlock.mapping.DealRules.Start;
import dev.interlock.mapping.DealRules.Window;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Grain, windows, exceptions and words of the rules. */
class RulesTest {

    private static final Claim FIRST = registration("r1", "north", 0);

    @ParameterizedTest
    @EnumSource(
            value = Grain.class,
            names = {"SITE", "QUANTITY", "BRAND", "TERRITORY", "PROJECT"})
    void a_grain_tells_two_deals_apart_and_what_is_not_known_does_not(Grain grain) {
        Desk desk = new Desk(RulesOf.grain(Grain.CUSTOMER, Grain.PRODUCT, grain), Map.of());
        desk.takes(about(FIRST, Scope.of("GTX Pro").at(grain, "One")));
        Claim other = registration("r2", "south", 1);

        assertThat(desk.types(about(other, Scope.of("GTX Pro").at(grain, "Two"))))
                .isEmpty();
        assertThat(desk.types(about(other, Scope.of("GTX Pro").at(grain, "one"))))
                .containsExactly(FlagType.PARTNER_OVERLAP);
        assertThat(desk.types(other)).containsExactly(FlagType.PARTNER_OVERLAP);
        assertThat(new Desk()
                        .takes(FIRST)
                        .types(about(other, Scope.of("GTX Pro").at(grain, "Two"))))
                .containsExactly(FlagType.PARTNER_OVERLAP);
    }

    @Test
    void amounts_in_two_bands_are_two_deals() {
        Desk desk = new Desk(RulesOf.grain(Grain.CUSTOMER, Grain.AMOUNT), Map.of());
        desk.takes(about(FIRST, Scope.of("A").worth(9_999)));
        Claim other = registration("r2", "south", 1);

        assertThat(desk.types(about(other, Scope.of("B").worth(10_000)))).isEmpty();
        assertThat(desk.types(about(other, Scope.of("B").worth(1)))).containsExactly(FlagType.PARTNER_OVERLAP);
    }

    @Test
    void another_product_is_another_deal() {
        assertThat(Desk.judged(about(registration("r2", "south", 1), Scope.of("MG Special")), FIRST))
                .isEmpty();
        assertThat(Desk.judged(about(registration("r2", "south", 1), Scope.of("gtx-pro")), FIRST))
                .containsExactly(FlagType.PARTNER_OVERLAP);
    }

    @Test
    void the_narrower_exception_counts_and_its_id_stands_on_the_flag() {
        DealRules rules = RulesOf.exceptions(
                new Exemption("emea", Set.of(), Set.of(), Set.of("EMEA"), new Window(30, Start.SUBMISSION)),
                new Exemption(
                        "emea-gold", Set.of("gold"), Set.of(), Set.of("EMEA"), new Window(180, Start.SUBMISSION)));
        Partner gold = new Partner("north", "North", "gold", "reseller", "EMEA", Set.of());
        Partner plain = new Partner("west", "West", "silver", "reseller", "EMEA", Set.of());
        Desk desk = new Desk(rules, Map.of()).takes(registration("r1", gold, 0));

        assertThat(desk.types(registration("r2", "south", 179))).containsExactly(FlagType.PARTNER_OVERLAP);
        assertThat(desk.types(registration("r2", "south", 180))).isEmpty();
        assertThat(desk.flags(registration("r2", "south", 1)).getFirst().rule())
                .isEqualTo(new Rulebook.Said(
                        "partner-overlap+emea-gold",
                        "7",
                        "The first registration for the same customer and product family is protected for 180 days from"
                                + " its submission; later ones wait behind it."));
        Desk other = new Desk(rules, Map.of()).takes(registration("r1", plain, 0));
        assertThat(other.types(registration("r2", "south", 30))).isEmpty();
        assertThat(other.types(registration("r2", "south", 29))).containsExactly(FlagType.PARTNER_OVERLAP);
    }

    @Test
    void every_flag_has_a_rule_in_a_plain_sentence() {
        for (FlagType type : FlagType.values()) {
            Rulebook.Said said = new Rulebook(DealRules.SHIPPED).said(type, FIRST);
            assertThat(said.sentence()).as(said.id()).endsWith(".").hasSizeGreaterThan(40);
        }
    }

    @Test
    void partners_that_stand_above_themselves_are_refused_with_the_way() {
        assertThatThrownBy(() -> new Partners(Map.of("a", "b", "b", "c", "c", "a")))
                .hasMessageContaining("a -> b -> c -> a");
    }

    @Test
    void one_distributor_has_four_thousand_resellers() {
        Map<String, String> parents = new HashMap<>(Map.of("hub", "top"));
        for (int at = 0; at < 4_000; at++) {
            parents.put("reseller" + at, "hub");
        }
        Partners partners = new Partners(parents);
        assertThat(partners.areOneParty("reseller3999", "top")).isTrue();
        assertThat(partners.areOneParty("reseller1", "reseller2")).isFalse();
    }
}
