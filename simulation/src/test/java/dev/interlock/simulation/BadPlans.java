package dev.interlock.simulation;

import dev.interlock.plan.Conflict;
import dev.interlock.plan.Dossier;
import dev.interlock.plan.Plan;
import dev.interlock.plan.Shadow;
import dev.interlock.plan.Write;
import dev.interlock.record.EntityId;
import dev.interlock.record.FieldValue;
import dev.interlock.record.SystemId;
import dev.interlock.stage.Staged;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Known bugs in what is planned: each plan is falsified on its way into the store. */
@SuppressWarnings("unchecked")
final class BadPlans {
    private BadPlans() {}

    private static Guise planning(java.util.function.BiFunction<Plan, Map<EntityId, Dossier>, Plan> planner) {
        return Tampering.with(() -> {
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

    /** A shadow with another base. */
    static Shadow based(Shadow shadow, Map<String, FieldValue> base) {
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
}
