package dev.interlock.match;

import dev.interlock.mapping.Trait;
import dev.interlock.normalise.CompanyName;
import dev.interlock.normalise.EmailAddress;
import dev.interlock.normalise.Folding;
import dev.interlock.normalise.WebDomain;
import dev.interlock.normalise.Wording;
import java.util.Arrays;
import java.util.List;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/** What the cells of a column look like. */
record ColumnContents(List<String> cells, int rows) {

    private static final Pattern HOUSE = Pattern.compile("\\d+[\\s-]*[a-zA-Z]?([-/ ]\\d+[a-zA-Z]?)?");
    private static final Pattern CODE = Pattern.compile("[\\p{L}\\p{N}._/#-]{3,}");
    private static final int LONGEST = 500;
    private static final double MOST = 0.6;

    static ColumnContents of(List<String> cells) {
        return new ColumnContents(
                cells.stream()
                        .map(cell -> Wording.squeeze(cell.substring(0, Math.min(cell.length(), LONGEST))))
                        .filter(cell -> !cell.isEmpty())
                        .toList(),
                cells.size());
    }

    int filled() {
        return cells.size();
    }

    private double share(Predicate<String> test) {
        return cells.isEmpty() ? 0 : (double) cells.stream().filter(test).count() / cells.size();
    }

    /** Whether the contents do not speak against what the name promises. */
    boolean fits(Trait trait) {
        return switch (trait) {
            case EMAIL -> share(cell -> cell.indexOf('@') >= 0) > 0.3;
            case PHONE -> share(cell -> digits(cell) >= 6) > 0.3;
            case DOMAIN -> share(cell -> WebDomain.registrable(cell).isPresent()) > 0.3;
            case HOUSE_NUMBER -> share(cell -> HOUSE.matcher(cell).matches()) > 0.5;
            case POSTCODE -> share(cell -> digits(cell) > 0) > 0.5;
            case DATE -> share(cell -> Dates.read(cell).isPresent()) > 0.5;
            case STREET, GIVEN_NAME, FAMILY_NAME, FULL_NAME, COMPANY, CITY, REGION ->
                share(cell -> cell.chars().anyMatch(Character::isLetter)) > 0.3;
            case CATEGORY -> distinct() <= Math.max(30, cells.size() / 4);
            case COUNTRY, IDENTIFIER, TEXT, NOTHING -> true;
        };
    }

    private long distinct() {
        return cells.stream().map(Folding::fold).distinct().count();
    }

    private static long digits(String cell) {
        return cell.chars().filter(Character::isDigit).count();
    }

    /** What a column of names holds: persons or organisations. */
    Trait names() {
        double forms = share(cell -> CompanyName.of(cell).legalForm().isPresent());
        double given =
                share(cell -> Arrays.stream(Folding.fold(cell).split(" ", -1)).anyMatch(Nicknames::knows));
        double two = share(cell -> {
            int words = cell.split(" ", -1).length;
            return words > 1 && words < 5;
        });
        return forms < 0.05 && given > 0.45 && two > 0.8 ? Trait.FULL_NAME : Trait.COMPANY;
    }

    /** What the column holds, without knowing its name. */
    Trait trait() {
        if (share(cell -> EmailAddress.isAddress(EmailAddress.normal(cell))) > MOST) {
            return Trait.EMAIL;
        }
        if (share(cell -> Dates.read(cell).isPresent()) > MOST) {
            return Trait.DATE;
        }
        if (share(cell -> cell.contains("://") || cell.startsWith("www.")) > MOST) {
            return Trait.DOMAIN;
        }
        if (share(cell ->
                        digits(cell) >= 7 && cell.chars().noneMatch(Character::isLetter) && cell.matches(".*[-+() ].*"))
                > MOST) {
            return Trait.PHONE;
        }
        boolean isOneWord = share(cell -> CODE.matcher(cell).matches()) > 0.9;
        long distinct = distinct();
        if (distinct <= Math.max(20, cells.size() / 50)) {
            return Trait.CATEGORY;
        }
        if (isOneWord && share(cell -> digits(cell) * 2 >= cell.length()) > 0.7) {
            // A number that every record has for itself names the record, not who it is.
            return distinct == cells.size() && cells.size() == rows ? Trait.NOTHING : Trait.IDENTIFIER;
        }
        return share(cell -> cell.chars().anyMatch(Character::isLetter)) < 0.3 ? Trait.NOTHING : Trait.TEXT;
    }
}
