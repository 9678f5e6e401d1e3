package dev.interlock.mapping;

import dev.interlock.mapping.FieldRule.Blank;
import dev.interlock.mapping.FieldRule.Unauthorised;
import dev.interlock.record.RecordType;
import dev.interlock.record.SystemId;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Reads one field of a record type. */
final class FieldReader {

    private static final Duration SKEW = Duration.ofMinutes(2);

    /**
     * What a field may speak of.
     *
     * @param systems those in which the record type lives, in order
     * @param composed the fields of the type that are composed out of others
     */
    record Surroundings(Vocabulary vocabulary, RecordType type, List<String> systems, Set<String> composed) {}

    private final Surroundings around;
    private final List<ConfigProblem> problems;

    FieldReader(Surroundings around, List<ConfigProblem> problems) {
        this.around = around;
        this.problems = problems;
    }

    Field read(String name, Yaml.Mapping field) {
        FieldKind kind = field.text("type").flatMap(Vocabulary::kind).orElse(FieldKind.TEXT);
        Optional<RecordType> target = target(field, kind);
        Optional<String> country = country(field, kind);
        Map<String, FieldKind> fields =
                around.vocabulary().types().getOrDefault(around.type().name(), Map.of());
        Optional<Naming> naming = new NamingReader(fields, around.composed(), problems).read(field, kind);
        Map<SystemId, Binding> bindings = new LinkedHashMap<>();
        for (Yaml.Entry entry : field.mapping("systems").entries()) {
            if (isPlace(entry.key())) {
                SystemId system = new SystemId(entry.name());
                LensReader.Subject subject = new LensReader.Subject(kind, target, system, country);
                new LensReader(around.vocabulary(), subject, problems)
                        .read(entry.value())
                        .ifPresent(binding -> bindings.put(system, named(binding, kind, naming)));
            }
        }
        return new Field(name, kind, target, rule(field, kind), bindings, naming);
    }

    private Binding named(Binding binding, FieldKind kind, Optional<Naming> naming) {
        if (naming.isEmpty()) {
            return binding;
        }
        return switch (naming.get()) {
            case Naming.Proper proper ->
                binding.lens() instanceof ConstantLens
                        ? binding
                        : new Binding(
                                new ProperLens(binding.lens(), kind, proper.over()), binding.direction(), binding.at());
            case Naming.Composed composed -> seen(binding, composed);
        };
    }

    /** What a person wrote can only be respected where it is read. */
    private Binding seen(Binding binding, Naming.Composed composed) {
        if (composed.over() == Naming.Over.OURS && !binding.isRead()) {
            problems.add(binding.at()
                    .problem("what is never read cannot be spared: leave out the direction, or say 'over: anything'"));
        }
        return binding;
    }

    private Optional<String> country(Yaml.Mapping field, FieldKind kind) {
        Optional<Yaml.Entry> country = field.entry("country");
        if (country.isPresent() && kind != FieldKind.PHONE) {
            problems.add(country.get().key().at().problem("only a field of type phone has 'country'"));
        }
        return field.text("country");
    }

    private Optional<RecordType> target(Yaml.Mapping field, FieldKind kind) {
        Optional<Yaml.Scalar> to = field.get("to").flatMap(Yaml::scalar);
        if (kind != FieldKind.REFERENCE) {
            to.ifPresent(extra -> problems.add(extra.at().problem("only a field of type reference has 'to'")));
            return Optional.empty();
        }
        if (to.isEmpty()) {
            problems.add(field.at().problem("a reference needs 'to': the record type that it points at"));
            return Optional.empty();
        }
        Set<String> types = around.vocabulary().types().keySet();
        String name = to.get().text();
        if (!types.contains(name)) {
            problems.add(
                    to.get().at().problem("unknown record type '" + to.get().written() + "'", name, types));
            return Optional.empty();
        }
        return Optional.of(new RecordType(name));
    }

    private FieldRule rule(Yaml.Mapping field, FieldKind kind) {
        Set<SystemId> writers = new LinkedHashSet<>();
        field.get("writers").ifPresent(names -> writers.addAll(systems(names)));
        return new FieldRule(
                field.get("authority").map(word -> authority(word, kind)).orElseGet(this::byOrder),
                writers,
                switch (field.text("unauthorised").orElse("revert")) {
                    case "keep" -> Unauthorised.KEEP;
                    case "ask" -> Unauthorised.ASK;
                    default -> Unauthorised.REVERT;
                },
                field.text("blank").orElse("reject").equals("clear") ? Blank.CLEAR : Blank.REJECT);
    }

    private Authority byOrder() {
        return new Authority.Ranked(around.systems().stream()
                .filter(name -> !name.isBlank())
                .map(SystemId::new)
                .toList());
    }

    private Authority authority(Yaml authority, FieldKind kind) {
        return switch (authority) {
            case Yaml.Sequence sequence -> new Authority.Ranked(systems(sequence));
            case Yaml.Mapping mapping ->
                new Authority.Newest(
                        mapping.text("newest").flatMap(Durations::read).orElse(SKEW));
            case Yaml.Scalar scalar -> authority(scalar, kind);
        };
    }

    private Authority authority(Yaml.Scalar word, FieldKind kind) {
        return switch (word.text()) {
            case "newest" -> new Authority.Newest(SKEW);
            case "ask" -> new Authority.Ask();
            case "merge" -> {
                if (kind != FieldKind.MULTI) {
                    problems.add(word.at().problem("only a field of type multi can be merged"));
                }
                yield new Authority.Merged();
            }
            default -> byOrder();
        };
    }

    private List<SystemId> systems(Yaml names) {
        return names.scalars().stream()
                .filter(this::isPlace)
                .map(name -> new SystemId(name.text()))
                .toList();
    }

    /** Whether the record type lives in a system of that name. */
    private boolean isPlace(Yaml.Scalar name) {
        if (around.systems().contains(name.text()) && !name.text().isBlank()) {
            return true;
        }
        problems.add(name.at()
                .problem(
                        "unknown system '" + name.written() + "': " + around.type()
                                + " has no such entry under 'systems'",
                        name.text(),
                        around.systems()));
        return false;
    }
}
