package dev.interlock.sandbox.market;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A made-up market is the same for the same seed, and as messy as it promises. */
class MarketTest {

    private static final Market SMALL = Market.of(7, 10_000);

    private static Sheet sheet(String name) {
        return SMALL.sheets().stream()
                .filter(sheet -> sheet.name().equals(name))
                .findFirst()
                .orElseThrow();
    }

    private static Map<String, List<Sheet.Row>> byEntity(Sheet sheet) {
        return sheet.rows().stream().collect(Collectors.groupingBy(Sheet.Row::entity));
    }

    @Test
    void the_same_seed_makes_the_same_market_and_another_seed_another() {
        assertThat(Market.of(7, 10_000).sheets()).isEqualTo(SMALL.sheets());
        assertThat(Market.of(8, 10_000).sheets()).isNotEqualTo(SMALL.sheets());
    }

    @Test
    void every_record_has_an_id_of_its_own_and_one_entity_of_each_has_an_original() {
        for (Sheet sheet : SMALL.sheets()) {
            assertThat(sheet.rows()).extracting(row -> row.values().getFirst()).doesNotHaveDuplicates();
            assertThat(byEntity(sheet).values())
                    .allMatch(rows -> rows.stream()
                                    .filter(row -> row.role().equals("ORIGINAL"))
                                    .count()
                            >= 1);
        }
    }

    @Test
    void to_a_partner_come_ten_customers_thirty_leads_and_twenty_deals() {
        int partners = byEntity(sheet("partners")).size();

        assertThat(byEntity(sheet("customers"))).hasSize(partners * 10);
        assertThat(byEntity(sheet("leads"))).hasSize(partners * 30);
        assertThat(byEntity(sheet("deals"))).hasSize(partners * 20);
    }

    @Test
    void every_kind_of_dirt_occurs_about_as_often_as_it_was_seen() {
        List<Sheet.Row> copies = sheet("customers").rows().stream()
                .filter(row -> !row.role().equals("ORIGINAL"))
                .toList();
        Map<String, Long> counts = copies.stream()
                .map(Sheet.Row::role)
                .collect(Collectors.groupingBy(Function.identity(), Collectors.counting()));

        for (Spelling.Company how : Spelling.Company.values()) {
            double share = counts.getOrDefault(how.name(), 0L) * 1000.0 / copies.size();
            assertThat(share).as(how.name()).isBetween(how.in1000() * 0.6, how.in1000() * 1.4);
        }
    }

    /** Two that look alike have the same first word of their name, or the same web site. */
    @Test
    void at_least_a_fifth_of_what_looks_alike_is_not_the_same() {
        long same = 0;
        long other = 0;
        Map<String, List<Sheet.Row>> alike = sheet("customers").rows().stream()
                .filter(row -> row.values().get(2).contains(" "))
                .collect(Collectors.groupingBy(row -> row.values().get(2).split(" ")[0]));
        for (List<Sheet.Row> rows : alike.values()) {
            for (Sheet.Row one : rows) {
                for (Sheet.Row another : rows) {
                    same += one != another && one.entity().equals(another.entity()) ? 1 : 0;
                    other += one.entity().equals(another.entity()) ? 0 : 1;
                }
            }
        }

        assertThat((double) other / (same + other)).isGreaterThan(0.2);
    }

    @Test
    void many_scripts_occur_and_no_real_domain_but_free_hosts() {
        String names = sheet("customers").rows().stream()
                .map(row -> row.values().get(2))
                .collect(Collectors.joining());
        Set<String> hosts = new HashSet<>();
        sheet("leads").rows().stream()
                .map(row -> row.values().get(5).strip().toLowerCase(java.util.Locale.ROOT))
                .filter(mail -> mail.contains("@") && mail.contains("."))
                .forEach(mail -> hosts.add(mail.replaceAll(".*@", "").replaceAll("\\.$", "")));

        assertThat(names)
                .containsPattern("\\p{IsHan}")
                .containsPattern("\\p{IsCyrillic}")
                .contains("ü");
        assertThat(hosts)
                .allMatch(host -> host.endsWith(".example")
                        || List.of("gmail.com", "gmx.de", "qq.com", "yandex.ru", "outlook.com")
                                .contains(host));
    }

    @Test
    void it_is_written_as_files_with_the_truth_beside_them(@TempDir Path folder) throws IOException {
        SMALL.write(folder.resolve("new"));

        assertThat(Files.readAllLines(folder.resolve("new/partners.csv")))
                .hasSize(sheet("partners").rows().size() + 1)
                .first()
                .isEqualTo("id,system,company,website,email,phone,street,city,postcode,country");
        assertThat(Files.readAllLines(folder.resolve("new/partners-truth.csv")).getFirst())
                .isEqualTo("id,entity,role");
    }
}
