package dev.interlock.mapping;

import dev.cel.runtime.CelEvaluationException;
import dev.cel.runtime.CelRuntime;
import dev.interlock.record.FieldValue;
import dev.interlock.record.RawFields;
import java.math.BigDecimal;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** A field that is computed out of a system's columns by an expression in CEL. It is only ever read. */
record ComputeLens(List<String> columns, Form form, CelRuntime.Program program) implements Lens {

    @Override
    public Reading get(RawFields raw, Links links) {
        Map<String, Object> variables = new HashMap<>();
        for (String column : columns) {
            if (!raw.mentions(column)) {
                return new Reading.Unsaid();
            }
            variables.put(column, raw.text(column).orElse(""));
        }
        try {
            String text = text(program.eval(variables));
            return text.isBlank() ? Form.said(FieldValue.EMPTY) : form.read(text);
        } catch (CelEvaluationException failed) {
            return new Reading.Unreadable("the expression failed: " + failed.getErrorCode());
        }
    }

    @Override
    public Writing put(FieldValue value, RawFields current, Links links) {
        return new Writing.Unwritable("a computed field is only ever read");
    }

    private static String text(Object result) {
        return switch (result) {
            case Double number -> Double.isFinite(number) ? new BigDecimal(number.toString()).toPlainString() : "";
            case List<?> list -> list.stream().map(ComputeLens::text).collect(Collectors.joining(";"));
            default -> result.toString();
        };
    }
}
