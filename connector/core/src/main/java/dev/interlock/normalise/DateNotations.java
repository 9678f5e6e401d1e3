package dev.interlock.normalise;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.Month;
import java.time.format.TextStyle;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The notations of days that people use. */
final class DateNotations {
    private static final int LONGEST = 40;
    private static final Pattern SLASHED = Pattern.compile("(\\d{1,2})([/-])(\\d{1,2})\\2(\\d{4})");
    private static final Pattern DOTTED = Pattern.compile("(\\d{1,2})\\. ?(\\d{1,2})\\. ?(\\d{4})");
    private static final Pattern DAY_FIRST = Pattern.compile("(\\d{1,2})[. ] ?(\\p{L}{3,9})\\.?,? (\\d{4})");
    private static final Pattern MONTH_FIRST = Pattern.compile("(\\p{L}{3,9})\\.? (\\d{1,2}),? (\\d{4})");
    private static final Map<String, Integer> MONTHS = months();

    private DateNotations() {}

    static TypedDate read(String text) {
        if (text.length() > LONGEST) {
            return new TypedDate.None();
        }
        Matcher slashed = SLASHED.matcher(text);
        if (slashed.matches()) {
            return either(slashed);
        }
        Matcher dotted = DOTTED.matcher(text);
        if (dotted.matches()) {
            return sure(day(dotted.group(3), dotted.group(2), dotted.group(1)));
        }
        Matcher named = DAY_FIRST.matcher(text);
        if (named.matches()) {
            return sure(day(named.group(3), month(named.group(2)), named.group(1)));
        }
        Matcher american = MONTH_FIRST.matcher(text);
        return american.matches()
                ? sure(day(american.group(3), month(american.group(1)), american.group(2)))
                : sure(Times.day(text));
    }

    private static TypedDate either(Matcher slashed) {
        Optional<LocalDate> dayFirst = day(slashed.group(4), slashed.group(3), slashed.group(1));
        Optional<LocalDate> monthFirst = day(slashed.group(4), slashed.group(1), slashed.group(3));
        return dayFirst.isPresent() && monthFirst.isPresent() && !dayFirst.equals(monthFirst)
                ? new TypedDate.Either(dayFirst.get(), monthFirst.get())
                : sure(dayFirst.or(() -> monthFirst));
    }

    private static TypedDate sure(Optional<LocalDate> day) {
        return day.<TypedDate>map(TypedDate.Sure::new).orElseGet(TypedDate.None::new);
    }

    private static String month(String word) {
        return String.valueOf(MONTHS.getOrDefault(word.toLowerCase(Locale.ROOT), 0));
    }

    private static Optional<LocalDate> day(String year, String month, String day) {
        try {
            return Optional.of(LocalDate.of(Integer.parseInt(year), Integer.parseInt(month), Integer.parseInt(day)));
        } catch (DateTimeException | NumberFormatException none) {
            return Optional.empty();
        }
    }

    private static Map<String, Integer> months() {
        Map<String, Integer> months = new HashMap<>();
        List<Locale> locales = List.of(Locale.ENGLISH, Locale.GERMAN, Locale.FRENCH, Locale.of("es"), Locale.ITALIAN);
        for (Locale locale : locales) {
            for (Month month : Month.values()) {
                Stream.of(TextStyle.FULL, TextStyle.SHORT)
                        .map(style -> month.getDisplayName(style, locale).replace(".", ""))
                        .forEach(name -> months.putIfAbsent(name.toLowerCase(Locale.ROOT), month.getValue()));
            }
        }
        return Map.copyOf(months);
    }
}
