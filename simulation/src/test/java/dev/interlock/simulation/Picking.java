package dev.interlock.simulation;

import dev.interlock.mapping.Field;
import dev.interlock.record.RecordType;
import dev.interlock.record.SystemId;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/** What people can lay their hands on: records that live and are not just being written, and fields that they have. */
final class Picking {
    private final World world;

    Picking(World world) {
        this.world = world;
    }

    /** Every field but the one that records are recognised by. */
    List<Field> plain(SimRecord record) {
        return fields(record.type, record.system).stream()
                .filter(field -> !field.name().equals("email"))
                .toList();
    }

    List<Field> fields(RecordType type, SystemId system) {
        return world.landscape().fields(type).stream()
                .filter(field -> field.in(system).isPresent())
                .toList();
    }

    List<Field> shared(List<SimRecord> pair) {
        return plain(pair.getFirst()).stream()
                .filter(field -> field.in(pair.getLast().system).isPresent())
                .toList();
    }

    List<SimRecord> live(RecordType type) {
        return world.records(type).stream().filter(SimRecord::isLive).toList();
    }

    List<SimRecord> free(List<SimRecord> records) {
        return records.stream()
                .filter(record -> !world.calls().isAboutToBeWritten(record))
                .toList();
    }

    /** Whether the engine knows who it is: of two that nobody ever saw with one key nobody can tell. */
    boolean isRecognised(SimRecord record) {
        List<SimRecord> same = world.records(record.type).stream()
                .filter(other -> world.soul(other) == world.soul(record))
                .toList();
        return same.size() == 1 || same.stream().allMatch(world.oracle().ledgers()::isLinked);
    }

    Optional<SimRecord> anyLive(Dice dice) {
        List<SimRecord> all = new ArrayList<>();
        world.landscape().types().forEach(type -> all.addAll(free(live(type))));
        return all.isEmpty() ? Optional.empty() : Optional.of(dice.one(all));
    }

    /** Two records of one soul, in two systems. */
    Optional<List<SimRecord>> pair(Dice dice) {
        return anyLive(dice).flatMap(one -> {
            List<SimRecord> others = free(live(one.type)).stream()
                    .filter(other -> !other.system.equals(one.system) && world.soul(other) == world.soul(one))
                    .toList();
            return others.isEmpty()
                    ? Optional.empty()
                    : Optional.of(List.of(one, Objects.requireNonNull(dice.one(others))));
        });
    }
}
