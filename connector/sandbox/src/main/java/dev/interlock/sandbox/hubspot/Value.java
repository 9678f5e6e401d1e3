package dev.interlock.sandbox.hubspot;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What one property holds, since when, from whom, and what it held before. */
final class Value {

    private final String text;
    private final long since;
    private final Source source;
    private final @Nullable Value before;

    Value(String text, long since, Source source) {
        this(text, since, source, null);
    }

    private Value(String text, long since, Source source, @Nullable Value before) {
        this.text = text;
        this.since = since;
        this.source = source;
        this.before = before;
    }

    Value then(String newText, long at, Source by) {
        return newText.equals(text) ? this : new Value(newText, at, by, this);
    }

    /** Empty when the value was cleared. */
    String text() {
        return text;
    }

    long since() {
        return since;
    }

    Source source() {
        return source;
    }

    /** The newest first. */
    List<Value> history() {
        List<Value> history = new ArrayList<>();
        for (Value each = this; each != null; each = each.before) {
            history.add(each);
        }
        return history;
    }
}
