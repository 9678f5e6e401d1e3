package dev.interlock.mapping;

import dev.interlock.mapping.Binding.Direction;
import dev.interlock.normalise.PersonName;
import dev.interlock.record.RecordType;
import dev.interlock.record.SystemId;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** Reads how one field appears in one system. */
final class LensReader {

    /**
     * Whose lens it is.
     *
     * @param country where phone numbers of the field belong that do not say so
     */
    record Subject(FieldKind kind, Optional<RecordType> target, SystemId system, Optional<String> country) {}

    private final Vocabulary vocabulary;
    private final Subject subject;
    private final List<ConfigProblem> problems;

    LensReader(Vocabulary vocabulary, Subject subject, List<ConfigProblem> problems) {
        this.vocabulary = vocabulary;
        this.subject = subject;
        this.problems = problems;
    }

    /** The binding; empty if there is none that makes sense, and then a problem says why. */
    Optional<Binding> read(Yaml written) {
        return switch (written) {
            case Yaml.Scalar column -> read(new Yaml.Mapping(List.of(), column.at()), List.of(column));
            case Yaml.Mapping options ->
                read(options, options.get("field").map(Yaml::scalars).orElse(List.of()));
            case Yaml.Sequence sequence -> Optional.empty();
        };
    }

    private Optional<Binding> read(Yaml.Mapping options, List<Yaml.Scalar> columns) {
        Optional<Yaml.Scalar> word = options.get("use").flatMap(Yaml::scalar);
        Use use = word.flatMap(named -> Use.of(named.text())).orElse(Use.by(subject.kind(), options));
        if (word.isPresent() && !use.isFor(subject.kind())) {
            problems.add(word.get()
                    .at()
                    .problem("'" + use.word() + "' is not for a field of type " + kindWord() + ", which can use: "
                            + String.join(", ", Use.wordsFor(subject.kind()))));
            return Optional.empty();
        }
        checkOptions(options, use);
        if (use == Use.COMPUTE) {
            return computed(options);
        }
        if (use == Use.LINK && options.get("association").isPresent()) {
            return associated(options).map(lens -> new Binding(lens, direction(use, options), options.at()));
        }
        int wanted = use == Use.JOIN_NAME ? 2 : 1;
        if (columns.size() != wanted) {
            problems.add(options.get("field")
                    .map(Yaml::at)
                    .orElse(options.at())
                    .problem("'" + use.word() + "' needs 'field' with "
                            + (wanted == 1 ? "one column" : "two columns, that of the first name first")));
            return Optional.empty();
        }
        List<String> names = columns.stream().map(Yaml.Scalar::text).toList();
        return lens(use, options, names).map(lens -> new Binding(lens, direction(use, options), options.at()));
    }

    private void checkOptions(Yaml.Mapping options, Use use) {
        options.get("label")
                .filter(label -> use == Use.LINK && options.get("association").isEmpty())
                .ifPresent(
                        label -> problems.add(label.at().problem("only a reference by 'association' has a 'label'")));
        List<String> known = new ArrayList<>(use.options());
        for (Yaml.Entry entry : options.entries()) {
            if (!use.understands(entry.name()) && Use.isOption(entry.name())) {
                problems.add(entry.key()
                        .at()
                        .problem("'" + use.word() + "' has no key '" + entry.name() + "'", entry.name(), known));
            }
        }
    }

    private Optional<Lens> lens(Use use, Yaml.Mapping options, List<String> columns) {
        String column = columns.getFirst();
        return switch (use) {
            case JOIN_NAME -> Optional.of(new JoinNameLens(column, columns.getLast()));
            case SPLIT_NAME -> splitName(column, options);
            case LINK -> reference(column, options);
            case CONST -> constant(column, options);
            case COMPUTE -> Optional.empty();
            case TEXT_AS_IS,
                    COPY,
                    COMPANY_NAME,
                    EMAIL,
                    PHONE,
                    DOMAIN,
                    COUNTRY,
                    PLAIN_NUMBER,
                    AMOUNT,
                    DATE,
                    MOMENT,
                    FLAG,
                    PICKLIST,
                    SEVERAL ->
                new FormReader(subject, problems).read(use, options).map(form -> new ColumnLens(column, form));
        };
    }

    private Optional<Lens> splitName(String column, Yaml.Mapping options) {
        if (options.get("part").isEmpty()) {
            problems.add(options.at().problem("'split-name' needs 'part': first or last"));
            return Optional.empty();
        }
        boolean isFirst = options.text("part").orElse("").equals("first");
        return Optional.of(new SplitNameLens(column, isFirst ? PersonName.Part.FIRST : PersonName.Part.LAST));
    }

    private Optional<Lens> constant(String column, Yaml.Mapping options) {
        Optional<Yaml.Scalar> value = options.get("value").flatMap(Yaml::scalar);
        if (value.isEmpty()) {
            problems.add(options.at().problem("'const' needs 'value': what is written"));
        }
        return value.map(text -> new ConstantLens(column, text.text()));
    }

    private Optional<Lens> associated(Yaml.Mapping options) {
        for (String key : List.of("field", "by")) {
            options.get(key)
                    .ifPresent(extra -> problems.add(extra.at()
                            .problem("a reference by association has no '" + key
                                    + "': the other record itself is meant")));
        }
        if (!vocabulary.knowsAssociations(subject.system().name())) {
            problems.add(options.at()
                    .problem(subject.system() + " keeps no associations; only a system of kind "
                            + String.join(", ", Association.KINDS) + " does"));
            return Optional.empty();
        }
        Association association = new Association(
                options.text("association").orElse(""), options.text("label").orElse(""));
        return subject.target().map(to -> AssociationLens.in(subject.system(), association, to));
    }

    private Optional<Lens> reference(String column, Yaml.Mapping options) {
        if (subject.target().isEmpty()) {
            return Optional.empty();
        }
        RecordType target = subject.target().get();
        Optional<Yaml.Scalar> by = options.get("by").flatMap(Yaml::scalar);
        if (by.isEmpty()) {
            return Optional.of(new ReferenceLens(column, target, new ReferenceLens.By.Id(subject.system())));
        }
        String name = by.get().text();
        Map<String, FieldKind> fields = vocabulary.types().getOrDefault(target.name(), Map.of());
        FieldKind kind = fields.get(name);
        if (kind == null) {
            problems.add(by.get()
                    .at()
                    .problem("unknown field '" + by.get().written() + "' of " + target, name, fields.keySet()));
            return Optional.empty();
        }
        return Optional.of(new ReferenceLens(column, target, new ReferenceLens.By.Name(name, kind)));
    }

    private Optional<Binding> computed(Yaml.Mapping options) {
        Optional<Yaml.Scalar> source = options.get("compute").flatMap(Yaml::scalar);
        if (source.isEmpty()) {
            problems.add(options.at().problem("'compute' needs 'compute': a CEL expression"));
            return Optional.empty();
        }
        options.get("field")
                .ifPresent(field -> problems.add(
                        field.at().problem("'compute' has no 'field': it reads the columns its expression names")));
        if (options.text("direction").filter(word -> !word.equals("in")).isPresent()) {
            problems.add(options.at().problem("'compute' is only ever read: its direction is in"));
        }
        return Cel.computation(source.get(), subject.kind(), problems)
                .map(lens -> new Binding(lens, Direction.IN, options.at()));
    }

    private Direction direction(Use use, Yaml.Mapping options) {
        return switch (options.text("direction").orElse("both")) {
            case "in" -> Direction.IN;
            case "out" -> Direction.OUT;
            default -> use == Use.CONST ? Direction.OUT : Direction.BOTH;
        };
    }

    private String kindWord() {
        return subject.kind().name().toLowerCase(Locale.ROOT);
    }
}
