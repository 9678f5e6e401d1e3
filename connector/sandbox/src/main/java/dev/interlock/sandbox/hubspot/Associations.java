package dev.interlock.sandbox.hubspot;

import dev.interlock.sandbox.hubspot.AssociationType.Role;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** Which record is associated with which, each pair kept from both sides. */
final class Associations {

    /** One record seen from one side towards one object type. */
    private record Side(String fromType, long id, String toType) {}

    private final Portal portal;
    private final AssociationTypes types = new AssociationTypes();
    private final Map<Side, Map<Long, Set<Integer>>> sides = new HashMap<>();

    Associations(Portal portal) {
        this.portal = portal;
    }

    AssociationTypes types() {
        return types;
    }

    /** Associates without a label; the first company of a record becomes its primary one. */
    void associate(CrmRecord from, CrmRecord to) {
        link(from, to, types.plain(from.type(), to.type()));
        if (to.type().equals(ObjectType.COMPANIES)) {
            firstCompany(from, to);
        } else if (from.type().equals(ObjectType.COMPANIES)) {
            firstCompany(to, from);
        }
    }

    private void firstCompany(CrmRecord record, CrmRecord company) {
        types.primary(record.type(), company.type())
                .filter(primary ->
                        of(record, company.type()).values().stream().noneMatch(ids -> ids.contains(primary.id())))
                .ifPresent(primary -> link(record, company, primary));
    }

    /** Associates with labels, which take the place of all earlier labels of the pair. The plain one is always there. */
    void label(CrmRecord from, CrmRecord to, List<AssociationType> labels) {
        boolean wasPrimary = types.primary(from.type(), to.type())
                .filter(primary ->
                        of(from, to.type()).getOrDefault(to.id(), Set.of()).contains(primary.id()))
                .isPresent();
        unlink(from, to);
        associate(from, to);
        labels.forEach(label -> add(from, to, label));
        if (wasPrimary) {
            types.primary(from.type(), to.type()).ifPresent(primary -> add(from, to, primary));
        }
    }

    /** Adds one kind to a pair. A new primary takes over from the old one. */
    void add(CrmRecord from, CrmRecord to, AssociationType type) {
        associate(from, to);
        if (type.role() == Role.PRIMARY) {
            side(from, to.type()).forEach((other, ids) -> {
                if (ids.remove(type.id())) {
                    Map<Long, Set<Integer>> back = sides.get(
                            new Side(to.type().id(), other, from.type().id()));
                    if (back != null) {
                        back.getOrDefault(from.id(), new TreeSet<>()).remove(type.back());
                    }
                }
            });
        }
        link(from, to, type);
    }

    private void link(CrmRecord from, CrmRecord to, AssociationType type) {
        side(from, to.type()).computeIfAbsent(to.id(), any -> new TreeSet<>()).add(type.id());
        side(to, from.type()).computeIfAbsent(from.id(), any -> new TreeSet<>()).add(type.back());
    }

    void unlink(CrmRecord from, CrmRecord to) {
        side(from, to.type()).remove(to.id());
        side(to, from.type()).remove(from.id());
    }

    /** Takes one kind off a pair; the plain one takes all with it. */
    void remove(CrmRecord from, CrmRecord to, AssociationType type) {
        if (type.role() == Role.PLAIN) {
            unlink(from, to);
            return;
        }
        side(from, to.type()).getOrDefault(to.id(), new TreeSet<>()).remove(type.id());
        side(to, from.type()).getOrDefault(from.id(), new TreeSet<>()).remove(type.back());
    }

    private Map<Long, Set<Integer>> side(CrmRecord from, ObjectType to) {
        return sides.computeIfAbsent(new Side(from.type().id(), from.id(), to.id()), any -> new LinkedHashMap<>());
    }

    /** Living records of a type that a record is associated with, each with the type ids in this direction. */
    Map<Long, Set<Integer>> of(CrmRecord from, ObjectType to) {
        Map<Long, Set<Integer>> living = new LinkedHashMap<>();
        Map<Long, Set<Integer>> all = sides.getOrDefault(new Side(from.type().id(), from.id(), to.id()), Map.of());
        all.forEach((id, ids) -> {
            if (portal.store(to).live(id).isPresent()) {
                living.put(id, ids);
            }
        });
        return living;
    }

    /** Gives everything an id was associated with to the record it was merged into. */
    void adopt(CrmRecord gone, CrmRecord merged) {
        for (ObjectType other : portal.types()) {
            Side side = new Side(gone.type().id(), gone.id(), other.id());
            Map<Long, Set<Integer>> links = gone.id() == merged.id() ? null : sides.remove(side);
            if (links != null) {
                links.forEach((id, ids) -> portal.store(other)
                        .live(id)
                        .filter(end -> !isSame(end, merged))
                        .ifPresent(end -> {
                            side(end, gone.type()).remove(gone.id());
                            ids.forEach(typeId -> types.byId(typeId)
                                    .filter(type -> type.role() != Role.PRIMARY)
                                    .ifPresent(type -> add(merged, end, type)));
                        }));
            }
        }
    }

    private static boolean isSame(CrmRecord one, CrmRecord other) {
        return one.id() == other.id() && one.type().equals(other.type());
    }

    void clear() {
        sides.clear();
    }
}
