package dev.interlock.simulation;

import dev.interlock.record.RecordType;
import dev.interlock.record.SystemId;
import java.util.List;
import java.util.Objects;

/** Somebody enters by hand, in another system, what is there already. */
final class Twins {
    private final World world;
    private final Users users;

    Twins(World world, Users users) {
        this.world = world;
        this.users = users;
    }

    void enter(Dice dice) {
        RecordType type = users.keyed(dice);
        List<SimRecord> all =
                world.records(type).stream().filter(SimRecord::isLive).toList();
        if (all.isEmpty()) {
            return;
        }
        SimRecord one = dice.one(all);
        SystemId system = dice.one(world.landscape().systems(type));
        boolean taken = world.records(type).stream()
                .anyMatch(record -> record.system.equals(system) && world.soul(record) == world.soul(one));
        if (!taken && isKeyKnown(one)) {
            enter(world.system(system), one, dice);
        }
    }

    /** Of the twin of one that nobody can tell from another nobody can tell whose twin it is. */
    private void enter(SimSystem system, SimRecord one, Dice dice) {
        if (one.ambiguous) {
            users.enter(system, one.type, users.key(one.soul, one.type), dice);
            Objects.requireNonNull(system.records.get(system.lastId())).ambiguous = true;
        } else {
            users.enter(system, one.type, one.soul, dice);
        }
    }

    /** Of two that have a key which one of them only just got nobody can tell that they are one. */
    private boolean isKeyKnown(SimRecord one) {
        return world.claims().about(one.soul, one.type, "email").stream()
                .filter(claim -> !claim.value().isEmpty())
                .reduce((first, second) -> second)
                .filter(claim -> claim.knew().isEmpty() || world.claims().wasShown(claim))
                .isPresent();
    }
}
