package dev.interlock.match;

import dev.interlock.mapping.Trait;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** What the columns of some records make comparable, each with its place. */
final class Layout {

    private static final Pattern LEGAL_NUMBER =
            Pattern.compile("\\b(vat|tax|ein|duns|lei|registration|company number|siren|siret|abn)\\b");

    private final List<Column> columns;
    private final List<Aspect> aspects = new ArrayList<>();
    private int width;
    private int parts;
    private int clues;

    private Layout(List<Column> columns) {
        this.columns = columns;
    }

    /** The aspects of a table. What tells most comes first; what does not fit any more is left out. */
    static Layout of(List<Column> columns) {
        Layout layout = new Layout(columns);
        layout.persons();
        layout.values(Trait.EMAIL, "e-mail", new EmailKind());
        layout.values(Trait.PHONE, "phone", new PhoneKind());
        layout.at(Trait.COMPANY).forEach(at -> layout.take(new CompanyAspect(layout.seat(), at, layout.name(at))));
        layout.at(Trait.IDENTIFIER)
                .forEach(at -> layout.value(at, layout.isLegal(at) ? CodeKind.legalNumber() : CodeKind.identifier()));
        layout.at(Trait.DATE).forEach(at -> layout.value(at, new DateKind()));
        layout.values(Trait.DOMAIN, "web site", new DomainKind());
        layout.addresses();
        layout.at(Trait.POSTCODE).forEach(at -> layout.value(at, CodeKind.postcode()));
        layout.at(Trait.CITY).forEach(at -> layout.value(at, CodeKind.city()));
        layout.at(Trait.COUNTRY)
                .forEach(at -> layout.value(
                        at, new CountryKind(!layout.at(Trait.COMPANY).isEmpty())));
        layout.at(Trait.REGION).forEach(at -> layout.value(at, CodeKind.region()));
        layout.at(Trait.TEXT).forEach(at -> layout.take(new TextAspect(layout.seat(), at, layout.name(at))));
        layout.at(Trait.CATEGORY).forEach(at -> layout.value(at, CodeKind.category(layout.name(at))));
        return layout;
    }

    private boolean isLegal(int column) {
        return LEGAL_NUMBER.matcher(ColumnWords.folded(name(column))).find();
    }

    private void persons() {
        PersonColumns persons = new PersonColumns(at(Trait.GIVEN_NAME), at(Trait.FAMILY_NAME), at(Trait.FULL_NAME));
        if (!persons.given().isEmpty()
                || !persons.family().isEmpty()
                || !persons.full().isEmpty()) {
            take(new PersonAspect(seat(), persons));
        }
    }

    private void addresses() {
        List<Integer> streets = at(Trait.STREET);
        List<Integer> numbers = at(Trait.HOUSE_NUMBER);
        if (streets.isEmpty()) {
            numbers.forEach(at -> value(at, CodeKind.houseNumber()));
            return;
        }
        take(new AddressAspect(seat(), numbers, streets.getFirst()));
        streets.stream().skip(1).forEach(at -> take(new TextAspect(seat(), at, name(at))));
    }

    private void values(Trait trait, String name, ValueKind kind) {
        if (!at(trait).isEmpty()) {
            take(new ValueAspect(seat(), at(trait), name, kind));
        }
    }

    private void value(int column, ValueKind kind) {
        take(new ValueAspect(seat(), List.of(column), name(column), kind));
    }

    private void take(Aspect aspect) {
        if (parts + aspect.parts().size() <= Findings.MOST_PARTS) {
            aspects.add(aspect);
            width += aspect.width();
            parts += aspect.parts().size();
            clues += aspect.clues().size();
        }
    }

    private Seat seat() {
        return new Seat(width, parts, clues);
    }

    private String name(int column) {
        return columns.get(column).name();
    }

    private List<Integer> at(Trait trait) {
        List<Integer> found = new ArrayList<>();
        for (int at = 0; at < columns.size(); at++) {
            if (columns.get(at).trait() == trait) {
                found.add(at);
            }
        }
        return found;
    }

    List<Aspect> aspects() {
        return List.copyOf(aspects);
    }

    /** Everywhere values are counted, in order. */
    List<Lexicon> lexicons() {
        return aspects.stream().flatMap(aspect -> aspect.lexicons().stream()).toList();
    }

    /** Which columns a part compares. */
    List<Integer> columns(int part) {
        int from = 0;
        for (Aspect aspect : aspects) {
            from += aspect.parts().size();
            if (part < from) {
                return aspect.columns();
            }
        }
        throw new IllegalArgumentException("there is no part " + part);
    }

    int width() {
        return width;
    }

    int clues() {
        return clues;
    }

    List<Part> parts() {
        return aspects.stream().flatMap(aspect -> aspect.parts().stream()).toList();
    }

    List<String> clueNames() {
        return aspects.stream().flatMap(aspect -> aspect.clues().stream()).toList();
    }
}
