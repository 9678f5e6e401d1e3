package dev.interlock.plan;

import dev.interlock.mapping.Authority;
import dev.interlock.mapping.FieldRule;
import dev.interlock.record.FieldValue;
import java.util.Optional;

/** Which edits the rules do not let stand, once a field is decided, and by which rule. */
final class Overruling {

    private Overruling() {}

    /** The value by which a side deviates from what is agreed, although nothing lets it: it will be written over, or stays where the field is only read. */
    static Optional<FieldValue> edit(FieldCase given, Side side) {
        boolean filled = side.base().isEmpty() && side.observed().isEmpty();
        boolean lost =
                given.agreed().filter(agreed -> !agreed.equals(side.observed())).isPresent();
        boolean deviates = side.changed() && !side.isEcho() && !side.isHeld();
        boolean heeded = side.isHeld() && !given.isWritten(side) && given.rule().allows(side.system());
        return lost && (deviates || heeded) && !filled && !isMerged(given, side)
                ? Optional.of(side.observed())
                : Optional.empty();
    }

    /** What a merge took in is part of what is agreed. */
    private static boolean isMerged(FieldCase given, Side side) {
        return given.rule().authority() instanceof Authority.Merged
                && given.rule().allows(side.system())
                && side.observed() instanceof FieldValue.Many;
    }

    static String rule(FieldCase given, Side side) {
        if (given.field().composed().isPresent()) {
            return "N1 overruled";
        }
        if (!given.rule().allows(side.system())) {
            return "D4 overruled";
        }
        boolean rejected =
                given.rule().blank() == FieldRule.Blank.REJECT || side.base().isEmpty();
        if (side.observed().isEmpty() && rejected) {
            return "D9 overruled";
        }
        return switch (given.rule().authority()) {
            case Authority.Ranked ranked -> "D7 ranked overruled";
            case Authority.Newest newest -> "D7 newest overruled";
            case Authority.Merged merged -> "D7 merged overruled";
            case Authority.Ask ask -> "D7 overruled";
        };
    }
}
