package dev.interlock.plan;

import dev.interlock.mapping.Binding;
import dev.interlock.mapping.Field;
import dev.interlock.mapping.FieldRule.Unauthorised;
import java.util.Optional;

/** D4 where the rules changed: what a system may not keep any more counts as an edit again. */
final class Keeping {

    private Keeping() {}

    /**
     * The shadow, without a value that today's rules would not let its system keep. Who keeps a value because it rewrites
     * whatever is written there (D12) goes on doing so.
     */
    static Shadow under(Field field, Shadow shadow, Optional<Conflict> open) {
        boolean stranger = !field.rule().allows(shadow.system())
                && field.rule().unauthorised() != Unauthorised.KEEP
                && field.in(shadow.system()).map(Binding::isWritten).orElse(false);
        boolean rewrites = open.filter(conflict -> conflict.kind() == Conflict.Kind.REWRITTEN)
                .isPresent();
        return stranger && !rewrites && shadow.held().containsKey(field.name())
                ? shadow.keepingNo(field.name())
                : shadow;
    }
}
