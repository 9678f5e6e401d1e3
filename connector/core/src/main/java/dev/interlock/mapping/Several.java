package dev.interlock.mapping;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.interlock.normalise.Wording;
import dev.interlock.record.FieldValue;
import dev.interlock.record.FieldValue.Many;
import dev.interlock.record.FieldValue.Text;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.regex.Pattern;

/**
 * Several choices in one column.
 *
 * @param joiner what parts them, or {@code json} for a JSON array
 */
record Several(String joiner, Choices.Picklist choices) implements Form {

    private static final ObjectMapper JSON = new ObjectMapper();

    /** What {@code FieldValueText} parts choices with. */
    private static final String RESERVED = "\u001f";

    @Override
    public Reading read(String text) {
        Optional<List<String>> parts = parts(text);
        if (parts.isEmpty()) {
            return new Reading.Unreadable(Form.quote(text) + " is no JSON array of texts");
        }
        TreeSet<String> read = new TreeSet<>();
        for (String part : parts.get()) {
            String choice = Wording.trim(part.replace(RESERVED, " "));
            if (choice.isEmpty()) {
                continue;
            }
            Reading reading = choices.read(choice);
            if (!(reading instanceof Reading.Said said)) {
                return reading;
            }
            if (said.value() instanceof Text one) {
                read.add(one.text());
            }
        }
        return Form.said(read.isEmpty() ? FieldValue.EMPTY : new Many(read));
    }

    @Override
    public Spelling write(FieldValue value, String current) {
        if (!(value instanceof Many many)) {
            return Form.wrongKind("list of choices");
        }
        List<String> spelled = new ArrayList<>();
        for (String choice : many.choices()) {
            switch (choices.write(new Text(choice), "")) {
                case Spelling.Refused refused -> {
                    return refused;
                }
                case Spelling.As as -> spelled.add(as.text());
            }
        }
        return join(spelled);
    }

    @Override
    public FieldValue normal(FieldValue value) {
        if (!(value instanceof Many many)) {
            return value;
        }
        TreeSet<String> normal = new TreeSet<>();
        for (String choice : many.choices()) {
            String trimmed = Wording.trim(choice.replace(RESERVED, " "));
            if (!trimmed.isEmpty()) {
                normal.add(trimmed);
            }
        }
        return normal.isEmpty() ? FieldValue.EMPTY : new Many(normal);
    }

    private Spelling join(List<String> spelled) {
        if (!joiner.equals("json")) {
            return new Spelling.As(String.join(joiner, spelled));
        }
        try {
            return new Spelling.As(JSON.writeValueAsString(spelled));
        } catch (JsonProcessingException unwritable) {
            return new Spelling.Refused("the choices cannot be written as JSON");
        }
    }

    private Optional<List<String>> parts(String text) {
        if (!joiner.equals("json")) {
            return Optional.of(Arrays.asList(text.split(Pattern.quote(joiner), -1)));
        }
        try {
            JsonNode array = JSON.readTree(text);
            if (array == null || !array.isArray()) {
                return Optional.empty();
            }
            List<String> parts = new ArrayList<>();
            array.forEach(part -> parts.add(part.asText()));
            return Optional.of(parts);
        } catch (JsonProcessingException noJson) {
            return Optional.empty();
        }
    }
}
