package dev.interlock.plan;

import dev.interlock.mapping.Authority;
import dev.interlock.mapping.Binding;
import dev.interlock.mapping.Binding.Direction;
import dev.interlock.mapping.Field;
import dev.interlock.mapping.FieldKind;
import dev.interlock.mapping.FieldRule;
import dev.interlock.mapping.Naming;
import dev.interlock.mapping.Spot;
import dev.interlock.record.RecordType;
import dev.interlock.record.SystemId;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/** A field as a test describes it: everywhere in both directions, a person decides, anybody may write, blanks do not count. */
final class FieldSketch {

    private final String name;
    private final FieldKind kind;
    private final Map<SystemId, Direction> directions = new TreeMap<>();
    private Authority authority = new Authority.Ask();
    private Set<SystemId> writers = Set.of();
    private FieldRule.Unauthorised unauthorised = FieldRule.Unauthorised.REVERT;
    private FieldRule.Blank blank = FieldRule.Blank.REJECT;
    private Optional<Naming> naming = Optional.empty();

    private FieldSketch(String name, FieldKind kind) {
        this.name = name;
        this.kind = kind;
        Sketch.ALL.forEach(system -> directions.put(system, Direction.BOTH));
    }

    static FieldSketch field(String name) {
        return of(name, FieldKind.TEXT);
    }

    static FieldSketch of(String name, FieldKind kind) {
        return new FieldSketch(name, kind);
    }

    FieldSketch ranked(SystemId... order) {
        return authority(new Authority.Ranked(List.of(order)));
    }

    FieldSketch newest(Duration skew) {
        return authority(new Authority.Newest(skew));
    }

    FieldSketch merged() {
        return authority(new Authority.Merged());
    }

    FieldSketch authority(Authority other) {
        this.authority = other;
        return this;
    }

    FieldSketch writers(SystemId... systems) {
        this.writers = Set.of(systems);
        return this;
    }

    FieldSketch intruders(FieldRule.Unauthorised policy) {
        this.unauthorised = policy;
        return this;
    }

    FieldSketch blank(FieldRule.Blank policy) {
        this.blank = policy;
        return this;
    }

    FieldSketch written(Naming standard) {
        this.naming = Optional.of(standard);
        return this;
    }

    FieldSketch in(SystemId system, Direction direction) {
        directions.put(system, direction);
        return this;
    }

    Field drawn() {
        Map<SystemId, Binding> bindings = new HashMap<>();
        directions.forEach((system, direction) ->
                bindings.put(system, new Binding(new PlainLens(name, kind), direction, new Spot("sketch.yaml", 1, 1))));
        Optional<RecordType> refersTo =
                kind == FieldKind.REFERENCE ? Optional.of(new RecordType("partner")) : Optional.empty();
        return new Field(
                name, kind, refersTo, new FieldRule(authority, writers, unauthorised, blank), bindings, naming);
    }
}
