package dev.interlock.simulation;

import dev.interlock.mapping.Field;
import dev.interlock.record.Fate;
import dev.interlock.record.RecordKey;
import dev.interlock.record.RecordType;
import dev.interlock.record.SystemId;
import java.util.List;

/** What happens to many records at once, or to what can be seen of them. */
final class Upheavals {
    private final World world;

    Upheavals(World world) {
        this.world = world;
    }

    void massDelete(Dice dice) {
        RecordType type = dice.one(world.landscape().types());
        SimSystem system = world.system(dice.one(world.landscape().systems(type)));
        List<SimRecord> live = free(system.live(type));
        if (live.size() > 4 || (live.size() > 1 && dice.chance(20))) {
            live.subList(0, live.size() - 1).forEach(world.users()::delete);
        }
    }

    void convert(Dice dice) {
        List<SimRecord> leads = free(world.system(Landscape.SF).live(Landscape.LEAD));
        if (!leads.isEmpty()) {
            SimRecord lead = dice.one(leads);
            world.tell("a user converts " + lead);
            lead.fate = new Fate.ConvertedInto(
                    List.of(new RecordKey(Landscape.SF, new RecordType("Account"), "acc-" + lead.id)));
            world.system(Landscape.SF).changed(lead);
        }
    }

    /** A second record with the key of one that is there. */
    void sameKey(Dice dice) {
        RecordType type = Landscape.PARTNER;
        SimSystem system = world.system(dice.one(world.landscape().systems(type)));
        List<SimRecord> known = system.live(type).stream()
                .filter(record -> world.observed().contains(record))
                .toList();
        if (!known.isEmpty()) {
            enterTwice(system, type, dice.one(known), dice);
        }
    }

    private void enterTwice(SimSystem system, RecordType type, SimRecord one, Dice dice) {
        String key = world.users().meaning(one, world.landscape().field(type, "email"));
        if (!key.isEmpty()) {
            world.users().enter(system, type, key, dice);
            java.util.Objects.requireNonNull(system.records.get(system.lastId())).ambiguous = true;
        }
    }

    /** Two partners come to have one key, and somebody enters a third record with it, in a system that knows neither. */
    void ambiguous(Dice dice) {
        List<SimRecord> known = free(world.system(Landscape.SF).live(Landscape.PARTNER)).stream()
                .filter(record -> world.observed().contains(record) && isUnknownIn(Landscape.PS, record))
                .toList();
        if (known.size() < 2) {
            return;
        }
        SimRecord one = known.get(0);
        SimRecord other = known.get(1);
        Field email = world.landscape().field(Landscape.PARTNER, "email");
        String key = world.users().meaning(one, email);
        if (!key.isEmpty() && world.soul(one) != world.soul(other)) {
            world.users().change(other, email, key, dice);
            enterTwice(world.system(Landscape.PS), Landscape.PARTNER, one, dice);
            SimRecord third = world.system(Landscape.PS)
                    .records
                    .get(world.system(Landscape.PS).lastId());
            java.util.Objects.requireNonNull(third).contested = true;
        }
    }

    private boolean isUnknownIn(SystemId system, SimRecord record) {
        return world.system(system).records.values().stream()
                .noneMatch(other -> world.soul(other) == world.soul(record));
    }

    void hideRecord(Dice dice) {
        List<SimRecord> live = free(world.records(dice.one(world.landscape().types()))).stream()
                .filter(record -> record.isLive() && isKnown(record))
                .toList();
        if (!live.isEmpty()) {
            hide(dice.one(live));
        }
    }

    private void hide(SimRecord record) {
        world.tell("we may not see " + record + " any more");
        record.hidden = true;
        record.wasHidden = true;
    }

    /** F16: a sharing rule takes everything away, and the list is empty without a word. */
    void hideAll(Dice dice) {
        RecordType type = dice.one(world.landscape().types());
        SimSystem system = world.system(dice.one(world.landscape().systems(type)));
        free(system.live(type)).stream().filter(this::isKnown).forEach(this::hide);
    }

    /** What we made and were not told of is not taken out of our sight before: nobody could tell that it was made. */
    private boolean isKnown(SimRecord record) {
        return !world.oracle().isMade(record) || world.oracle().ledgers().isLinked(record);
    }

    /** F16: every call about an object is refused. */
    void lockObject(Dice dice) {
        RecordType type = dice.one(world.landscape().types());
        SystemId system = dice.one(world.landscape().systems(type));
        world.tell("we may not use " + type + " in " + system + " any more");
        world.locked().add(system + " " + type);
    }

    void showRecords() {
        world.locked().clear();
        for (RecordType type : world.landscape().types()) {
            for (SimRecord record : world.records(type)) {
                if (record.hidden) {
                    world.tell("we may see " + record + " again");
                    record.hidden = false;
                }
            }
        }
    }

    void hideField(Dice dice) {
        RecordType type = dice.one(world.landscape().types());
        Field field = dice.one(world.landscape().fields(type));
        SystemId system = dice.one(world.landscape().systems(type));
        if (field.in(system).isPresent() && !field.name().equals("email")) {
            world.tell("we may not see " + field.name() + " of " + type + " in " + system + " any more");
            world.hidden().add(system + "." + Landscape.column(field, system));
            world.everHidden().addAll(world.hidden());
        }
    }

    private List<SimRecord> free(List<SimRecord> records) {
        return records.stream()
                .filter(record -> !world.calls().isAboutToBeWritten(record))
                .toList();
    }
}
