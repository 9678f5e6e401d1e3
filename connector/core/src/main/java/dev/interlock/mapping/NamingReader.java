package dev.interlock.mapping;

import dev.interlock.mapping.NameTemplate.Piece;
import dev.interlock.mapping.Naming.Over;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads {@code write:} of a field: the word of a standard, or a template with other fields in braces. */
final class NamingReader {

    private static final String PROPER = "proper";
    private static final Pattern SLOT = Pattern.compile("\\{([^{}]*)}");

    /** What says who may change a field: nobody may change a composed one. */
    private static final List<String> RULES = List.of("authority", "writers", "unauthorised", "blank");

    private final Map<String, FieldKind> fields;
    private final Set<String> composed;
    private final List<ConfigProblem> problems;

    /** @param composed the fields that are composed themselves */
    NamingReader(Map<String, FieldKind> fields, Set<String> composed, List<ConfigProblem> problems) {
        this.fields = fields;
        this.composed = composed;
        this.problems = problems;
    }

    /** The names of the fields in a record file that are composed out of others. */
    static Set<String> composed(Yaml.Mapping file) {
        Set<String> names = new LinkedHashSet<>();
        for (Yaml.Entry entry : file.mapping("fields").entries()) {
            if (entry.value() instanceof Yaml.Mapping field
                    && source(field).filter(NamingReader::isTemplate).isPresent()) {
                names.add(entry.name());
            }
        }
        return names;
    }

    /** The standard of a field; empty if it has none, or none that makes sense, and then problems say why. */
    Optional<Naming> read(Yaml.Mapping field, FieldKind kind) {
        Optional<Yaml.Scalar> source = source(field);
        if (source.isEmpty()) {
            return Optional.empty();
        }
        Over over = field.mapping("write").text("over").orElse("ours").equals("anything") ? Over.ANYTHING : Over.OURS;
        return isTemplate(source.get())
                ? template(field, kind, source.get()).map(template -> new Naming.Composed(template, over))
                : standard(kind, source.get()).map(proper -> new Naming.Proper(over));
    }

    private static Optional<Yaml.Scalar> source(Yaml.Mapping field) {
        return field.get("write")
                .flatMap(write -> write instanceof Yaml.Mapping more ? more.get("as") : Optional.of(write))
                .flatMap(Yaml::scalar);
    }

    private static boolean isTemplate(Yaml.Scalar source) {
        return source.text().indexOf('{') >= 0 || source.text().indexOf('}') >= 0;
    }

    private Optional<String> standard(FieldKind kind, Yaml.Scalar word) {
        if (!word.text().equals(PROPER)) {
            problems.add(word.at()
                    .problem(
                            "'" + word.written() + "' is neither the standard " + PROPER
                                    + " nor a template such as '{company} - {product}'",
                            word.text(),
                            List.of(PROPER)));
            return Optional.empty();
        }
        if (kind != FieldKind.COMPANY && kind != FieldKind.PERSON) {
            problems.add(word.at().problem("only a field of type company or person is written " + PROPER));
            return Optional.empty();
        }
        return Optional.of(PROPER);
    }

    private Optional<NameTemplate> template(Yaml.Mapping field, FieldKind kind, Yaml.Scalar source) {
        int before = problems.size();
        if (kind != FieldKind.TEXT) {
            problems.add(source.at().problem("only a field of type text is composed out of others"));
        }
        for (String rule : RULES) {
            field.entry(rule)
                    .ifPresent(entry -> problems.add(entry.key()
                            .at()
                            .problem("a composed field has no '" + rule
                                    + "': nobody's edit of it travels, and 'over' says what is written over")));
        }
        List<Piece> pieces = new ArrayList<>();
        Matcher slots = SLOT.matcher(source.text());
        int end = 0;
        while (slots.find()) {
            words(source, end, slots.start()).ifPresent(pieces::add);
            slot(source, slots).ifPresent(pieces::add);
            end = slots.end();
        }
        words(source, end, source.text().length()).ifPresent(pieces::add);
        return problems.size() == before && !pieces.isEmpty()
                ? Optional.of(new NameTemplate(pieces))
                : Optional.empty();
    }

    private Optional<Piece> words(Yaml.Scalar source, int from, int to) {
        String text = source.text().substring(from, to);
        int brace = Math.max(text.indexOf('{'), text.indexOf('}'));
        if (brace >= 0) {
            problems.add(inside(source, from + brace)
                    .problem("this brace has no other: a field stands in a pair, such as {company}"));
        }
        return text.isEmpty() ? Optional.empty() : Optional.of(new Piece.Words(text));
    }

    private Optional<Piece> slot(Yaml.Scalar source, Matcher slots) {
        String name = slots.group(1);
        int point = name.indexOf('.');
        String field = point < 0 ? name : name.substring(0, point);
        Spot at = inside(source, slots.start(1));
        FieldKind kind = fields.get(field);
        if (kind == null) {
            problems.add(at.problem("unknown field '" + field + "' in the name", field, fields.keySet()));
            return Optional.empty();
        }
        if (composed.contains(field) || kind == FieldKind.REFERENCE) {
            String what = kind == FieldKind.REFERENCE ? "a reference to another record" : "composed itself";
            problems.add(at.problem("'" + field + "' is " + what + ", which a name cannot be composed of"));
            return Optional.empty();
        }
        if (point < 0) {
            return Optional.of(new Piece.Slot(field, NamePart.WHOLE));
        }
        String word = name.substring(point + 1);
        return part(inside(source, slots.start(1) + point + 1), kind, word).map(part -> new Piece.Slot(field, part));
    }

    private Optional<NamePart> part(Spot at, FieldKind kind, String word) {
        List<String> known = NamePart.wordsFor(kind);
        if (known.contains(word)) {
            return NamePart.of(word);
        }
        String which = known.isEmpty() ? "none" : String.join(", ", known);
        problems.add(at.problem("a field of this type has no part '" + word + "'; it has " + which, word, known));
        return Optional.empty();
    }

    /** A place within the text; the start of it where it is not on one line as it stands in the file. */
    private static Spot inside(Yaml.Scalar source, int index) {
        Spot start = source.at();
        boolean isAsWritten =
                source.written().equals(source.text()) && source.text().indexOf('\n') < 0;
        int quote = source.isPlain() ? 0 : 1;
        return isAsWritten ? new Spot(start.file(), start.line(), start.column() + quote + index) : start;
    }
}
