package dev.interlock.simulation;

import dev.interlock.plan.Dossier;
import dev.interlock.plan.Shadow;
import dev.interlock.record.SystemId;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** Looks at the store after every step. */
final class Watchdog {
    private final World world;
    private final Ledgers ledgers;

    Watchdog(World world, Ledgers ledgers) {
        this.world = world;
        this.ledgers = ledgers;
    }

    void look() {
        linksAreUnique();
        lanesAreInOrder();
        for (Dossier dossier : ledgers.dossiers().values()) {
            identityIsOne(dossier);
        }
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
            owners.put(row.system() + " " + row.type() + " " + row.id(), row.entity());
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
            Oracle.require(row.operation() > before, Invariant.S10, "intent " + row.number() + " is out of order in " + lane);
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
            Optional.ofNullable(world.system(each.getKey()).records.get(each.getValue().key().id()))
                    .ifPresent(record -> souls.add(world.soul(record)));
        }
        Oracle.require(souls.size() <= 1, Invariant.S7, dossier.golden().id() + " links the records of " + souls);
    }
}
