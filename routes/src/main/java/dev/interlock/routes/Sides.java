package dev.interlock.routes;

import dev.interlock.plan.Dossier;
import dev.interlock.plan.Golden;
import dev.interlock.plan.GoldenField;
import dev.interlock.plan.Origin;
import dev.interlock.record.EntityId;
import dev.interlock.record.FieldValue;
import dev.interlock.record.SystemId;
import dev.interlock.routes.Unmerging.Fate;
import dev.interlock.routes.Unmerging.Item;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What each of two entities is about, that were one for a while. A value from before the merge is agreed on again, unless what
 * they had in common was said since by one of the entity's own records: then somebody edited it there, and it stays.
 */
final class Sides {

    private final Golden one;
    private final Instant now;

    /** @param one what was agreed on about both */
    Sides(Golden one, Instant now) {
        this.one = one;
        this.now = now;
    }

    /** What a person decided about both has no side: it stays with the one that carried on. */
    enum Person {
        STAYS,
        LEAVES
    }

    /** One of the two. */
    record Side(Dossier dossier, List<Item> items) {
        Side {
            items = List.copyOf(items);
        }
    }

    /** @param was what was agreed on about it before the merge */
    Side side(Dossier own, Map<String, GoldenField> was, Person decided) {
        EntityId entity = own.golden().id();
        Map<String, GoldenField> fields = new LinkedHashMap<>();
        List<Item> items = new ArrayList<>();
        Set<String> names = new LinkedHashSet<>(was.keySet());
        names.addAll(one.fields().keySet());
        for (String name : names) {
            Optional<GoldenField> before = Optional.ofNullable(was.get(name));
            Optional<GoldenField> common = one.field(name);
            FieldValue is = common.map(GoldenField::value).orElse(FieldValue.EMPTY);
            FieldValue used = before.map(GoldenField::value).orElse(FieldValue.EMPTY);
            boolean edited = common.filter(field -> isOwn(field, own, decided)).isPresent() && !is.equals(used);
            GoldenField stands = edited ? common.orElseThrow() : before.orElseGet(this::blank);
            if (edited || before.isPresent() || !is.isEmpty()) {
                fields.put(name, stands);
            }
            if (!is.equals(used)) {
                Fate fate = edited ? Fate.EDITED_SINCE : Fate.RESTORED;
                items.add(new Item(
                        entity, name, is, stands.value(), fate, stands.origin().by()));
            }
        }
        Golden golden = new Golden(entity, own.golden().type(), own.golden().version(), Golden.Standing.ACTIVE, fields);
        return new Side(own.with(golden), items);
    }

    private static boolean isOwn(GoldenField field, Dossier own, Person decided) {
        String by = field.origin().by();
        return own.shadows().keySet().stream().map(SystemId::name).anyMatch(by::equals)
                || decided == Person.STAYS && field.origin().isRuling();
    }

    /** What it had not before the merge, it has not now: where we wrote it, it is blanked. */
    private GoldenField blank() {
        return GoldenField.first(FieldValue.EMPTY, new Origin("interlock", now, "unmerged"), now);
    }
}
