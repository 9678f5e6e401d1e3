package dev.interlock.mapping;

import static org.assertj.core.api.Assertions.assertThat;

import dev.interlock.normalise.Nasty;
import dev.interlock.normalise.PersonName;
import dev.interlock.record.FieldValue;
import dev.interlock.record.RawFields;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** GetPut and PutGet for every two-way lens, on hostile strings as well. */
class LensLawsTest {

    private static final Optional<String> US = Optional.of("US");

    private static final Choices.Picklist TABLE = table(new Choices.Otherwise.Report());

    private static Choices.Picklist table(Choices.Otherwise otherwise) {
        return new Choices.Picklist(
                Map.of("null", "open", "true", "won", "acme", "won", "gmbh", "Lost"),
                Map.of("open", "null", "won", "true", "Lost", "GmbH"),
                otherwise);
    }

    static final List<Form> FORMS = List.of(
            new WordForm.Words(),
            new WordForm.Line(),
            new WordForm.Email(),
            new WordForm.Phone(US, WordForm.Phone.As.E164),
            new WordForm.Phone(US, WordForm.Phone.As.NATIONAL),
            new WordForm.Phone(Optional.empty(), WordForm.Phone.As.INTERNATIONAL),
            new WordForm.Domain(false),
            new WordForm.Domain(true),
            new WordForm.Country(WordForm.Country.As.ISO2),
            new WordForm.Country(WordForm.Country.As.ISO3),
            new WordForm.Country(WordForm.Country.As.NAME),
            new Amounts.Plain(),
            new Amounts.Whole(),
            new Amounts.Cents(),
            new Calendar.Days(Calendar.Style.of("iso")),
            new Calendar.Days(Calendar.Style.of("epoch-ms")),
            new Calendar.Days(Calendar.Style.of("dd.MM.yy")),
            new Calendar.Moments(Calendar.Style.of("iso")),
            new Calendar.Moments(Calendar.Style.of("epoch-ms")),
            new Calendar.Moments(Calendar.Style.of("salesforce")),
            new Choices.YesNo("true", "false"),
            new Choices.YesNo("no", "Acme"),
            TABLE,
            table(new Choices.Otherwise.Pass()),
            table(new Choices.Otherwise.As("open")),
            new Several(";", table(new Choices.Otherwise.Pass())),
            new Several("json", table(new Choices.Otherwise.Pass())),
            new Several(",", TABLE),
            new Shortened(new WordForm.Words(), 5));

    @Provide
    Arbitrary<Form> forms() {
        return Arbitraries.of(FORMS);
    }

    /** For each kind, the forms that systems may have for one and the same field. */
    private static final List<List<Form>> FAMILIES = List.of(
            List.of(new WordForm.Words(), new Shortened(new WordForm.Words(), 5)),
            List.of(new WordForm.Line(), new Shortened(new WordForm.Line(), 5)),
            List.of(
                    new WordForm.Phone(US, WordForm.Phone.As.E164),
                    new WordForm.Phone(US, WordForm.Phone.As.NATIONAL),
                    new WordForm.Phone(US, WordForm.Phone.As.INTERNATIONAL)),
            List.of(new WordForm.Domain(false), new WordForm.Domain(true)),
            List.of(
                    new WordForm.Country(WordForm.Country.As.ISO2),
                    new WordForm.Country(WordForm.Country.As.ISO3),
                    new WordForm.Country(WordForm.Country.As.NAME)),
            List.of(new Amounts.Plain(), new Amounts.Whole(), new Amounts.Cents()),
            List.of(
                    new Calendar.Days(Calendar.Style.of("iso")),
                    new Calendar.Days(Calendar.Style.of("epoch-ms")),
                    new Calendar.Days(Calendar.Style.of("dd.MM.yyyy"))),
            List.of(
                    new Calendar.Moments(Calendar.Style.of("iso")),
                    new Calendar.Moments(Calendar.Style.of("epoch-ms")),
                    new Calendar.Moments(Calendar.Style.of("salesforce"))),
            List.of(TABLE, table(new Choices.Otherwise.Pass()), new WordForm.Words()),
            List.of(
                    new Several(";", table(new Choices.Otherwise.Pass())),
                    new Several("json", table(new Choices.Otherwise.Pass())),
                    new Several(",", TABLE)));

    @Provide
    Arbitrary<List<Form>> families() {
        return Arbitraries.of(FAMILIES);
    }

    @Property(tries = 3_000)
    void what_one_system_says_is_confirmed_by_another_word_for_word(
            @ForAll("families") List<Form> family, @ForAll @Nasty String said, @ForAll @Nasty String before) {
        for (Form from : family) {
            for (Form to : family) {
                Lens target = new ColumnLens("c", to);
                if (new ColumnLens("c", from).get(Laws.raw("c", said), Links.NONE) instanceof Reading.Said value
                        && target.put(value.value(), Laws.raw("c", before), Links.NONE) instanceof Writing.Put put) {
                    assertThat(target.get(put.columns(), Links.NONE)).isEqualTo(value);
                }
            }
        }
    }

    @Property
    void a_full_name_is_confirmed_word_for_word_by_a_system_with_two_columns(
            @ForAll @Nasty String said, @ForAll @Nasty String first, @ForAll @Nasty String last) {
        Lens two = new JoinNameLens("f", "l");
        RawFields before = new RawFields(Map.of("f", Optional.of(first), "l", Optional.of(last)));
        Reading value = new ColumnLens("c", new WordForm.Line()).get(Laws.raw("c", said), Links.NONE);
        if (value instanceof Reading.Said name
                && two.put(name.value(), before, Links.NONE) instanceof Writing.Put put) {
            assertThat(two.get(put.columns(), Links.NONE)).isEqualTo(name);
        }
    }

    @Provide
    Arbitrary<FieldValue> values() {
        return Arbitraries.oneOf(
                Arbitraries.bigDecimals().ofScale(4).map(FieldValue.Amount::new),
                Arbitraries.longs()
                        .between(-999_999_999, 999_999_999)
                        .map(n -> new FieldValue.Amount(BigDecimal.valueOf(n, 2))),
                Arbitraries.longs().between(-900_000, 2_900_000).map(n -> new FieldValue.Day(LocalDate.ofEpochDay(n))),
                Arbitraries.longs()
                        .map(n -> new FieldValue.Moment(Instant.ofEpochSecond(n % 300_000_000_000L, n % 1_000))),
                Arbitraries.of(true, false).map(FieldValue.Flag::new),
                Arbitraries.of(
                                "open",
                                "won",
                                "lost",
                                "Lost",
                                "DE",
                                "PH",
                                "+14155552671",
                                "a@b.co",
                                "acme.com",
                                "x;y",
                                " a ")
                        .map(FieldValue.Text::new),
                Arbitraries.of("open", "won", "Lost", "a;b", "c,d", "\"e\"", "[f]", " g ")
                        .list()
                        .ofMinSize(1)
                        .ofMaxSize(3)
                        .map(choices -> new FieldValue.Many(new TreeSet<>(choices))),
                Arbitraries.just(FieldValue.EMPTY));
    }

    @Property(tries = 3_000)
    void column_lenses_keep_the_laws_on_any_strings(
            @ForAll("forms") Form form, @ForAll @Nasty String one, @ForAll @Nasty String other) {
        Laws.hold(new ColumnLens("c", form), Laws.raw("c", one), Laws.raw("c", other));
    }

    @Property(tries = 3_000)
    void column_lenses_keep_the_laws_on_any_values(
            @ForAll("forms") Form form, @ForAll("values") FieldValue value, @ForAll @Nasty String before) {
        Lens lens = new ColumnLens("c", form);
        Laws.putGet(lens, value, Laws.raw("c", before), Links.NONE);
        Laws.putGet(lens, value, RawFields.NONE, Links.NONE);
    }

    @Property
    void a_name_in_two_columns_keeps_the_laws(
            @ForAll @Nasty String first, @ForAll @Nasty String last, @ForAll @Nasty String full) {
        Lens lens = new JoinNameLens("f", "l");
        RawFields raw = new RawFields(Map.of("f", Optional.of(first), "l", Optional.of(last)));
        Laws.getPut(lens, raw, Links.NONE);
        Laws.putGet(lens, FieldValue.text(full), raw, Links.NONE);
        Laws.putGet(lens, FieldValue.text(full), RawFields.NONE, Links.NONE);
    }

    @Property
    void a_part_of_a_full_name_keeps_the_laws(
            @ForAll @Nasty String full, @ForAll @Nasty String word, @ForAll PersonName.Part part) {
        Lens lens = new SplitNameLens("n", part);
        Laws.hold(lens, Laws.raw("n", full), Laws.raw("n", word));
        Laws.putGet(lens, FieldValue.text(word), Laws.raw("n", full), Links.NONE);
    }

    @Property
    void a_match_form_is_total(@ForAll FieldKind kind, @ForAll @Nasty String text) {
        MatchForm.of(kind, FieldValue.text(text))
                .ifPresent(form -> assertThat(form).isNotBlank());
    }

    @Property
    void columns_that_were_not_mentioned_say_nothing(@ForAll("forms") Form form) {
        assertThat(new ColumnLens("c", form).get(RawFields.NONE, Links.NONE)).isEqualTo(new Reading.Unsaid());
        RawFields blank = new RawFields(Map.of("c", Optional.empty()));
        assertThat(new ColumnLens("c", form).get(blank, Links.NONE)).isEqualTo(new Reading.Said(FieldValue.EMPTY));
        assertThat(List.of(new ColumnLens("c", form).put(FieldValue.EMPTY, blank, Links.NONE)))
                .containsExactly(new Writing.Put(blank));
    }
}
