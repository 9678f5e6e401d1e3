package dev.interlock.mapping;

import dev.interlock.normalise.CompanyName;
import dev.interlock.normalise.PersonName;
import dev.interlock.record.FieldValue;
import dev.interlock.record.FieldValueText;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Which part of a value a written name takes: {@code {close_date.quarter}}. */
public enum NamePart {
    /** All of it. */
    WHOLE,
    /** Of a day or a time in UTC: {@code 2026}. */
    YEAR,
    /** Of a day or a time in UTC: {@code Q3 2026}. */
    QUARTER,
    /** Of a day or a time in UTC: {@code 2026-09}. */
    MONTH,
    /** Of a company: its name without the legal form. */
    PLAIN,
    /** Of a company: its legal form, as it is written. */
    FORM,
    /** Of a person: the given names. */
    FIRST,
    /** Of a person: the family name. */
    LAST;

    String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The words that may follow the point after a field of that kind. */
    static List<String> wordsFor(FieldKind kind) {
        List<NamePart> parts = switch (kind) {
            case DATE, MOMENT -> List.of(YEAR, QUARTER, MONTH);
            case COMPANY -> List.of(PLAIN, FORM);
            case PERSON -> List.of(FIRST, LAST);
            case TEXT, EMAIL, PHONE, DOMAIN, COUNTRY, NUMBER, MONEY, FLAG, CHOICE, MULTI, REFERENCE -> List.of();
        };
        return parts.stream().map(NamePart::word).toList();
    }

    static Optional<NamePart> of(String word) {
        return Arrays.stream(values()).filter(part -> part.word().equals(word)).findFirst();
    }

    /** The part as text; blank if the value has none such. */
    String of(FieldValue value) {
        String text = FieldValueText.show(value);
        return switch (this) {
            case WHOLE -> text;
            case YEAR -> day(value).map(day -> String.valueOf(day.getYear())).orElse("");
            case QUARTER ->
                day(value)
                        .map(day -> "Q" + (day.getMonthValue() + 2) / 3 + " " + day.getYear())
                        .orElse("");
            case MONTH ->
                day(value)
                        .map(day -> "%04d-%02d".formatted(day.getYear(), day.getMonthValue()))
                        .orElse("");
            case PLAIN -> CompanyName.parted(text).plain();
            case FORM -> CompanyName.parted(text).form();
            case FIRST -> PersonName.split(text).first();
            case LAST -> PersonName.split(text).last();
        };
    }

    private static Optional<LocalDate> day(FieldValue value) {
        return switch (value) {
            case FieldValue.Day day -> Optional.of(day.day());
            case FieldValue.Moment moment ->
                Optional.of(moment.instant().atOffset(ZoneOffset.UTC).toLocalDate());
            case FieldValue.Empty empty -> Optional.empty();
            case FieldValue.Text text -> Optional.empty();
            case FieldValue.Amount amount -> Optional.empty();
            case FieldValue.Flag flag -> Optional.empty();
            case FieldValue.Many many -> Optional.empty();
            case FieldValue.Link link -> Optional.empty();
        };
    }
}
