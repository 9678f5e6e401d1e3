package dev.interlock.mapping;

import dev.interlock.normalise.PersonName;
import dev.interlock.record.FieldValue;
import dev.interlock.record.FieldValueText;
import dev.interlock.record.RawFields;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A full name of ours in two columns. Where it is cut stays as it is in the system, as far as the new name allows. */
record JoinNameLens(String first, String last) implements Lens {

    @Override
    public List<String> columns() {
        return List.of(first, last);
    }

    @Override
    public Reading get(RawFields raw, Links links) {
        return raw.mentions(first) && raw.mentions(last)
                ? Form.said(FieldValue.text(now(raw).full()))
                : new Reading.Unsaid();
    }

    @Override
    public Writing put(FieldValue value, RawFields current, Links links) {
        String full = value.isEmpty()
                ? ""
                : PersonName.split(FieldValueText.show(value)).full();
        PersonName name = full.isEmpty() ? new PersonName("", "") : cut(full, now(current));
        boolean isThere = current.mentions(first)
                && current.mentions(last)
                && now(current).equals(name);
        Map<String, Optional<String>> columns = new LinkedHashMap<>();
        columns.put(first, isThere ? current.text(first) : blankAsNone(name.first()));
        columns.put(last, isThere ? current.text(last) : blankAsNone(name.last()));
        return new Writing.Put(new RawFields(columns));
    }

    private PersonName now(RawFields raw) {
        return new PersonName(raw.text(first).orElse(""), raw.text(last).orElse(""));
    }

    private static PersonName cut(String full, PersonName now) {
        if (now.full().equals(full)) {
            return now;
        }
        if (!now.last().isEmpty() && full.endsWith(" " + now.last())) {
            return new PersonName(full.substring(0, full.length() - now.last().length()), now.last());
        }
        if (!now.first().isEmpty() && full.startsWith(now.first() + " ")) {
            return new PersonName(now.first(), full.substring(now.first().length()));
        }
        return PersonName.split(full);
    }

    private static Optional<String> blankAsNone(String text) {
        return Optional.of(text).filter(words -> !words.isEmpty());
    }
}
