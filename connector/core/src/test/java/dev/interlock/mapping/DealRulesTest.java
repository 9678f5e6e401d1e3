package dev.interlock.mapping;

import static dev.interlock.mapping.Files.problemsOfRecord;
import static org.assertj.core.api.Assertions.assertThat;

import dev.interlock.mapping.DealRules.Grain;
import dev.interlock.mapping.DealRules.Sign;
import dev.interlock.mapping.DealRules.Start;
import dev.interlock.mapping.DealRules.Window;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** The section that says whose deal it is. */
class DealRulesTest {

    @Test
    void what_is_not_said_is_as_shipped() {
        assertThat(read("registration: {}")).contains(DealRules.SHIPPED);
        assertThat(read("")).isEmpty();
    }

    @Test
    void everything_can_be_said() {
        DealRules rules = read("""
                registration:
                  version: 3
                  grain: [customer, amount]
                  bands: [10000, 50000]
                  window: { days: 60, clock: approval }
                  reach: { lost: 0, direct: 180, incumbent: 400, skew: 1m }
                  progress: { days: 30, by: [stage, next-step] }
                  decideWithin: 1d
                  approval: [ { from: 0, by: Kim }, { from: 100000, by: Board } ]
                  exceptions:
                    - { id: gold, tier: gold, window: { days: 120 } }
                    - { id: gold-emea, tier: [gold, platinum], region: EMEA, window: { days: 180 } }
                  parents: { r1: d1, r2: d1, d1: top }
                """).orElseThrow();
        assertThat(rules.grain()).containsExactlyInAnyOrder(Grain.CUSTOMER, Grain.AMOUNT);
        assertThat(rules.band(50_000)).isEqualTo(2);
        assertThat(rules.window()).isEqualTo(new Window(60, Start.APPROVAL));
        assertThat(rules.reach()).isEqualTo(new DealRules.Reach(0, 180, 400, Duration.ofMinutes(1)));
        assertThat(rules.progress()).isEqualTo(new DealRules.Progress(30, Set.of(Sign.STAGE, Sign.NEXT_STEP)));
        assertThat(rules.approver(99_999)).isEqualTo("Kim");
        assertThat(rules.approver(100_000)).isEqualTo("Board");
        assertThat(rules.exception("gold", "", "EMEA")).get().extracting("id").isEqualTo("gold-emea");
        assertThat(rules.exception("gold", "", "APAC")).get().extracting("id").isEqualTo("gold");
        assertThat(rules.parents()).isEqualTo(Map.of("r1", "d1", "r2", "d1", "d1", "top"));
    }

    @Test
    void an_unknown_grain_is_refused() {
        assertThat(problems("registration: { grain: [customer, produkt] }"))
                .singleElement()
                .asString()
                .startsWith("r.yaml:7:35 'produkt' must be one of customer, product")
                .endsWith("(did you mean 'product'?)");
    }

    @Test
    void negative_days_are_refused() {
        assertThat(problems("registration: { window: { days: -1 } }"))
                .singleElement()
                .asString()
                .startsWith("r.yaml:7:33 '-1'");
        assertThat(problems("registration: { reach: { lost: -30 } }")).hasSize(1);
    }

    @Test
    void windows_that_overlap_are_refused() {
        assertThat(problems("""
                registration:
                  exceptions:
                    - { id: gold, tier: gold, window: { days: 120 } }
                    - { id: emea, region: EMEA, window: { days: 180 } }
                """))
                .containsExactly("r.yaml:10:7 the windows of 'gold' and 'emea' overlap: some partner fits both, and"
                        + " neither is the narrower one");
    }

    @Test
    void a_cycle_among_partners_is_refused() {
        assertThat(problems("registration: { parents: { a: b, b: c, c: a, d: a } }"))
                .containsExactly("r.yaml:7:28 the partner 'a' stands above itself: a -> b -> c -> a");
    }

    @Test
    void bands_and_levels_that_do_not_rise_are_refused() {
        assertThat(problems("registration: { bands: [10, 10] }"))
                .containsExactly("r.yaml:7:29 the band from 10 must begin above 10, the one before");
        assertThat(problems("registration: { approval: [ { from: 9, by: a }, { from: 2, by: b } ] }"))
                .singleElement()
                .asString()
                .contains("the level from 2 must begin above 9");
    }

    private static String file(String section) {
        return """
                apiVersion: v1
                kind: Record
                record: thing
                systems:
                  hubspot: { object: things }
                fields: { name: { type: text, systems: { hubspot: name } } }
                """ + section;
    }

    private static List<String> problems(String section) {
        return problemsOfRecord(file(section));
    }

    private static Optional<DealRules> read(String section) {
        List<ConfigProblem> problems = new ArrayList<>();
        Yaml.Mapping tree = (Yaml.Mapping) new YamlReader(new Environment(Map.of()))
                .read(Files.file("r.yaml", file(section)), problems)
                .orElseThrow();
        Optional<DealRules> rules = new DealRulesReader(problems).read(tree);
        assertThat(problems).isEmpty();
        return rules;
    }
}
