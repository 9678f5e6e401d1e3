package dev.interlock.app;

import dev.interlock.mapping.DealRules.Grain;
import dev.interlock.record.RecordKey;
import dev.interlock.record.RecordType;
import dev.interlock.record.SystemId;
import dev.interlock.register.Claim;
import dev.interlock.register.Customer;
import dev.interlock.register.Partner;
import dev.interlock.register.Scope;
import dev.interlock.register.Stake;
import dev.interlock.register.Standing;
import dev.interlock.register.Times;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Claims from a delimited file, a line each.
 *
 * @param setAside lines that could not be read, and why; the others go on
 * @param parents distributors by reseller
 */
record ClaimTable(List<Claim> claims, List<String> setAside, Map<String, String> parents) {

    private static final List<String> REQUIRED = List.of("id", "customer", "submitted");

    /** A line that is no claim; the message says why. */
    private static final class Unreadable extends RuntimeException {

        private static final long serialVersionUID = 1L;

        Unreadable(String message) {
            super(message);
        }
    }

    /** One line, by the names of the columns. */
    private record Line(Map<String, String> cells) {

        String text(String column) {
            return cells.getOrDefault(column, "");
        }

        Set<String> list(String column) {
            return Arrays.stream(text(column).split(";", -1))
                    .map(String::strip)
                    .filter(word -> !word.isEmpty())
                    .collect(Collectors.toSet());
        }

        boolean flag(String column) {
            return Set.of("true", "yes", "1").contains(text(column).toLowerCase(Locale.ROOT));
        }

        Optional<Instant> time(String column) {
            String written = text(column);
            if (written.isEmpty()) {
                return Optional.empty();
            }
            try {
                return Optional.of(
                        written.length() == 10
                                ? LocalDate.parse(written)
                                        .atStartOfDay(ZoneOffset.UTC)
                                        .toInstant()
                                : Instant.parse(written));
            } catch (DateTimeParseException wrong) {
                throw new Unreadable(column + " '" + written + "' is no time such as 2026-11-23T09:15:00Z");
            }
        }

        <T extends Enum<T>> T word(String column, T otherwise) {
            String written = text(column);
            if (written.isEmpty()) {
                return otherwise;
            }
            T[] all = otherwise.getDeclaringClass().getEnumConstants();
            return Arrays.stream(all)
                    .filter(one -> one.name()
                            .equalsIgnoreCase(written.replace('-', '_').replace(' ', '_')))
                    .findFirst()
                    .orElseThrow(() -> new Unreadable(column + " '" + written + "' must be one of "
                            + Arrays.toString(all).toLowerCase(Locale.ROOT)));
        }
    }

    static ClaimTable read(Path file) {
        Table table = Table.read(file);
        for (String column : REQUIRED) {
            if (!table.columns().contains(column)) {
                throw new NotPossible(Exit.CONFIGURATION, file + ":1 has no column '" + column + "'");
            }
        }
        ClaimTable read = new ClaimTable(new ArrayList<>(), new ArrayList<>(), new HashMap<>());
        for (int at = 0; at < table.rows().size(); at++) {
            Map<String, String> cells = new HashMap<>();
            for (int column = 0; column < table.columns().size(); column++) {
                cells.put(
                        table.columns().get(column),
                        table.rows().get(at).get(column).strip());
            }
            read.add(new Line(cells), file + ": record " + (at + 1));
        }
        return read;
    }

    private void add(Line line, String place) {
        try {
            claims.add(claim(line));
            if (!line.text("distributor").isEmpty() && !line.text("partner").isEmpty()) {
                parents.put(line.text("partner"), line.text("distributor"));
            }
        } catch (Unreadable wrong) {
            setAside.add(place + " (" + line.text("id") + "): " + wrong.getMessage());
        }
    }

    private static Claim claim(Line line) {
        if (line.text("id").isEmpty()) {
            throw new Unreadable("it has no id");
        }
        Claim.Kind kind = line.word("kind", Claim.Kind.REGISTRATION);
        String system = line.text("system").isEmpty() ? "prm" : line.text("system");
        Optional<String> entity = Optional.of(line.text("customer_entity")).filter(known -> !known.isEmpty());
        return new Claim(
                kind,
                new RecordKey(
                        new SystemId(system), new RecordType(kind.name().toLowerCase(Locale.ROOT)), line.text("id")),
                new Customer(line.text("customer"), entity, line.text("domain"), line.text("country")),
                partner(line).map(Stake::sourcedBy).stream().toList(),
                scope(line),
                standing(line, kind),
                times(line),
                traits(line));
    }

    private static Optional<Partner> partner(Line line) {
        String id = line.text("partner");
        String name = line.text("partner_name").isEmpty() ? id : line.text("partner_name");
        return id.isEmpty()
                ? Optional.empty()
                : Optional.of(new Partner(
                        id,
                        name,
                        line.text("tier"),
                        line.text("partner_type"),
                        line.text("region"),
                        line.list("territories")));
    }

    private static Scope scope(Line line) {
        Map<Grain, String> marks = new EnumMap<>(Grain.class);
        for (Grain grain : List.of(Grain.SITE, Grain.QUANTITY, Grain.BRAND, Grain.TERRITORY, Grain.PROJECT)) {
            if (!line.text(grain.word()).isEmpty()) {
                marks.put(grain, line.text(grain.word()));
            }
        }
        String amount = line.text("amount");
        try {
            Optional<BigDecimal> worth = amount.isEmpty() ? Optional.empty() : Optional.of(new BigDecimal(amount));
            return new Scope(line.list("product"), marks, worth, line.text("tender"));
        } catch (NumberFormatException wrong) {
            throw new Unreadable("amount '" + amount + "' is no number such as 12500.00");
        }
    }

    private static Standing standing(Line line, Claim.Kind kind) {
        boolean registered = kind == Claim.Kind.REGISTRATION;
        return new Standing(
                line.word("approval", registered ? Standing.Approval.SUBMITTED : Standing.Approval.NONE),
                line.word("stage", Standing.Sales.OPEN),
                line.word("protection", Standing.Protection.NONE),
                line.word("engagement", Standing.Engagement.SOURCED));
    }

    private static Times times(Line line) {
        Instant submitted = line.time("submitted").orElseThrow(() -> new Unreadable("submitted is blank"));
        return new Times(
                submitted,
                line.time("first_seen").orElse(submitted),
                line.time("approved"),
                line.time("ended"),
                line.time("last_activity").orElse(submitted));
    }

    private static Set<Claim.Trait> traits(Line line) {
        Set<Claim.Trait> traits = new HashSet<>();
        for (Claim.Trait trait : Claim.Trait.values()) {
            if (line.flag(trait.name().toLowerCase(Locale.ROOT))) {
                traits.add(trait);
            }
        }
        return traits;
    }
}
