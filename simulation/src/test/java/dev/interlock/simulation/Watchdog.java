package dev.interlock.simulation;

import dev.interlock.mapping.Field;
import dev.interlock.plan.Dossier;
import dev.interlock.plan.Shadow;
import dev.interlock.record.Fate;
import dev.interlock.record.FieldValueText;
import dev.interlock.record.RecordKey;
import dev.interlock.record.RecordType;
import dev.interlock.record.SystemId;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/** Looks at the store after every step. */
final class Watchdog {
    private final World world;
    private final Ledgers ledgers;

    Watchdog(World world, Ledgers ledgers) {
        this.world = world;
        this.ledgers = ledgers;
    }

    void look() {
        world.oracle().acceptMatches();
        linksAreUnique();
        lanesAreInOrder();
        for (Dossier dossier : ledgers.dossiers().values()) {
            identityIsOne(dossier);
            dossier.shadows().values().stream().filter(Shadow::isLive).forEach(this::basesAreHonest);
        }
    }

    /** S17: what a record and the golden one are said to have shared, the record held at some time. */
    private void basesAreHonest(Shadow shadow) {
        SimRecord record =
                world.system(shadow.system()).records.get(shadow.key().id());
        if (record == null) {
            return;
        }
        shadow.base().forEach((name, base) -> {
            Field field = world.landscape().field(record.type, name);
            if (!Spelling.isReference(field) && field.in(record.system).isPresent()) {
                String column = Landscape.column(field, record.system);
                String shared = FieldValueText.show(base);
                Oracle.require(
                        histories(shadow, record)
                                .map(image -> image.columns().getOrDefault(column, ""))
                                .anyMatch(text -> Spelling.meaning(field, record.system, text)
                                        .equals(shared)),
                        Invariant.S17,
                        name + " of " + record + " never was '" + shared + "', which it is said to share");
            }
        });
    }

    /** All that the record ever was: also under the ids that were merged into it. */
    private Stream<SimRecord.Image> histories(Shadow shadow, SimRecord record) {
        Stream<SimRecord> merged = shadow.aliases().stream()
                .flatMap(id ->
                        Stream.ofNullable(world.system(shadow.system()).records.get(id)))
                .filter(other -> other.fate instanceof Fate.MergedInto);
        return Stream.concat(Stream.of(record), merged).flatMap(each -> each.images.stream());
    }

    /** S22: every change that a system made at our word and answered is a row of the audit. */
    void everythingIsInTheAudit(String run) {
        long told = ledgers.writesTold(run);
        Oracle.require(
                told >= world.calls().answered(),
                Invariant.S22,
                world.calls().answered() + " changes were made in " + run + ", and " + told + " are in the audit");
    }

    /** S6. */
    private void linksAreUnique() {
        Set<String> current = new HashSet<>();
        Map<String, String> owners = new HashMap<>();
        for (Ledgers.ShadowRow row : ledgers.shadows()) {
            Oracle.require(
                    !row.isCurrent() || current.add(row.entity() + " " + row.system()),
                    Invariant.S6,
                    row.entity() + " has two current records in " + row.system());
            String before = owners.put(
                    row.system() + " " + row.type() + " " + row.id().toLowerCase(java.util.Locale.ROOT), row.entity());
            Oracle.require(before == null, Invariant.S6, row.id() + " belongs to " + before + " and " + row.entity());
        }
        for (Ledgers.AliasRow row : ledgers.aliases()) {
            String owner = owners.getOrDefault(row.system() + " " + row.type() + " " + row.id(), row.entity());
            Oracle.require(
                    owner.equals(row.entity()),
                    Invariant.S6,
                    row.id() + " is an alias of " + row.entity() + " and a record of " + owner);
        }
    }

    /** S10. */
    private void lanesAreInOrder() {
        Map<String, Integer> last = new HashMap<>();
        Set<String> onTheirWay = new HashSet<>();
        for (Ledgers.IntentRow row : ledgers.intents()) {
            String lane = row.entity() + " " + row.system();
            int before = last.getOrDefault(lane, 0);
            Oracle.require(
                    row.operation() > before, Invariant.S10, "intent " + row.number() + " is out of order in " + lane);
            last.put(lane, row.operation());
            boolean open = switch (row.status()) {
                case SENT, UNKNOWN -> true;
                case PLANNED, CONFIRMED, FAILED, WITHDRAWN -> false;
            };
            Oracle.require(!open || onTheirWay.add(lane), Invariant.S10, "two writes are on their way in " + lane);
        }
    }

    /** S7. */
    private void identityIsOne(Dossier dossier) {
        Set<Integer> souls = new TreeSet<>();
        for (Map.Entry<SystemId, Shadow> each : dossier.shadows().entrySet()) {
            Optional.ofNullable(world.system(each.getKey())
                            .records
                            .get(each.getValue().key().id()))
                    .ifPresent(record -> souls.add(world.soul(record)));
        }
        Oracle.require(souls.size() <= 1, Invariant.S7, dossier.golden().id() + " links the records of " + souls);
    }

    /** S8: what changed before the watermark is in the store as it is there. */
    void nothingIsSkipped() {
        Map<RecordKey, Shadow> known = new HashMap<>();
        ledgers.dossiers()
                .values()
                .forEach(dossier -> dossier.shadows().values().forEach(s -> known.put(s.key(), s)));
        Set<RecordKey> others = new HashSet<>();
        ledgers.shadows().forEach(row -> others.add(row.key()));
        ledgers.aliases().forEach(row -> others.add(row.key()));
        ledgers.quarantined().forEach(aside -> aside.key().ifPresent(others::add));
        for (RecordType type : world.landscape().types()) {
            for (SimRecord record : world.records(type)) {
                isCovered(record, known, others);
            }
        }
    }

    private void isCovered(SimRecord record, Map<RecordKey, Shadow> known, Set<RecordKey> others) {
        Optional<java.time.Instant> reach = ledgers.reach(record.system, record.type);
        boolean covered = reach.filter(record.changedAt::isBefore).isPresent();
        if (!covered || !record.isLive() || record.hidden || record.wasHidden) {
            return;
        }
        RecordKey key = new RecordKey(record.system, record.type, record.id);
        Shadow shadow = known.get(key);
        Oracle.require(
                shadow != null || others.contains(key), Invariant.S8, record + " of " + record.stamp + " was skipped");
        if (shadow != null && shadow.isLive()) {
            record.columns.forEach((column, text) -> Oracle.require(
                    world.everHidden().contains(record.system + "." + column)
                            || !shadow.raw().mentions(column)
                            || shadow.raw().text(column).equals(Optional.of(text)),
                    Invariant.S8,
                    column + " of " + record + " is '" + text + "' since " + record.stamp + " and known as "
                            + shadow.raw().text(column)));
        }
    }
}
