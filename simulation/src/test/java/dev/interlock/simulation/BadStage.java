package dev.interlock.simulation;

import dev.interlock.plan.Dossier;
import dev.interlock.plan.Shadow;
import dev.interlock.plan.Write;
import dev.interlock.record.EntityId;
import dev.interlock.record.RecordKey;
import dev.interlock.record.SystemId;
import dev.interlock.routes.system.Arrivals;
import dev.interlock.stage.Cause;
import dev.interlock.stage.Intent;
import dev.interlock.stage.Outbox;
import dev.interlock.stage.Quarantined;
import dev.interlock.stage.StagingStore;
import dev.interlock.stage.Watermark;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.UnaryOperator;

/** Known bugs in what is kept, and in what is answered of it. */
@SuppressWarnings("unchecked")
final class BadStage {
    private BadStage() {}

    private static Guise answering(String call, UnaryOperator<Object> answer) {
        return Tampering.with(() -> (stage, name, arguments, honest) ->
                name.equals(call) ? answer.apply(honest.apply(arguments)) : honest.apply(arguments));
    }

    /** M16. */
    static Guise everythingChanged() {
        return answering("dossiers", given -> {
            Map<EntityId, Dossier> other = new HashMap<>();
            ((Map<EntityId, Dossier>) given).forEach((id, dossier) -> {
                Map<SystemId, Shadow> shadows = new TreeMap<>(dossier.shadows());
                shadows.replaceAll((system, shadow) -> BadPlans.based(shadow, Map.of()));
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
        return Tampering.with(() -> (stage, name, arguments, honest) -> name.equals("setAside")
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
        return Tampering.with(() -> {
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
        return Tampering.with(() -> (stage, name, arguments, honest) -> {
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
        return Tampering.with(() -> {
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
