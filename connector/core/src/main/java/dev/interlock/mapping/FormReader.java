package dev.interlock.mapping;

import dev.interlock.mapping.WordForm.Country;
import dev.interlock.mapping.WordForm.Phone;
import dev.interlock.normalise.Numbers;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Reads how a system spells the values of a column. */
final class FormReader {

    private final FieldKind kind;
    private final Optional<String> country;
    private final List<ConfigProblem> problems;

    FormReader(LensReader.Subject subject, List<ConfigProblem> problems) {
        this(subject.kind(), subject.country(), problems);
    }

    private FormReader(FieldKind kind, Optional<String> country, List<ConfigProblem> problems) {
        this.kind = kind;
        this.country = country;
        this.problems = problems;
    }

    /** The form that a column of a kind has when nothing more is said. */
    static Form plain(FieldKind kind) {
        Yaml.Mapping nothing = new Yaml.Mapping(List.of(), new Spot("", 1, 1));
        return new FormReader(kind, Optional.empty(), List.of())
                .read(Use.by(kind, nothing), nothing)
                .orElseGet(WordForm.Words::new);
    }

    Optional<Form> read(Use use, Yaml.Mapping options) {
        Optional<Form> form = switch (use) {
            case TEXT_AS_IS, COPY, COMPANY_NAME -> Optional.of(words());
            case EMAIL -> Optional.of(new WordForm.Email());
            case PHONE -> phone(options);
            case DOMAIN -> as(options, List.of("domain", "url")).map(word -> new WordForm.Domain(word.equals("url")));
            case COUNTRY -> country(options);
            case PLAIN_NUMBER -> Optional.of(new Amounts.Plain());
            case AMOUNT ->
                Optional.of(
                        options.text("scale").orElse("whole").equals("cents")
                                ? new Amounts.Cents()
                                : new Amounts.Whole());
            case DATE -> style(options).map(Calendar.Days::new);
            case MOMENT -> style(options).map(Calendar.Moments::new);
            case FLAG -> yesNo(options);
            case PICKLIST -> new PicklistReader(problems).read(options).map(table -> table);
            case SEVERAL -> several(options);
            case LINK, JOIN_NAME, SPLIT_NAME, CONST, COMPUTE -> Optional.empty();
        };
        Optional<Integer> max = options.text("max").flatMap(Numbers::read).map(Number::intValue);
        return form.map(
                known -> max.<Form>map(length -> new Shortened(known, length)).orElse(known));
    }

    private Form words() {
        boolean isName = kind == FieldKind.PERSON || kind == FieldKind.COMPANY;
        return isName ? new WordForm.Line() : new WordForm.Words();
    }

    private Optional<Form> phone(Yaml.Mapping options) {
        return as(options, List.of("e164", "international", "national"))
                .map(word -> new Phone(
                        options.text("country").or(() -> country),
                        switch (word) {
                            case "international" -> Phone.As.INTERNATIONAL;
                            case "national" -> Phone.As.NATIONAL;
                            default -> Phone.As.E164;
                        }));
    }

    private Optional<Form> country(Yaml.Mapping options) {
        return as(options, List.of("iso2", "iso3", "name"))
                .map(word -> new Country(
                        switch (word) {
                            case "iso3" -> Country.As.ISO3;
                            case "name" -> Country.As.NAME;
                            default -> Country.As.ISO2;
                        }));
    }

    /** The word under {@code as}, the first of the known ones by default; a word for another lens is a problem. */
    private Optional<String> as(Yaml.Mapping options, List<String> known) {
        Optional<Yaml.Scalar> as = options.get("as").flatMap(Yaml::scalar);
        if (as.isEmpty() || known.contains(as.get().text())) {
            return Optional.of(as.map(Yaml.Scalar::text).orElse(known.getFirst()));
        }
        problems.add(as.get()
                .at()
                .problem(
                        "'" + as.get().written() + "' must be one of " + String.join(", ", known),
                        as.get().text(),
                        known));
        return Optional.empty();
    }

    private Optional<Calendar.Style> style(Yaml.Mapping options) {
        try {
            return Optional.of(Calendar.Style.of(options.text("format").orElse("iso")));
        } catch (IllegalArgumentException noPattern) {
            Yaml.Scalar format = options.get("format").flatMap(Yaml::scalar).orElseThrow();
            problems.add(format.at()
                    .problem(
                            "'" + format.written()
                                    + "' is neither iso, epoch-ms, salesforce nor a pattern such as dd.MM.yyyy",
                            format.text(),
                            List.of("iso", "epoch-ms", "salesforce")));
            return Optional.empty();
        }
    }

    private Optional<Form> yesNo(Yaml.Mapping options) {
        String yes = options.text("yes").orElse("true");
        String no = options.text("no").orElse("false");
        if (Choices.key(yes).equals(Choices.key(no)) || yes.isBlank() || no.isBlank()) {
            problems.add(options.at().problem("'yes' and 'no' must be two different words"));
            return Optional.empty();
        }
        return Optional.of(new Choices.YesNo(yes, no));
    }

    private Optional<Form> several(Yaml.Mapping options) {
        Optional<Choices.Picklist> table = options.get("map").isPresent()
                ? new PicklistReader(problems).read(options)
                : Optional.of(new Choices.Picklist(Map.of(), Map.of(), new Choices.Otherwise.Pass()));
        return table.map(known -> new Several(options.text("joiner").orElse(";"), known));
    }
}
