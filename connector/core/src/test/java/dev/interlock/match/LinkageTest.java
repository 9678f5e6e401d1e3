package dev.interlock.match;

import static org.assertj.core.api.Assertions.assertThat;

import dev.interlock.mapping.Trait;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** Which records are found to be one, among others that look like them. */
class LinkageTest {

    private static final List<Column> COMPANIES = List.of(
            new Column("company", Trait.COMPANY), new Column("city", Trait.CITY), new Column("country", Trait.COUNTRY));

    @Test
    void spellings_of_one_company_are_one() {
        List<Row> rows = crowdWithMueller();
        rows.add(company("c", "MULLER SOEHNE", "Hamburg", "Deutschland"));

        assertThat(found(rows)).contains(Set.of("a", "b"), Set.of("b", "c"), Set.of("a", "c"));
    }

    @Test
    void another_kind_of_legal_entity_is_another_entity_whatever_else_agrees() {
        List<Row> rows = crowdWithRioTinto();

        assertThat(found(rows)).doesNotContain(Set.of("plc", "ltd"));
    }

    @Test
    void a_company_in_another_country_is_another_one() {
        List<Row> rows = crowd();
        rows.add(company("gb", "Zwetschkenbaum Holding", "London", "GB"));
        rows.add(company("de", "Zwetschkenbaum Holding", "London", "DE"));

        assertThat(found(rows)).doesNotContain(Set.of("gb", "de"));
    }

    @Test
    void two_that_are_forbidden_are_not_joined_by_a_third_either() {
        List<Row> rows = crowdWithRioTinto();
        rows.add(company("bare", "Rio Tinto", "London", "GB"));

        assertThat(found(rows)).doesNotContain(Set.of("plc", "ltd"));
    }

    @Test
    void companies_that_share_only_common_words_stay_apart() {
        assertThat(found(crowd())).isEmpty();
    }

    @Test
    void order_of_arrival_changes_nothing() {
        List<Row> rows = crowdWithMueller();

        assertThat(found(rows.reversed())).isEqualTo(found(rows));
    }

    @Test
    void a_swapped_name_is_still_the_person() {
        List<Column> columns = List.of(
                new Column("first", Trait.GIVEN_NAME),
                new Column("last", Trait.FAMILY_NAME),
                new Column("born", Trait.DATE));
        List<Row> rows = new ArrayList<>();
        for (int at = 0; at < 60; at++) {
            rows.add(new Row(
                    "p" + at, List.of("given" + letters(at), "family" + letters(at * 7), "19" + (10 + at) + "-03-04")));
        }
        rows.add(new Row("x", List.of("Isla", "Hargreaves", "1985-02-07")));
        rows.add(new Row("y", List.of("Hargreaves", "Isla", "07.02.1985")));

        assertThat(Linkage.within(columns, rows).same(Linkage.THRESHOLD).stream()
                        .map(pair -> ids(rows, pair)))
                .contains(Set.of("x", "y"));
    }

    @Test
    void between_two_tables_doubles_inside_one_of_them_are_no_answer() {
        List<Row> first = crowd();
        first.add(company("twin", "Pfefferminz Holding", "Paris", "DE"));
        first.add(company("other twin", "Pfefferminz Holding", "Paris", "DE"));
        first.add(company("a", "Zwetschkenbaum Holding", "Hamburg", "DE"));
        List<Row> second = List.of(company("b", "Zwetschkenbaum Holding", "Hamburg", "DE"));
        List<Row> both = new ArrayList<>(first);
        both.addAll(second);

        assertThat(Linkage.between(COMPANIES, first, second).same(Linkage.THRESHOLD).stream()
                        .map(pair -> ids(both, pair)))
                .containsExactly(Set.of("a", "b"));
    }

    @Test
    void no_records_and_no_columns_are_no_trouble() {
        assertThat(Linkage.within(COMPANIES, List.of()).same(0.9)).isEmpty();
        assertThat(Linkage.within(List.of(), List.of(new Row("a", List.of()), new Row("b", List.of())))
                        .same(0.9))
                .isEmpty();
    }

    private static Set<Set<String>> found(List<Row> rows) {
        return Linkage.within(COMPANIES, rows).same(Linkage.THRESHOLD).stream()
                .map(pair -> ids(rows, pair))
                .collect(Collectors.toSet());
    }

    private static Set<String> ids(List<Row> rows, Linkage.Same pair) {
        return Set.of(rows.get(pair.one()).id(), rows.get(pair.other()).id());
    }

    private static List<Row> crowdWithRioTinto() {
        List<Row> rows = crowd();
        rows.add(company("plc", "Rio Tinto plc", "London", "GB"));
        rows.add(company("ltd", "Rio Tinto Ltd", "London", "GB"));
        return rows;
    }

    private static List<Row> crowdWithMueller() {
        List<Row> rows = crowd();
        rows.add(company("a", "Müller & Söhne GmbH", "Hamburg", "DE"));
        rows.add(company("b", "Mueller und Soehne", "Hamburg", "Germany"));
        return rows;
    }

    private static Row company(String id, String name, String city, String country) {
        return new Row(id, List.of(name, city, country));
    }

    /** Companies that have nothing to do with one another, so that there is something to compare rarity with. */
    private static List<Row> crowd() {
        List<Row> rows = new ArrayList<>();
        String[] kinds = {"Global Solutions", "Services", "Trading", "Logistics", "Consulting"};
        String[] cities = {"Hamburg", "London", "Paris", "Madrid"};
        for (int at = 0; at < 120; at++) {
            rows.add(company("c" + at, letters(at * 31 + 5) + " " + kinds[at % 5], cities[at % 4], "DE"));
        }
        return rows;
    }

    /** A word that is far from all others. */
    private static String letters(int number) {
        long hash = Hash.mix(number);
        StringBuilder word = new StringBuilder();
        for (int at = 0; at < 9; at++) {
            word.append((char) ('a' + Math.floorMod(hash >> (at * 6), 26)));
        }
        return word.toString();
    }
}
