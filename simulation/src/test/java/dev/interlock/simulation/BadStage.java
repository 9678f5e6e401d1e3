package dev.interlock.simulation;

import dev.interlock.plan.Conflict;
import dev.interlock.plan.Dossier;
import dev.interlock.plan.Plan;
import dev.interlock.plan.Shadow;
import dev.interlock.plan.Write;
import dev.interlock.record.EntityId;
import dev.interlock.record.FieldValue;
import dev.interlock.record.RecordKey;
import dev.interlock.record.SystemId;
import dev.interlock.routes.system.Arrivals;
import dev.interlock.stage.Cause;
import dev.interlock.stage.Intent;
import dev.interlock.stage.Outbox;
import dev.interlock.stage.Quarantined;
import dev.interlock.stage.Staged;
import dev.interlock.stage.StagingStore;
import dev.interlock.stage.Watermark;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;

/** Known bugs in what is kept, and in how what is kept is planned with. */
@SuppressWarnings("unchecked")
final class BadStage {
    private BadStage() {}

    private static Guise tampering(Supplier<Tampering.Falsifier> falsifiers) {
        return new Guise() {
            @Override
            public StagingStore store(StagingStore store, World world) {
                return new Tampering(store, falsifiers);
            }
        };
    }

    private static Guise planning(java.util.function.BiFunction<Plan, Map<EntityId, Dossier>, Plan> planner) {
        return tampering(() -> {
            Map<EntityId, Dossier> before = new HashMap<>();
            return (stage, name, arguments, honest) -> {
                if (name.equals("save")) {
                    List<Staged> other = ((Collection<Staged>) arguments[0])
                            .stream()
                                    .map(each -> new Staged(
                                            planner.apply(each.plan(), before), each.keys(), each.waitsFor()))
                                    .toList();
                    return honest.apply(new Object[] {other});
                }
                Object answer = honest.apply(arguments);
                if (name.equals("dossiers")) {
                    before.putAll((Map<EntityId, Dossier>) answer);
                }
                return answer;
            };
        });
    }

    private static Plan of(Plan plan, Map<SystemId, Shadow> shadows, List<Write> writes, List<Conflict> opened) {
        return new Plan(plan.golden(), shadows, writes, plan.withdrawn(), opened, plan.closed(), plan.decisions());
    }

    private static Shadow based(Shadow shadow, Map<String, FieldValue> base) {
        return new Shadow(
                shadow.key(),
                shadow.aliases(),
                shadow.successors(),
                shadow.state(),
                base,
                shadow.observed(),
                shadow.held(),
                shadow.overruled(),
                shadow.raw(),
                shadow.changedAt(),
                shadow.writtenAt());
    }

    /** M2: whoever changed the record last sends all of it. */
    static Guise wholeRecords() {
        return planning((plan, before) -> {
            Shadow last = plan.shadows().values().stream()
                    .filter(Shadow::isLive)
                    .max(java.util.Comparator.comparing(Shadow::changedAt))
                    .orElse(null);
            if (last == null) {
                return plan;
            }
            List<Write> writes = plan.writes().stream()
                    .map(write ->
                            write.kind() == Write.Kind.UPDATE && !write.system().equals(last.system())
                                    ? all(write, last)
                                    : write)
                    .toList();
            return of(plan, plan.shadows(), writes, plan.opened());
        });
    }

    private static Write all(Write write, Shadow from) {
        Map<String, FieldValue> fields = new TreeMap<>(write.fields());
        from.observed().forEach((name, value) -> {
            if (!(name.equals("city") && write.system().equals(Landscape.PS))) {
                fields.put(name, value);
            }
        });
        return new Write(write.entity(), write.type(), write.system(), write.kind(), fields, write.before());
    }

    /** M5. */
    static Guise missingIsDeleted() {
        return planning((plan, before) -> {
            Map<SystemId, Shadow> shadows = new TreeMap<>(plan.shadows());
            shadows.replaceAll((system, shadow) ->
                    shadow.state() == Shadow.State.SUSPECT ? shadow.in(Shadow.State.TOMBSTONE) : shadow);
            if (shadows.equals(plan.shadows())) {
                return plan;
            }
            List<Write> writes = new ArrayList<>();
            shadows.values().stream()
                    .filter(Shadow::isLive)
                    .forEach(shadow -> writes.add(new Write(
                            plan.golden().id(),
                            plan.golden().type(),
                            shadow.system(),
                            Write.Kind.DELETE,
                            Map.of(),
                            Map.of())));
            return of(plan, shadows, writes, plan.opened());
        });
    }

    /** M9. */
    static Guise rebasesEverything() {
        return planning((plan, before) -> {
            Map<SystemId, Shadow> shadows = new TreeMap<>(plan.shadows());
            shadows.replaceAll((system, shadow) -> {
                Map<String, FieldValue> base = new LinkedHashMap<>(shadow.base());
                base.replaceAll((field, value) -> plan.golden().values().getOrDefault(field, value));
                return based(shadow, base);
            });
            return of(plan, shadows, plan.writes(), plan.opened());
        });
    }

    /** M10: where there is no base, everything is written. */
    static Guise overwritesWithoutBase() {
        return planning((plan, before) -> {
            Dossier known = before.get(plan.golden().id());
            if (known == null) {
                return plan;
            }
            List<Write> writes = new ArrayList<>(plan.writes());
            plan.shadows().forEach((system, shadow) -> {
                if (!known.shadows().containsKey(system) && known.pending().get(system) == null && shadow.isLive()) {
                    Map<String, FieldValue> fields =
                            new TreeMap<>(known.golden().values());
                    fields.keySet().retainAll(shadow.observed().keySet());
                    writes.removeIf(write -> write.system().equals(system));
                    writes.add(new Write(
                            plan.golden().id(), plan.golden().type(), system, Write.Kind.UPDATE, fields, Map.of()));
                }
            });
            return of(plan, plan.shadows(), writes, plan.opened());
        });
    }

    /** M11. */
    static Guise conflictsStopTheRecord() {
        return planning((plan, before) -> {
            Dossier known = before.get(plan.golden().id());
            boolean asked = !plan.opened().isEmpty()
                    || (known != null && !known.conflicts().isEmpty());
            return asked ? of(plan, plan.shadows(), List.of(), plan.opened()) : plan;
        });
    }

    /** M17. */
    static Guise dropsContestedFields() {
        return planning((plan, before) -> of(
                plan,
                plan.shadows(),
                plan.writes(),
                plan.opened().stream()
                        .filter(conflict -> conflict.kind() != Conflict.Kind.CONTESTED)
                        .toList()));
    }

    /** M29: everything that is heard is passed on. */
    static Guise passesEverythingOn() {
        Guise deaf = planning((plan, before) -> {
            List<Write> writes = new ArrayList<>(plan.writes());
            plan.shadows().values().stream()
                    .filter(shadow -> shadow.isLive()
                            && writes.stream().noneMatch(w -> w.system().equals(shadow.system())))
                    .forEach(shadow -> {
                        Map<String, FieldValue> fields = new TreeMap<>(shadow.observed());
                        fields.values().removeIf(FieldValue::isEmpty);
                        Dossier known = before.get(plan.golden().id());
                        boolean free = known != null && known.pending().get(shadow.system()) == null;
                        if (free && !fields.isEmpty()) {
                            writes.add(new Write(
                                    plan.golden().id(),
                                    plan.golden().type(),
                                    shadow.system(),
                                    Write.Kind.UPDATE,
                                    fields,
                                    fields));
                        }
                    });
            return of(plan, plan.shadows(), writes, plan.opened());
        });
        return deaf;
    }

    /** M32. */
    static Guise ghostsStay() {
        return planning((plan, before) -> {
            Map<SystemId, Shadow> shadows = new TreeMap<>(plan.shadows());
            shadows.replaceAll((system, shadow) ->
                    shadow.state() == Shadow.State.TOMBSTONE ? shadow.in(Shadow.State.LIVE) : shadow);
            return of(plan, shadows, plan.writes(), plan.opened());
        });
    }

    private static Guise answering(String call, UnaryOperator<Object> answer) {
        return tampering(() -> (stage, name, arguments, honest) ->
                name.equals(call) ? answer.apply(honest.apply(arguments)) : honest.apply(arguments));
    }

    /** M16. */
    static Guise everythingChanged() {
        return answering("dossiers", given -> {
            Map<EntityId, Dossier> other = new HashMap<>();
            ((Map<EntityId, Dossier>) given).forEach((id, dossier) -> {
                Map<SystemId, Shadow> shadows = new TreeMap<>(dossier.shadows());
                shadows.replaceAll((system, shadow) -> based(shadow, Map.of()));
                other.put(id, new Dossier(dossier.golden(), shadows, dossier.pending(), dossier.conflicts()));
            });
            return other;
        });
    }

    /** M20. */
    static Guise takesTheFirst() {
        return answering("candidates", given -> {
            Map<Object, Set<EntityId>> other = new HashMap<>();
            ((Map<Object, Set<EntityId>>) given)
                    .forEach((key, found) -> other.put(key, Set.of(new java.util.TreeSet<>(found).first())));
            return other;
        });
    }

    /** M31. */
    static Guise neverRetriesRefused() {
        return answering("refused", given -> List.of());
    }

    /** M39. */
    static Guise dropsLookalikes() {
        return tampering(() -> (stage, name, arguments, honest) -> name.equals("setAside")
                ? honest.apply(new Object[] {
                    ((Collection<Quarantined>) arguments[0])
                            .stream()
                                    .filter(each -> each.cause().step() != Cause.Step.MATCH)
                                    .toList()
                })
                : honest.apply(arguments));
    }

    /** M22: a reference to what has no record there is written all the same. */
    static Guise orphansGo() {
        return tampering(() -> {
            boolean[] claiming = {false};
            SystemId[] target = new SystemId[1];
            return (stage, name, arguments, honest) -> {
                if (name.equals("due")) {
                    claiming[0] = true;
                    target[0] = ((Outbox.Target) arguments[0]).system();
                }
                Object answer = honest.apply(arguments);
                if (!name.equals("dossiers") || !claiming[0]) {
                    return answer;
                }
                Map<EntityId, Dossier> all = new HashMap<>((Map<EntityId, Dossier>) answer);
                all.replaceAll((id, dossier) -> dossier.golden().type().equals(Landscape.PARTNER)
                                && !dossier.shadows().containsKey(target[0])
                                && dossier.pending().get(target[0]) == null
                        ? dossier.with(Shadow.fresh(new RecordKey(target[0], Landscape.PARTNER, id.value())))
                        : dossier);
                return all;
            };
        });
    }

    /** M13. */
    static Guise noIntentBeforeTheCall() {
        Set<Long> skipped = new HashSet<>();
        return tampering(() -> (stage, name, arguments, honest) -> {
            if (!name.equals("move")) {
                return honest.apply(arguments);
            }
            Collection<Intent> moved = (Collection<Intent>) arguments[0];
            if (arguments[1] == Intent.Status.SENT) {
                moved.forEach(intent -> skipped.add(intent.number()));
                return Tampering.class;
            }
            List<Intent> late = moved.stream()
                    .filter(intent -> skipped.remove(intent.number()))
                    .toList();
            if (!late.isEmpty()) {
                stage.move(late, Intent.Status.SENT, (Instant) arguments[2]);
            }
            return honest.apply(arguments);
        });
    }

    /** M25. */
    static Guise rollsBackCreates() {
        Set<Long> once = new HashSet<>();
        return tampering(() -> {
            Set<EntityId> back = new LinkedHashSet<>();
            return (stage, name, arguments, honest) -> {
                if (name.equals("move") && arguments[1] == Intent.Status.CONFIRMED) {
                    List<Intent> rest = new ArrayList<>();
                    for (Intent intent : (Collection<Intent>) arguments[0]) {
                        boolean rolls = intent.write().kind() == Write.Kind.CREATE && once.add(intent.number());
                        (rolls ? new ArrayList<Intent>() : rest).add(intent);
                        if (rolls) {
                            back.add(intent.write().entity());
                            stage.move(List.of(intent), Intent.Status.PLANNED, (Instant) arguments[2]);
                        }
                    }
                    return honest.apply(new Object[] {rest, arguments[1], arguments[2]});
                }
                if (name.equals("saveShadows") && !back.isEmpty()) {
                    Map<EntityId, List<Shadow>> rest = new HashMap<>((Map<EntityId, List<Shadow>>) arguments[0]);
                    rest.keySet().removeAll(back);
                    return honest.apply(new Object[] {rest});
                }
                return honest.apply(arguments);
            };
        });
    }

    /** M24: a record whose key changed is taken for another. */
    static Guise keysAreIdentity() {
        Map<RecordKey, String> keys = new HashMap<>();
        Set<RecordKey> strangers = new HashSet<>();
        return new Guise() {
            @Override
            public Arrivals arrivals(SimSystem system, Arrivals honest) {
                return new Arrivals() {
                    @Override
                    public Pass read(
                            Order order, java.util.function.Consumer<List<dev.interlock.record.Observation>> pages) {
                        return honest.read(order, page -> {
                            page.forEach(each -> {
                                String key = each.fields()
                                        .text("Email")
                                        .or(() -> each.fields().text("email"))
                                        .or(() -> each.fields().text("mail"))
                                        .orElse("");
                                String before = keys.put(each.key(), key);
                                if (before != null && !before.equals(key) && each.isLive()) {
                                    strangers.add(each.key());
                                }
                            });
                            pages.accept(page);
                            strangers.clear();
                        });
                    }

                    @Override
                    public int recordsPerPage(dev.interlock.mapping.Place place) {
                        return honest.recordsPerPage(place);
                    }
                };
            }

            @Override
            public StagingStore store(StagingStore store, World world) {
                return new Tampering(store, () -> (stage, name, arguments, honest) -> {
                    Object answer = honest.apply(arguments);
                    if (name.equals("entities")) {
                        Map<RecordKey, EntityId> rest = new HashMap<>((Map<RecordKey, EntityId>) answer);
                        rest.keySet().removeAll(strangers);
                        return rest;
                    }
                    return answer;
                });
            }
        };
    }

    /** M26. */
    static Guise marksBeforeReading() {
        StagingStore[] at = new StagingStore[1];
        return new Guise() {
            @Override
            public StagingStore store(StagingStore store, World world) {
                at[0] = store;
                return store;
            }

            @Override
            public Arrivals arrivals(SimSystem system, Arrivals honest) {
                return new Arrivals() {
                    @Override
                    public Pass read(
                            Order order, java.util.function.Consumer<List<dev.interlock.record.Observation>> pages) {
                        at[0].inTransaction(stage -> {
                            stage.saveWatermark(
                                    new Outbox.Target(system.id(), order.type()),
                                    new Watermark(List.of(new Watermark.Interval(Instant.EPOCH, system.now()))));
                            return stage;
                        });
                        return honest.read(order, pages);
                    }

                    @Override
                    public int recordsPerPage(dev.interlock.mapping.Place place) {
                        return honest.recordsPerPage(place);
                    }
                };
            }
        };
    }

    /** M28. */
    static Guise lockStaysBehind() {
        boolean[] running = {false};
        return new Guise() {
            @Override
            public boolean begins(World world) {
                boolean free = !running[0];
                running[0] = true;
                return free;
            }

            @Override
            public void ends(World world) {
                running[0] = false;
            }
        };
    }
}
