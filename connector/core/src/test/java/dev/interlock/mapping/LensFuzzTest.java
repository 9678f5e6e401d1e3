package dev.interlock.mapping;

import com.code_intelligence.jazzer.junit.FuzzTest;
import dev.interlock.normalise.PersonName;
import dev.interlock.record.FieldValue;
import dev.interlock.record.RawFields;
import dev.interlock.record.RecordType;
import dev.interlock.record.SystemId;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** No lens throws, and each keeps GetPut and PutGet, on any two texts; in the inputs a bar stands between them. */
class LensFuzzTest {

    @FuzzTest(maxDuration = "1m")
    void every_lens_keeps_its_laws_on_any_texts(byte[] bytes) {
        String text = new String(bytes, StandardCharsets.UTF_8);
        int bar = Math.max(0, text.indexOf('|'));
        String one = text.substring(0, bar);
        String other = text.substring(bar == 0 ? 0 : bar + 1);
        for (Form form : LensLawsTest.FORMS) {
            holds(new ColumnLens("c", form), one, other);
        }
        for (PersonName.Part part : PersonName.Part.values()) {
            holds(new SplitNameLens("c", part), one, other);
        }
        holdsInTwoColumns(one, other);
        new ConstantLens("c", one).put(FieldValue.text(other), Laws.raw("c", other), Links.NONE);
        refers(one, other);
    }

    private static void holds(Lens lens, String one, String other) {
        Laws.hold(lens, Laws.raw("c", one), Laws.raw("c", other));
        Laws.putGet(lens, FieldValue.text(one), Laws.raw("c", other), Links.NONE);
        Laws.putGet(lens, FieldValue.text(other), RawFields.NONE, Links.NONE);
    }

    private static void holdsInTwoColumns(String one, String other) {
        Lens two = new JoinNameLens("f", "l");
        RawFields raw = new RawFields(Map.of("f", Optional.of(one), "l", Optional.of(other)));
        Laws.getPut(two, raw, Links.NONE);
        Laws.putGet(two, FieldValue.text(one), raw, Links.NONE);
        Laws.putGet(two, FieldValue.text(other), RawFields.NONE, Links.NONE);
    }

    private static void refers(String one, String other) {
        RecordType partner = new RecordType("partner");
        SystemId hubspot = new SystemId("hubspot");
        Lens byId = new ReferenceLens("c", partner, new ReferenceLens.By.Id(hubspot));
        Lens byName = new ReferenceLens("c", partner, new ReferenceLens.By.Name("name", FieldKind.COMPANY));
        Association association = new Association("companies", "");
        AssociationLens associated = AssociationLens.in(hubspot, association, partner);
        for (Lens lens : List.of(byId, byName, associated)) {
            RawFields raw = Laws.raw(lens.columns().getFirst(), one);
            lens.get(raw, Links.NONE);
            lens.references(raw);
            lens.put(FieldValue.text(other), raw, Links.NONE);
        }
    }
}
