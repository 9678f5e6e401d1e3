package dev.interlock.store;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import dev.interlock.plan.GoldenField;
import dev.interlock.plan.Origin;
import dev.interlock.plan.Overruled;
import dev.interlock.record.FieldValue;
import dev.interlock.record.FieldValueText;
import dev.interlock.record.RawFields;
import dev.interlock.stage.Watermark;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** How values that have no columns of their own are written into one column. Reading gives what was written, in order. */
final class Json {

    private static final JsonFactory FACTORY = new JsonFactory();

    private Json() {}

    private interface Writing {
        void to(JsonGenerator json) throws IOException;
    }

    private interface Entry<T> {
        T read(JsonParser json) throws IOException;
    }

    /** {@code {"name": "t:Acme"}}, values as {@link FieldValueText} writes them. */
    static String ofValues(Map<String, FieldValue> values) {
        return write(json -> {
            json.writeStartObject();
            for (Map.Entry<String, FieldValue> each : values.entrySet()) {
                json.writeStringField(each.getKey(), FieldValueText.write(each.getValue()));
            }
            json.writeEndObject();
        });
    }

    static Map<String, FieldValue> values(String text) {
        return object(text, json -> FieldValueText.read(json.getText()));
    }

    /** {@code {"Name": "Acme", "Phone": null}}; null for what was said to be blank. */
    static String ofRaw(RawFields raw) {
        return write(json -> {
            json.writeStartObject();
            for (Map.Entry<String, Optional<String>> each : raw.byName().entrySet()) {
                json.writeStringField(each.getKey(), each.getValue().orElse(null));
            }
            json.writeEndObject();
        });
    }

    static RawFields raw(String text) {
        return new RawFields(object(
                text,
                json -> json.currentToken() == JsonToken.VALUE_NULL ? Optional.empty() : Optional.of(json.getText())));
    }

    /** {@code {"name": ["t:Acme", by, changed at, rule, turns, turning since]}}. */
    static String ofGolden(Map<String, GoldenField> fields) {
        return write(json -> {
            json.writeStartObject();
            for (Map.Entry<String, GoldenField> each : fields.entrySet()) {
                json.writeFieldName(each.getKey());
                writeGolden(json, each.getValue());
            }
            json.writeEndObject();
        });
    }

    static Map<String, GoldenField> golden(String text) {
        return object(text, Json::goldenField);
    }

    /** {@code {"name": [written back, since, "t:Acme"]}}; without the value if none is overruled now. */
    static String ofOverruled(Map<String, Overruled> edits) {
        return write(json -> {
            json.writeStartObject();
            for (Map.Entry<String, Overruled> each : new TreeMap<>(edits).entrySet()) {
                json.writeArrayFieldStart(each.getKey());
                json.writeNumber(each.getValue().writtenBack());
                json.writeString(each.getValue().since().toString());
                if (each.getValue().value().isPresent()) {
                    json.writeString(
                            FieldValueText.write(each.getValue().value().get()));
                }
                json.writeEndArray();
            }
            json.writeEndObject();
        });
    }

    static Map<String, Overruled> overruled(String text) {
        return object(text, json -> {
            int writtenBack = json.nextIntValue(0);
            Instant since = Instant.parse(json.nextTextValue());
            if (json.nextToken() == JsonToken.END_ARRAY) {
                return new Overruled(Optional.empty(), writtenBack, since);
            }
            Optional<FieldValue> value = Optional.of(FieldValueText.read(json.getText()));
            json.nextToken();
            return new Overruled(value, writtenBack, since);
        });
    }

    /** {@code [[from, to]]}. */
    static String ofCovered(Watermark watermark) {
        return write(json -> {
            json.writeStartArray();
            for (Watermark.Interval each : watermark.covered()) {
                json.writeStartArray();
                json.writeString(each.from().toString());
                json.writeString(each.to().toString());
                json.writeEndArray();
            }
            json.writeEndArray();
        });
    }

    static Watermark covered(String text) {
        return read(text, json -> {
            List<Watermark.Interval> intervals = new ArrayList<>();
            while (json.nextToken() == JsonToken.START_ARRAY) {
                Instant from = Instant.parse(json.nextTextValue());
                intervals.add(new Watermark.Interval(from, Instant.parse(json.nextTextValue())));
                json.nextToken();
            }
            return new Watermark(intervals);
        });
    }

    private static void writeGolden(JsonGenerator json, GoldenField field) throws IOException {
        json.writeStartArray();
        json.writeString(FieldValueText.write(field.value()));
        json.writeString(field.origin().by());
        json.writeString(field.origin().changedAt().toString());
        json.writeString(field.origin().rule());
        json.writeNumber(field.turns());
        json.writeString(field.turningSince().toString());
        json.writeEndArray();
    }

    private static GoldenField goldenField(JsonParser json) throws IOException {
        FieldValue value = FieldValueText.read(json.nextTextValue());
        Origin origin = new Origin(json.nextTextValue(), Instant.parse(json.nextTextValue()), json.nextTextValue());
        GoldenField field = new GoldenField(value, origin, json.nextIntValue(0), Instant.parse(json.nextTextValue()));
        json.nextToken();
        return field;
    }

    private static <T> Map<String, T> object(String text, Entry<T> entry) {
        return read(text, json -> {
            Map<String, T> all = new LinkedHashMap<>();
            for (String name = json.nextFieldName(); name != null; name = json.nextFieldName()) {
                json.nextToken();
                all.put(name, entry.read(json));
            }
            return all;
        });
    }

    private static String write(Writing writing) {
        StringWriter text = new StringWriter(256);
        try (JsonGenerator json = FACTORY.createGenerator(text)) {
            writing.to(json);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return Storable.json(text.toString());
    }

    private static <T> T read(String text, Entry<T> whole) {
        try (JsonParser json = FACTORY.createParser(text)) {
            json.nextToken();
            return whole.read(json);
        } catch (IOException e) {
            throw new UncheckedIOException("a column of the store holds JSON that cannot be read", e);
        }
    }
}
