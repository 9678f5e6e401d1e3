package dev.interlock.simulation;

import dev.interlock.mapping.Field;
import dev.interlock.record.Fate;
import dev.interlock.record.RecordType;
import dev.interlock.record.SystemId;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;

/** What people do in the systems. Each edit is kept in {@link Claims}. */
final class Users {
    private final World world;
    private final Picking pick;
    private int values;

    Users(World world) {
        this.world = world;
        this.pick = new Picking(world);
    }

    /** Somebody edits while a run is going on. */
    void interfere(Dice dice) {
        switch (dice.below(6)) {
            case 0 -> create(dice);
            case 1 -> blank(dice);
            case 2 -> delete(dice);
            default -> edit(dice);
        }
    }

    void create(Dice dice) {
        RecordType type = dice.one(world.landscape().types());
        SystemId system = dice.one(world.landscape().systems(type));
        enter(world.system(system), type, world.souls().another(), dice);
    }

    void twin(Dice dice) {
        new Twins(world, this).enter(dice);
    }

    /** A type whose records are recognised by a key. */
    RecordType keyed(Dice dice) {
        return dice.one(world.landscape().types().stream()
                .filter(type -> !type.equals(Landscape.DEAL))
                .toList());
    }

    /** Somebody enters a record that says it has this key. */
    void enter(SimSystem system, RecordType type, String key, Dice dice) {
        enter(system, type, world.souls().another(), dice);
        SimRecord record = java.util.Objects.requireNonNull(system.records.get(system.lastId()));
        change(record, world.landscape().field(type, "email"), key, dice);
    }

    void enter(SimSystem system, RecordType type, int soul, Dice dice) {
        SimRecord record = system.create(type, soul);
        world.tell("a user enters " + record + " of #" + soul);
        for (Field field : pick.fields(type, system.id())) {
            String value = field.name().equals("email") ? key(soul, type) : value(record, field, dice);
            if (!value.isEmpty() && (field.name().equals("email") || dice.chance(70))) {
                set(record, field, value, dice);
            }
        }
        system.changed(record);
    }

    String key(int soul, RecordType type) {
        return world.claims().about(soul, type, "email").stream()
                .filter(claim -> !claim.value().isEmpty())
                .reduce((first, second) -> second)
                .map(Claims.Claim::value)
                .orElse("p" + soul + "@x.example");
    }

    void edit(Dice dice) {
        pick.anyLive(dice).ifPresent(record -> {
            Field field = dice.one(pick.plain(record));
            change(record, field, value(record, field, dice), dice);
        });
    }

    void blank(Dice dice) {
        pick.anyLive(dice).ifPresent(record -> {
            Field field = dice.one(pick.plain(record));
            if (record.columns.containsKey(column(record, field))) {
                change(record, field, "", dice);
            }
        });
    }

    /** Two edits within one granule of the stamp. */
    void burst(Dice dice) {
        pick.anyLive(dice).ifPresent(record -> {
            change(record, dice.one(pick.plain(record)), dice);
            change(record, dice.one(pick.plain(record)), dice);
        });
    }

    /** A, B, A. */
    void thereAndBack(Dice dice) {
        pick.anyLive(dice).ifPresent(record -> {
            Field field = dice.one(pick.plain(record));
            String before = meaning(record, field);
            change(record, field, dice);
            if (dice.chance(50)) {
                world.clock().advance(java.time.Duration.ofSeconds(dice.below(200)));
            }
            change(record, field, before, dice);
        });
    }

    /** One record, one field, one value. */
    void set(SimRecord record, String field, String value, Dice dice) {
        change(record, world.landscape().field(record.type, field), value, dice);
    }

    /** The same field to different values, in two systems. */
    void clash(Dice dice) {
        pick.pair(dice).ifPresent(pair -> {
            Field field = dice.one(pick.shared(pair));
            pair.forEach(record -> change(record, field, dice));
        });
    }

    /** The same field to the same value, in two systems. */
    void agree(Dice dice) {
        pick.pair(dice).ifPresent(pair -> {
            Field field = dice.one(pick.shared(pair));
            if (!Spelling.isReference(field)) {
                String value = value(pair.getFirst(), field, dice);
                pair.forEach(record -> change(record, field, value, dice));
            }
        });
    }

    /** Different fields, in two systems. */
    void disjoint(Dice dice) {
        pick.pair(dice).ifPresent(pair -> {
            List<Field> fields = pick.shared(pair);
            int first = dice.below(fields.size());
            int second = (first + 1 + dice.below(fields.size() - 1)) % fields.size();
            change(pair.getFirst(), fields.get(first), dice);
            change(pair.getLast(), fields.get(second), dice);
        });
    }

    void changeKey(Dice dice) {
        RecordType type = keyed(dice);
        List<SimRecord> some =
                pick.free(pick.live(type)).stream().filter(pick::isRecognised).toList();
        if (!some.isEmpty()) {
            SimRecord record = dice.one(some);
            Field field = world.landscape().field(type, "email");
            change(record, field, "q" + record.soul + "." + (++values) + "@x.example", dice);
        }
    }

    void delete(Dice dice) {
        pick.anyLive(dice).ifPresent(this::delete);
    }

    void delete(SimRecord record) {
        world.tell("a user deletes " + record);
        record.fate = SimSystem.gone();
        world.system(record.system).changed(record);
    }

    void undelete(Dice dice) {
        List<SimRecord> gone = world.landscape().types().stream()
                .flatMap(type -> world.records(type).stream())
                .filter(record -> record.fate instanceof Fate.Gone)
                .toList();
        if (!gone.isEmpty()) {
            SimRecord record = dice.one(gone);
            world.tell("a user restores " + record);
            record.fate = new Fate.Live();
            world.system(record.system).changed(record);
        }
    }

    void merge(Dice dice) {
        new Merger(world).merge(dice);
    }

    /** A person looks at a field that systems hold differently, and writes one value into all of them. */
    void resolve(SimRecord any, Field field, Dice dice) {
        List<SimRecord> records = pick.live(any.type).stream()
                .filter(record -> world.soul(record) == world.soul(any)
                        && field.in(record.system).isPresent())
                .toList();
        BitSet known = new BitSet();
        records.forEach(record -> known.or(Claims.knownBy(record.held.get(field.name()))));
        List<String> said = records.stream()
                .map(record -> meaning(record, field))
                .filter(each -> !each.isEmpty() && !each.startsWith("?"))
                .distinct()
                .toList();
        if (said.isEmpty() || Spelling.isReference(field)) {
            return;
        }
        String value = dice.one(said);
        world.tell("a person decides " + field.name() + " of " + any + " to be '" + value + "'");
        records.forEach(record -> {
            put(record, field, value, dice);
            world.claims()
                    .say(
                            record,
                            field.name(),
                            value,
                            world.system(record.system).now(),
                            (BitSet) known.clone(),
                            true);
            world.system(record.system).changed(record);
        });
    }

    private void change(SimRecord record, Field field, Dice dice) {
        change(record, field, value(record, field, dice), dice);
    }

    void change(SimRecord record, Field field, String value, Dice dice) {
        boolean gone = value.startsWith("#") && parent(record.system, value).isEmpty();
        if (gone || value.equals(meaning(record, field))) {
            return;
        }
        world.tell("a user sets " + field.name() + " of " + record + " to '" + value + "'");
        BitSet knew = meaning(record, field).isEmpty()
                ? world.claims().knownToBlank(record, field.name())
                : Claims.knownBy(record.held.get(field.name()));
        put(record, field, value, dice);
        world.claims()
                .say(record, field.name(), value, world.system(record.system).stampNow(), knew, false);
        world.system(record.system).changed(record);
    }

    private void set(SimRecord record, Field field, String value, Dice dice) {
        put(record, field, value, dice);
        world.claims()
                .say(record, field.name(), value, world.system(record.system).stampNow());
    }

    private void put(SimRecord record, Field field, String value, Dice dice) {
        String column = column(record, field);
        if (value.isEmpty()) {
            record.columns.remove(column);
        } else if (Spelling.isReference(field)) {
            record.columns.put(column, parent(record.system, value).orElseThrow());
        } else {
            record.columns.put(column, Spelling.text(field, record.system, value, dice));
        }
    }

    private Optional<String> parent(SystemId system, String soul) {
        int wanted = world.souls().root(Integer.parseInt(soul.substring(1)));
        return world.system(system).live(Landscape.PARTNER).stream()
                .filter(record -> world.soul(record) == wanted)
                .map(record -> record.id)
                .findFirst();
    }

    String meaning(SimRecord record, Field field) {
        return world.oracle().meaning(record.system, field, record.columns.getOrDefault(column(record, field), ""));
    }

    private String value(SimRecord record, Field field, Dice dice) {
        return switch (field.kind()) {
            case MONEY -> Integer.toString(1 + ++values) + (dice.chance(30) ? ".5" : "");
            case CHOICE -> dice.one(Spelling.CHOICES);
            case REFERENCE -> {
                List<SimRecord> parents = world.system(record.system).live(Landscape.PARTNER);
                yield parents.isEmpty() ? "" : "#" + world.soul(dice.one(parents));
            }
            default ->
                dice.one(List.of("v" + ++values, "v" + ++values, "same", "O'Brien & Söhne", "日本 🙂 v" + ++values));
        };
    }

    static String column(SimRecord record, Field field) {
        return Landscape.column(field, record.system);
    }
}
