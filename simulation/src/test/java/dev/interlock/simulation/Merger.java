package dev.interlock.simulation;

import dev.interlock.mapping.Field;
import dev.interlock.record.Fate;
import dev.interlock.record.RecordType;
import java.util.BitSet;
import java.util.List;

/** A user merges two records of one system: one lives on, with the values the user chose. */
final class Merger {
    private final World world;

    Merger(World world) {
        this.world = world;
    }

    void merge(Dice dice) {
        RecordType type = dice.one(world.landscape().types());
        SimSystem system = world.system(dice.one(List.of(Landscape.SF, Landscape.HS)));
        List<SimRecord> live = system.live(type).stream()
                .filter(record -> !world.calls().isAboutToBeWritten(record))
                .toList();
        if (live.size() < 2) {
            return;
        }
        int first = dice.below(live.size());
        SimRecord winner = live.get(first);
        SimRecord loser = live.get((first + 1 + dice.below(live.size() - 1)) % live.size());
        // Of one that has a twin which nobody saw yet the key may go in the merge: then nobody can tell any more.
        Picking pick = new Picking(world);
        if (pick.isRecognised(winner) && pick.isRecognised(loser)) {
            merge(system, winner, loser, dice);
        }
    }

    private void merge(SimSystem system, SimRecord winner, SimRecord loser, Dice dice) {
        world.tell("a user merges " + loser + " into " + winner);
        world.souls().unite(loser.soul, winner.soul);
        for (Field field : world.landscape().fields(winner.type)) {
            if (field.in(system.id()).isPresent()) {
                choose(field, winner, loser, dice);
            }
        }
        loser.fate = new Fate.MergedInto(winner.id);
        system.changed(loser);
        system.changed(winner);
        adoptChildren(system, winner, loser);
    }

    private void choose(Field field, SimRecord winner, SimRecord loser, Dice dice) {
        String column = Users.column(winner, field);
        boolean isBlank = !winner.columns.containsKey(column);
        boolean takes = loser.columns.containsKey(column) && (isBlank || dice.chance(25));
        if (takes) {
            winner.columns.put(column, loser.columns.get(column));
        }
        BitSet known = Claims.knownBy(winner.held.get(field.name()));
        known.or(Claims.knownBy(loser.held.get(field.name())));
        Claims.Held kept = winner.held.get(field.name());
        chooseUnseen(column, List.of(winner, loser), field);
        if (!takes && kept != null) {
            winner.held.put(field.name(), new Claims.Held(kept.claim(), known));
            Claims.Held gone = loser.held.get(field.name());
            if (gone != null) {
                world.claims().choose(gone, kept);
            }
        } else if (takes) {
            String value = world.users().meaning(winner, field);
            world.claims()
                    .say(
                            winner,
                            field.name(),
                            value,
                            world.system(winner.system).stampNow(),
                            known,
                            false);
        }
    }

    /** What was chosen of a field that we may not see nobody can tell us: the value that stood before counts. */
    private void chooseUnseen(String column, List<SimRecord> both, Field field) {
        Claims.Held kept = both.getFirst().held.get(field.name());
        Claims.Held gone = both.getLast().held.get(field.name());
        if (world.isHidden(both.getFirst().system, column) && kept != null && gone != null) {
            world.claims().choose(gone, kept);
        }
    }

    private void adoptChildren(SimSystem system, SimRecord winner, SimRecord loser) {
        for (RecordType type : world.landscape().types()) {
            for (Field field : world.landscape().fields(type)) {
                if (Spelling.isReference(field)) {
                    system.live(type).stream()
                            .filter(child -> loser.id.equals(child.columns.get(Users.column(child, field))))
                            .forEach(child -> {
                                child.columns.put(Users.column(child, field), winner.id);
                                system.changed(child);
                            });
                }
            }
        }
    }
}
