package dev.interlock.simulation;

import dev.interlock.mapping.Field;
import dev.interlock.mapping.FieldKind;
import dev.interlock.record.SystemId;
import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** How a value is spelt in each system: the oracle's own idea of it, told by hand and not by the lenses. */
final class Spelling {
    private static final Map<SystemId, List<String>> STAGES = Map.of(
            Landscape.SF, List.of("Prospecting", "Won", "Lost"),
            Landscape.HS, List.of("s1", "s2", "s3"),
            Landscape.PS, List.of("Submitted", "Closed", "Dropped"));

    static final List<String> CHOICES = List.of("open", "won", "lost");

    private Spelling() {}

    /** What a text of a column means. */
    static String meaning(Field field, SystemId system, String text) {
        String plain = text.strip();
        if (plain.isEmpty()) {
            return "";
        }
        return switch (field.kind()) {
            case EMAIL -> plain.toLowerCase(Locale.ROOT);
            case MONEY ->
                new BigDecimal(plain)
                        .movePointLeft(isCents(system) ? 2 : 0)
                        .stripTrailingZeros()
                        .toPlainString();
            case CHOICE -> {
                int at = STAGES.get(system).indexOf(plain);
                yield at < 0 ? "?" + plain : CHOICES.get(at);
            }
            default -> plain;
        };
    }

    /** How a user of the system writes it; with a flourish some of the time. */
    static String text(Field field, SystemId system, String meaning, Dice dice) {
        if (meaning.isEmpty()) {
            return "";
        }
        return switch (field.kind()) {
            case EMAIL -> dice.chance(20) ? meaning.toUpperCase(Locale.ROOT) : meaning;
            case MONEY ->
                new BigDecimal(meaning).movePointRight(isCents(system) ? 2 : 0).toPlainString();
            case CHOICE -> STAGES.get(system).get(CHOICES.indexOf(meaning));
            case TEXT -> dice.chance(10) ? " " + meaning + " " : meaning;
            default -> meaning;
        };
    }

    static boolean isReference(Field field) {
        return field.kind() == FieldKind.REFERENCE;
    }

    private static boolean isCents(SystemId system) {
        return system.equals(Landscape.PS);
    }
}
