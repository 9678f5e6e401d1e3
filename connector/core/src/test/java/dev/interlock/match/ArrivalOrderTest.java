package dev.interlock.match;

import static dev.interlock.match.Companies.company;
import static org.assertj.core.api.Assertions.assertThat;

import dev.interlock.record.EntityId;
import dev.interlock.record.FieldValue;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Records that arrive one after the other, in any order. */
class ArrivalOrderTest {

    private static final List<Map<String, FieldValue>> COMPANIES = List.of(
            company("Müller & Söhne GmbH", "mueller-soehne.de", "+49 30 5550100", "DE"),
            company("Mueller und Soehne", "mueller-soehne.de", "+49 30 5550100", "DE"),
            company("MULLER SOEHNE", "mueller-soehne.de", "", "DE"),
            company("Rio Tinto plc", "riotinto.com", "+44 20 77812000", "GB"),
            company("Rio Tinto Ltd", "riotinto.com", "+61 3 92833333", "AU"),
            company("Zwetschkenbaum KG", "zwetschkenbaum.at", "+43 1 7123456", "AT"),
            company("Zwetschkenbaum", "zwetschkenbaum.at", "", "AT"),
            company("Global Solutions", "global-solutions.com", "+1 212 5550123", "US"),
            company("Global Solutions Inc", "globalsol.com", "+1 415 5550177", "US"));

    @Test
    void the_order_of_arrival_does_not_change_who_is_who() {
        Set<Set<Integer>> first = arrived(COMPANIES, new Random(0));
        assertThat(first).contains(Set.of(0, 1, 2), Set.of(3), Set.of(4), Set.of(5, 6));
        for (int seed = 1; seed < 40; seed++) {
            assertThat(arrived(COMPANIES, new Random(seed))).isEqualTo(first);
        }
    }

    @Test
    void a_chain_of_records_is_never_closed_by_itself() {
        List<Map<String, FieldValue>> chain = List.of(
                company("Nordlicht Handel", "nordlicht-handel.de", "+49 40 5550111", "DE"),
                company("Nordlicht Handel", "", "", "DE"),
                company("Nordlicht Handel", "nordlicht-logistik.dk", "+45 33 555022", "DK"));
        for (int seed = 0; seed < 12; seed++) {
            assertThat(arrived(chain, new Random(seed))).noneMatch(together -> together.containsAll(Set.of(0, 2)));
        }
    }

    /** Who is together in the end; a record that waits for a person is alone. */
    private static Set<Set<Integer>> arrived(List<Map<String, FieldValue>> records, Random random) {
        List<Integer> order = new ArrayList<>();
        for (int at = 0; at < records.size(); at++) {
            order.add(at);
        }
        Collections.shuffle(order, random);
        Scales scales = new Scales(Companies.mapping(), Experience.SHIPPED);
        Map<EntityId, List<Integer>> staged = new LinkedHashMap<>();
        Set<Set<Integer>> result = new HashSet<>();
        for (int at : order) {
            List<Fit> fits = new ArrayList<>();
            staged.forEach((entity, members) -> fits.add(Fit.of(
                    scales,
                    entity,
                    records.get(at),
                    members.stream().<Map<String, FieldValue>>map(records::get).toList())));
            Match match = new WeighingMatcher(Companies.mapping().weighing(), any -> false).match(fits);
            switch (match) {
                case Match.Stranger stranger -> staged.put(Companies.entity(at), new ArrayList<>(List.of(at)));
                case Match.Counterpart known ->
                    staged.computeIfPresent(known.entity(), (any, members) -> {
                        members.add(at);
                        return members;
                    });
                case Match.Lookalikes several -> result.add(Set.of(at));
                case Match.Ended ended -> result.add(Set.of(at));
                case Match.Collision taken -> result.add(Set.of(at));
            }
        }
        staged.values().forEach(members -> result.add(Set.copyOf(members)));
        return result;
    }
}
