package dev.interlock.routes.system.hubspot;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.interlock.deliver.Delivery;
import dev.interlock.deliver.Failure;
import dev.interlock.hubspot.HubSpotOperation;
import dev.interlock.mapping.Association;
import dev.interlock.routes.system.Outgoing.Parcel;
import dev.interlock.routes.system.Trouble;
import dev.interlock.routes.system.hubspot.HubSpotAssociations.End;
import dev.interlock.routes.system.hubspot.HubSpotAssociations.Subject;
import dev.interlock.routes.system.hubspot.HubSpotLabels.Kind;
import dev.interlock.routes.system.hubspot.HubSpotLabels.Mark;
import dev.interlock.routes.system.hubspot.HubSpotPairing.Pair;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Changes associations of records that are there already. What they are is read just before, so that labels of others stay:
 * HubSpot lets the labels that are sent take the place of those there were. The new one is made before the old one is taken
 * away: whoever dies in between leaves two of them, which is no loss, and for a pair of objects that knows a primary one it
 * is clear already which is meant. All of it can be done twice without harm.
 */
final class HubSpotAssociating {

    /** The new one first. */
    private static final List<HubSpotOperation> ORDER = List.of(
            HubSpotOperation.ASSOCIATIONS_CREATE,
            HubSpotOperation.ASSOCIATIONS_ARCHIVE_LABELS,
            HubSpotOperation.ASSOCIATIONS_ARCHIVE);

    private final HubSpot hubspot;
    private final Subject subject;

    HubSpotAssociating(HubSpot hubspot, Subject subject) {
        this.hubspot = hubspot;
        this.subject = subject;
    }

    /** The associations that a record is created with. */
    void inline(Parcel parcel, ObjectNode input) {
        for (Association association : of(parcel)) {
            String id = wanted(parcel, association);
            if (!id.isEmpty()) {
                Mark mark = hubspot.labels().mark(subject.type(), subject.object(), association);
                ObjectNode one = input.withArray("associations").addObject();
                one.putObject("to").put("id", id);
                HubSpotPairing.types(one, Set.of(mark.written()));
            }
        }
    }

    static List<Association> of(Parcel parcel) {
        return HubSpotAssociations.among(parcel.columns().byName().keySet());
    }

    /** What went wrong, by the id of the record; a record that is not among them has the associations that were wanted. */
    Map<String, Delivery> change(List<Parcel> parcels) {
        Set<Association> all = new LinkedHashSet<>();
        parcels.forEach(parcel -> all.addAll(of(parcel)));
        Map<String, Delivery> failed = new HashMap<>();
        for (Association association : all) {
            Map<String, Parcel> wanted = new HashMap<>();
            parcels.stream()
                    .filter(parcel -> parcel.columns().mentions(association.column()))
                    .forEach(parcel -> wanted.put(parcel.address().id().orElse(""), parcel));
            wanted.keySet().removeAll(failed.keySet());
            if (!wanted.isEmpty()) {
                change(association, wanted, failed);
            }
        }
        return failed;
    }

    private static String wanted(Parcel parcel, Association association) {
        return parcel.columns().text(association.column()).orElse("");
    }

    private void change(Association association, Map<String, Parcel> wanted, Map<String, Delivery> failed) {
        try {
            Mark mark = hubspot.labels().mark(subject.type(), subject.object(), association);
            Map<String, List<End>> ends =
                    new HubSpotAssociations(hubspot).ends(subject, association.object(), List.copyOf(wanted.keySet()));
            Map<HubSpotOperation, Map<Pair, Set<Kind>>> changes = new EnumMap<>(HubSpotOperation.class);
            wanted.forEach((from, parcel) -> {
                String to = wanted(parcel, association);
                Optional<Failure> obstacle = obstacle(
                        association,
                        parcel,
                        Optional.ofNullable(ends.get(from)).map(all -> HubSpotAssociations.meant(mark, all)));
                obstacle.ifPresentOrElse(
                        failure -> failed.put(from, new Delivery.Refused(failure)),
                        () -> plan(new Pair(from, to), mark, ends.getOrDefault(from, List.of()), changes));
            });
            HubSpotPairing pairing = new HubSpotPairing(hubspot, subject, association.object());
            for (HubSpotOperation operation : ORDER) {
                Map<Pair, Set<Kind>> pairs = changes.getOrDefault(operation, Map.of());
                pairs.keySet().removeIf(pair -> failed.containsKey(pair.from()));
                failed.putAll(pairing.carryOut(operation, pairs));
            }
        } catch (Trouble trouble) {
            wanted.keySet().forEach(from -> failed.put(from, trouble.asDelivery()));
        }
    }

    /** Why the associations of a record are better left alone: whom they mean is not clear, or not known. */
    private static Optional<Failure> obstacle(Association association, Parcel parcel, Optional<List<End>> meant) {
        if (meant.isEmpty()) {
            return Optional.of(failure(association, "NOT_READABLE", "what it is associated with could not be read"));
        }
        List<String> others = new ArrayList<>(meant.get().stream().map(End::id).toList());
        // The one we come from and the one we go to are both ours, should an earlier attempt have stopped half way.
        others.remove(wanted(parcel, association));
        others.remove(parcel.before().text(association.column()).orElse(""));
        return others.isEmpty() || meant.get().size() < 2
                ? Optional.empty()
                : Optional.of(failure(
                        association,
                        "SEVERAL_ASSOCIATIONS",
                        "it is associated with several " + association.object() + ", also "
                                + String.join(", ", others)));
    }

    private static Failure failure(Association association, String code, String why) {
        return new Failure(code, why, List.of(association.column()), "");
    }

    private static void plan(
            Pair pair, Mark mark, List<End> ends, Map<HubSpotOperation, Map<Pair, Set<Kind>>> changes) {
        Set<Kind> there = ends.stream()
                .filter(end -> end.id().equals(pair.to()))
                .findFirst()
                .map(End::kinds)
                .orElse(Set.of());
        if (!pair.to().isEmpty() && !there.contains(mark.written())) {
            Set<Kind> kinds = new LinkedHashSet<>(there);
            kinds.add(mark.written());
            put(changes, HubSpotOperation.ASSOCIATIONS_CREATE, pair, kinds);
        }
        for (End end : HubSpotAssociations.meant(mark, ends)) {
            if (!end.id().equals(pair.to())) {
                Pair old = new Pair(pair.from(), end.id());
                farewell(mark, pair.to()).ifPresent(how -> put(changes, how, old, Set.of(mark.written())));
            }
        }
    }

    /**
     * How the old one goes. A label is taken off, and the records stay associated. A primary one is so no longer once another
     * is. Where any association is meant, it goes with all its labels.
     */
    private static Optional<HubSpotOperation> farewell(Mark mark, String to) {
        if (mark.isPrimary()) {
            return to.isEmpty() ? Optional.of(HubSpotOperation.ASSOCIATIONS_ARCHIVE) : Optional.empty();
        }
        return Optional.of(
                mark.meant().isEmpty()
                        ? HubSpotOperation.ASSOCIATIONS_ARCHIVE
                        : HubSpotOperation.ASSOCIATIONS_ARCHIVE_LABELS);
    }

    private static void put(
            Map<HubSpotOperation, Map<Pair, Set<Kind>>> changes, HubSpotOperation how, Pair pair, Set<Kind> kinds) {
        changes.computeIfAbsent(how, any -> new LinkedHashMap<>()).put(pair, kinds);
    }
}
