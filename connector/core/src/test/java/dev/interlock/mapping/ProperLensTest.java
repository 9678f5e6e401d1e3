package dev.interlock.mapping;

import static org.assertj.core.api.Assertions.assertThat;

import dev.interlock.mapping.Naming.Over;
import dev.interlock.normalise.Nasty;
import dev.interlock.normalise.PersonName;
import dev.interlock.record.FieldValue;
import dev.interlock.record.RawFields;
import java.util.Map;
import java.util.Optional;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

/** Names written properly keep the lens laws, so that no spelling ever looks like an edit. */
class ProperLensTest {

    private static final Lens COMPANY = company(Over.OURS);

    private static Lens company(Over over) {
        return new ProperLens(new ColumnLens("c", new WordForm.Line()), FieldKind.COMPANY, over);
    }

    private static RawFields raw(String text) {
        return Laws.raw("c", text);
    }

    @Test
    void a_spelling_is_no_edit_and_stays_where_it_was_chosen() {
        FieldValue proper = FieldValue.text("Müller & Söhne GmbH");
        assertThat(COMPANY.get(raw("MÜLLER & SÖHNE GMBH"), Links.NONE)).isEqualTo(new Reading.Said(proper));
        assertThat(COMPANY.put(proper, raw("MÜLLER & SÖHNE GMBH"), Links.NONE))
                .isEqualTo(new Writing.Put(raw("MÜLLER & SÖHNE GMBH")));
        assertThat(COMPANY.isImproper(raw("MÜLLER & SÖHNE GMBH"))).isFalse();
        assertThat(COMPANY.put(FieldValue.text("MÜLLER & SÖHNE GMBH"), RawFields.NONE, Links.NONE))
                .isEqualTo(new Writing.Put(raw("Müller & Söhne GmbH")));
    }

    @Test
    void over_anything_a_spelling_is_written_over() {
        Lens over = company(Over.ANYTHING);
        FieldValue proper = FieldValue.text("Müller & Söhne GmbH");
        assertThat(over.isImproper(raw("MÜLLER & SÖHNE GMBH"))).isTrue();
        assertThat(over.put(proper, raw("MÜLLER & SÖHNE GMBH"), Links.NONE))
                .isEqualTo(new Writing.Put(raw("Müller & Söhne GmbH")));
        assertThat(over.isImproper(raw("Müller & Söhne GmbH"))).isFalse();
        assertThat(over.isImproper(RawFields.NONE)).isFalse();
    }

    @Property
    void a_company_written_properly_keeps_the_laws(
            @ForAll @Nasty String one, @ForAll @Nasty String other, @ForAll Over over) {
        Lens lens = company(over);
        Laws.hold(lens, raw(one), raw(other));
        Laws.putGet(lens, FieldValue.text(one), raw(other), Links.NONE);
        Laws.putGet(lens, FieldValue.text(other), RawFields.NONE, Links.NONE);
        if (lens.put(FieldValue.text(one), raw(other), Links.NONE) instanceof Writing.Put put) {
            assertThat(lens.isImproper(put.columns())).isFalse();
        }
    }

    @Property
    void a_person_written_properly_keeps_the_laws_in_one_column_and_in_two(
            @ForAll @Nasty String first, @ForAll @Nasty String last, @ForAll @Nasty String full, @ForAll Over over) {
        Lens two = new ProperLens(new JoinNameLens("f", "l"), FieldKind.PERSON, over);
        RawFields raw = new RawFields(Map.of("f", Optional.of(first), "l", Optional.of(last)));
        Laws.getPut(two, raw, Links.NONE);
        Laws.putGet(two, FieldValue.text(full), raw, Links.NONE);
        Laws.putGet(two, FieldValue.text(full), RawFields.NONE, Links.NONE);
        for (PersonName.Part part : PersonName.Part.values()) {
            Lens one = new ProperLens(new SplitNameLens("c", part), FieldKind.PERSON, over);
            Laws.hold(one, raw(first), raw(last));
            Laws.putGet(one, FieldValue.text(full), raw(last), Links.NONE);
        }
    }
}
