package dev.interlock.simulation;

import dev.interlock.mapping.Field;
import dev.interlock.record.Fate;
import dev.interlock.record.Observation;
import dev.interlock.record.RecordType;
import dev.interlock.record.SystemId;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/** Everything outside the engine: time, three systems, the users, and the weather of the present run. */
final class World {
    private final VirtualClock clock = new VirtualClock(Instant.parse("2026-03-29T00:30:00Z"));
    private Landscape landscape;
    private final Guise guise;
    private final Map<SystemId, SimSystem> systems = new TreeMap<>();
    private final Souls souls = new Souls();
    private final Calls calls = new Calls(this);
    private final Claims claims;
    private final Users users = new Users(this);
    private final Flows flows = new Flows(this);
    private final Oracle oracle;
    private final List<String> log = new ArrayList<>();
    private final Set<SimRecord> observed = new HashSet<>();
    private final Set<String> hidden = new HashSet<>();
    private final Set<String> everHidden = new HashSet<>();
    private final Set<String> forbidden = new HashSet<>();
    private final Set<String> locked = new HashSet<>();
    private final Map<String, Integer> deletes = new TreeMap<>();
    private final Map<String, Integer> liveBefore = new TreeMap<>();
    /** What a rehearsal is told is forgotten after it. */
    private boolean rehearsal;

    World(Landscape landscape, Guise guise, Dice dice, Ledgers ledgers) {
        this.landscape = landscape;
        this.guise = guise;
        systems.put(Landscape.SF, new SimSystem(Landscape.SF, Manner.salesforce(skew(dice)), this));
        systems.put(Landscape.HS, new SimSystem(Landscape.HS, Manner.hubspot(skew(dice)), this));
        systems.put(Landscape.PS, new SimSystem(Landscape.PS, Manner.partnerstack(skew(dice)), this));
        this.claims = new Claims(souls, ledgers::isLinked, this::stamp);
        this.oracle = new Oracle(this, ledgers);
    }

    /** Systems stamp records and not fields: a word is as new as the newest record that holds it. */
    private Instant stamp(Claims.Claim word) {
        return records(word.type()).stream()
                .filter(record -> record.isLive() && souls.root(record.soul) == souls.root(word.soul()))
                .filter(record -> Optional.ofNullable(record.held.get(word.field()))
                        .filter(held -> held.claim().id() == word.id())
                        .isPresent())
                .map(record -> record.stamp)
                .reduce(word.where().stamp, (one, other) -> one.isAfter(other) ? one : other);
    }

    private static Duration skew(Dice dice) {
        return Duration.ofMillis(dice.one(List.of(0, 0, 700, -900, 40_000, -40_000)));
    }

    VirtualClock clock() {
        return clock;
    }

    Landscape landscape() {
        return landscape;
    }

    /** F28: the next process finds another configuration. */
    void change(Dice dice) {
        landscape = landscape.changed(dice);
        everHidden.add(Landscape.PS + ".city");
        tell("somebody changed the configuration: " + landscape.shape());
    }

    Guise guise() {
        return guise;
    }

    Claims claims() {
        return claims;
    }

    Users users() {
        return users;
    }

    Flows flows() {
        return flows;
    }

    Oracle oracle() {
        return oracle;
    }

    Map<SystemId, SimSystem> systems() {
        return systems;
    }

    SimSystem system(SystemId id) {
        return java.util.Objects.requireNonNull(systems.get(id));
    }

    List<String> log() {
        return log;
    }

    Set<SimRecord> observed() {
        return observed;
    }

    void tell(String what) {
        log.add(clock.instant() + " " + what);
    }

    Souls souls() {
        return souls;
    }

    Calls calls() {
        return calls;
    }

    int soul(SimRecord record) {
        return souls.root(record.soul);
    }

    List<SimRecord> records(RecordType type) {
        List<SimRecord> all = new ArrayList<>();
        systems.values()
                .forEach(system -> system.records.values().stream()
                        .filter(record -> record.type.equals(type))
                        .forEach(all::add));
        return all;
    }

    /** Columns nobody shows us, as {@code system.column}. */
    Set<String> hidden() {
        return hidden;
    }

    /** Columns that were hidden once: what changed meanwhile shows with an old stamp, and only a full reading finds it. */
    Set<String> everHidden() {
        return everHidden;
    }

    /** Values that a rule of the systems refuses at present. */
    Set<String> forbidden() {
        return forbidden;
    }

    /** Objects we may not use at present, as {@code system type}. */
    Set<String> locked() {
        return locked;
    }

    boolean isHidden(SystemId system, String column) {
        return hidden.contains(system + "." + column);
    }

    /** S16: more deletes in one run than the safety net lets through. */
    void countDelete(SimRecord record) {
        String target = record.system + " " + record.type;
        int count = deletes.merge(target, 1, Integer::sum);
        int live = liveBefore.getOrDefault(target, 0);
        Oracle.require(count <= 4, Invariant.S16, count + " deletes of " + live + " in " + target + " in one run");
    }

    private void countLive() {
        deletes.clear();
        liveBefore.clear();
        systems.values()
                .forEach(system -> system.records.values().stream()
                        .filter(SimRecord::isLive)
                        .forEach(record -> liveBefore.merge(record.system + " " + record.type, 1, Integer::sum)));
    }

    /** Another process begins, under another sky. */
    void begin(Weather next) {
        countLive();
        calls.begin(next);
    }

    void rehearse(Runnable work) {
        rehearsal = true;
        work.run();
        rehearsal = false;
    }

    /** L3: each edit goes to the two other systems, where it may lose and come back; each record is made and ended once. */
    long mostWrites() {
        long records = systems.values().stream()
                .mapToLong(system -> system.records.size())
                .sum();
        return 4L * claims.count() + 4L * records;
    }

    /** What the engine was told. */
    void read(SimSystem system, List<Observation> page) {
        if (rehearsal) {
            return;
        }
        for (Observation each : page) {
            SimRecord record = system.records.get(each.key().id());
            if (record != null && each.fate() instanceof Fate.MergedInto) {
                record.mergeTold = true;
            } else if (record != null && each.isLive()) {
                observed.add(record);
                show(each, system.imageOf(each), record);
            }
        }
    }

    private void show(Observation told, SimRecord.Image image, SimRecord record) {
        image.held().forEach((name, held) -> {
            Field field = landscape.field(record.type, name);
            if (field.in(record.system).isPresent() && told.fields().mentions(Landscape.column(field, record.system))) {
                claims.show(held.claim());
            }
        });
    }
}
