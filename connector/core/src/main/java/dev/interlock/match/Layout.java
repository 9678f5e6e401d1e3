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
        layout.values(Trait.EMAIL, "e-mail", new EmailKind(layout.isOfColleagues()));
        layout.values(Trait.PHONE, "phone", new PhoneKind());
        layout.at(Trait.COMPANY).forEach(at -> layout.take(new CompanyAspect(layout.seat(), at, layout.name(at))));
        layout.at(Trait.IDENTIFIER)
                .forEach(at -> layout.value(at, layout.isLegal(at) ? CodeKind.legalNumber() : CodeKind.identifier()));
        layout.at(Trait.DATE).forEach(at -> layout.value(at, new DateKind()));
        layout.values(Trait.DOMAIN, "web site", new DomainKind());
        layout.places();
        layout.at(Trait.TEXT).forEach(at -> layout.take(new TextAspect(layout.seat(), at, layout.name(at))));
        layout.at(Trait.CATEGORY).forEach(at -> layout.value(at, CodeKind.category(layout.name(at))));
        return layout;
    }

    private void places() {
        addresses();
        at(Trait.POSTCODE).forEach(at -> value(at, CodeKind.postcode()));
        at(Trait.CITY).forEach(at -> value(at, CodeKind.city()));
        at(Trait.COUNTRY).forEach(at -> value(at, new CountryKind(whose())));
        at(Trait.REGION).forEach(at -> value(at, CodeKind.region()));
    }

    private boolean isLegal(int column) {
        return LEGAL_NUMBER.matcher(ColumnWords.folded(name(column))).find();
    }

    private void persons() {
        if (hasPersons()) {
            take(new PersonAspect(
                    seat(),
                    new PersonColumns(at(Trait.GIVEN_NAME), at(Trait.FAMILY_NAME), at(Trait.FULL_NAME)),
                    isOfColleagues() ? Level.Force.SETTLED : Level.Force.LEARNT));
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

    /** Which parts tell the same thing; only where organisations are compared, or people with theirs. */
    Themes themes() {
        List<Themes.About> about = new ArrayList<>();
        for (Aspect aspect : aspects) {
            for (int at = 0; at < aspect.parts().size(); at++) {
                boolean isHouse = aspect instanceof AddressAspect && at == 0;
                boolean isForm = aspect instanceof CompanyAspect && at == 1;
                // A legal form tells of the country whose law it is of.
                Trait trait = isForm
                        ? Trait.COUNTRY
                        : columns.get(aspect.columns().getLast()).trait();
                about.add(isHouse || at(Trait.COMPANY).isEmpty() ? Themes.About.ITSELF : about(trait));
            }
        }
        return new Themes(about);
    }

    private Themes.About about(Trait trait) {
        boolean ofPeople = hasPersons();
        return switch (trait) {
            case STREET, HOUSE_NUMBER, POSTCODE, CITY, COUNTRY, REGION ->
                new Themes.About(Themes.Theme.PLACE, ofPeople);
            case DOMAIN -> new Themes.About(ofPeople ? Themes.Theme.ITSELF : Themes.Theme.NET, ofPeople);
            case EMAIL -> new Themes.About(ofPeople ? Themes.Theme.ITSELF : Themes.Theme.NET, false);
            case COMPANY, PHONE -> new Themes.About(Themes.Theme.ITSELF, ofPeople);
            case GIVEN_NAME, FAMILY_NAME, FULL_NAME -> new Themes.About(Themes.Theme.NAME, false);
            default -> Themes.About.ITSELF;
        };
    }

    private boolean hasPersons() {
        return columns.stream()
                .map(Column::trait)
                .anyMatch(trait -> trait == Trait.GIVEN_NAME || trait == Trait.FAMILY_NAME || trait == Trait.FULL_NAME);
    }

    private CountryKind.Whose whose() {
        if (at(Trait.COMPANY).isEmpty()) {
            return CountryKind.Whose.ANYBODYS;
        }
        return hasPersons() ? CountryKind.Whose.COLLEAGUES : CountryKind.Whose.ORGANISATIONS;
    }

    private boolean isOfColleagues() {
        return hasPersons() && !at(Trait.COMPANY).isEmpty();
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
