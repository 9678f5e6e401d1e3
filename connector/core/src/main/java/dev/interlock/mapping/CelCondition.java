package dev.interlock.mapping;

import dev.cel.runtime.CelEvaluationException;
import dev.cel.runtime.CelRuntime;
import dev.interlock.record.FieldValue;
import dev.interlock.record.FieldValue.Amount;
import dev.interlock.record.FieldValue.Day;
import dev.interlock.record.FieldValue.Empty;
import dev.interlock.record.FieldValue.Flag;
import dev.interlock.record.FieldValue.Link;
import dev.interlock.record.FieldValue.Many;
import dev.interlock.record.FieldValue.Moment;
import dev.interlock.record.FieldValue.Text;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** A condition in CEL. Empty fields are not handed over, so that a question about them has no answer: no. */
record CelCondition(String source, Map<String, FieldKind> fields, CelRuntime.Program program) implements Condition {

    CelCondition {
        fields = Map.copyOf(fields);
    }

    @Override
    public boolean holds(Map<String, FieldValue> golden) {
        Map<String, Object> variables = new HashMap<>();
        golden.forEach((name, value) -> {
            if (fields.containsKey(name) && !value.isEmpty()) {
                variables.put(name, plain(value));
            }
        });
        try {
            return Boolean.TRUE.equals(program.eval(variables));
        } catch (CelEvaluationException unanswered) {
            return false;
        }
    }

    private static Object plain(FieldValue value) {
        return switch (value) {
            case Empty empty -> "";
            case Text text -> text.text();
            case Amount amount -> amount.number().doubleValue();
            case Day day -> day.day().atStartOfDay(ZoneOffset.UTC).toInstant();
            case Moment moment -> moment.instant();
            case Flag flag -> flag.yes();
            case Many many -> List.copyOf(many.choices());
            case Link link -> link.entity().value();
        };
    }
}
