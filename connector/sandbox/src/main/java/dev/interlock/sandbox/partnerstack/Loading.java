package dev.interlock.sandbox.partnerstack;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

/** Rows of text as records that were there before: each a second younger than the one before it. */
final class Loading {

    private static final long STEP_MILLIS = 1_000;

    private final Program program;
    private final Writing writing;
    private long loaded;

    Loading(Program program, Writing writing) {
        this.program = program;
        this.writing = writing;
    }

    int load(Shape shape, List<Map<String, String>> rows) {
        int row = 0;
        for (Map<String, String> columns : rows) {
            row++;
            long at = program.settings().loadedAt() + STEP_MILLIS * loaded++;
            try {
                ObjectNode asked = asked(shape, columns);
                writing.create(shape, Body.read(program, shape, asked, Body.Occasion.HUMAN_CREATE), at);
            } catch (Refused refused) {
                throw new IllegalArgumentException(shape.plural() + " row " + row + ": " + refused.reason(), refused);
            } catch (IllegalArgumentException unfit) {
                throw new IllegalArgumentException(shape.plural() + " row " + row + ", " + unfit.getMessage(), unfit);
            }
        }
        return row;
    }

    void clear() {
        loaded = 0;
    }

    private ObjectNode asked(Shape shape, Map<String, String> columns) {
        ObjectNode asked = JsonNodeFactory.instance.objectNode();
        columns.forEach((column, text) -> {
            if (text.isBlank()) {
                return;
            }
            if (shape.rule(column).isPresent()) {
                put(asked, shape.rule(column).get(), text);
            } else if (program.form(shape).containsKey(column)) {
                asked.withObjectProperty("field_data").put(column, text);
            } else {
                throw new IllegalArgumentException("column '" + column + "': no such field on " + shape.plural());
            }
        });
        return asked;
    }

    private static void put(ObjectNode asked, FieldRule rule, String text) {
        switch (rule.kind()) {
            case CENTS -> asked.put(rule.name(), cents(rule, text));
            case FLAG -> asked.put(rule.name(), Boolean.parseBoolean(text));
            case TEXTS ->
                asked.putArray(rule.name())
                        .addAll(Arrays.stream(text.split(";"))
                                .map(TextNode::valueOf)
                                .toList());
            case TEXT, EMAIL, DAY, SOURCE, STATUS -> asked.put(rule.name(), text);
        }
    }

    private static int cents(FieldRule rule, String text) {
        try {
            return Integer.parseInt(text);
        } catch (NumberFormatException notCents) {
            throw new IllegalArgumentException(
                    "column '" + rule.name() + "': '" + text + "' is not a 32-bit number of cents", notCents);
        }
    }
}
