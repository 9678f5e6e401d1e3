package dev.interlock.simulation;

import dev.interlock.mapping.Field;
import dev.interlock.record.RawFields;
import dev.interlock.record.SystemId;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/** F14: automation in a system that changes what was written there, in the same moment; two of them can disagree. */
final class Flows {
    private static final String FIELD = "city";

    private final World world;
    /** By system, whether it writes large. */
    private final Map<SystemId, Boolean> large = new TreeMap<>();
    /** What each of their words was made of, by the number of the claim. */
    private final Map<Integer, String> madeOf = new HashMap<>();

    Flows(World world) {
        this.world = world;
    }

    void begin(Dice dice) {
        SystemId system = dice.one(List.of(Landscape.SF, Landscape.HS));
        large.put(system, dice.chance(50));
        world.tell("a flow in " + system + " writes " + FIELD + (large.get(system) ? " large" : " small"));
    }

    void end() {
        large.clear();
    }

    /** These columns were written at our word. */
    void follow(SimRecord record, RawFields columns) {
        Field field = world.landscape()
                .configuration()
                .records()
                .get(record.type)
                .fields()
                .get(FIELD);
        if (field == null || !large.containsKey(record.system)) {
            return;
        }
        String column = Landscape.column(field, record.system);
        String text = record.columns.getOrDefault(column, "");
        String other = large.get(record.system) ? text.toUpperCase(Locale.ROOT) : text.toLowerCase(Locale.ROOT);
        if (columns.mentions(column) && !other.equals(text)) {
            world.tell("a flow makes it '" + other + "'");
            record.columns.put(column, other);
            Claims.Held said = world.claims()
                    .say(
                            record,
                            FIELD,
                            other.strip(),
                            world.system(record.system).stampNow());
            madeOf.put(said.claim().id(), text.strip());
            world.system(record.system).changed(record);
        }
    }

    /** Whether a flow made the word of this value: whoever writes it again hears the same word again. */
    boolean made(Claims.Claim word, String value) {
        return value.equals(madeOf.get(word.id()));
    }
}
