package dev.interlock.mapping;

import com.google.common.collect.ImmutableSet;
import dev.cel.common.CelIssue;
import dev.cel.common.CelOptions;
import dev.cel.common.CelSourceLocation;
import dev.cel.common.CelValidationException;
import dev.cel.common.CelValidationResult;
import dev.cel.common.navigation.CelNavigableAst;
import dev.cel.common.types.CelType;
import dev.cel.common.types.ListType;
import dev.cel.common.types.SimpleType;
import dev.cel.compiler.CelCompiler;
import dev.cel.compiler.CelCompilerBuilder;
import dev.cel.compiler.CelCompilerFactory;
import dev.cel.extensions.CelExtensions;
import dev.cel.parser.CelStandardMacro;
import dev.cel.runtime.CelEvaluationException;
import dev.cel.runtime.CelRuntime;
import dev.cel.runtime.CelRuntimeFactory;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Compiles expressions in CEL, which has no loops without end and no way out of its values. */
final class Cel {

    private static final CelOptions OPTIONS = CelOptions.current()
            .comprehensionMaxIterations(1_000)
            .maxExpressionCodePointSize(4_096)
            .maxParseRecursionDepth(32)
            .enableHeterogeneousNumericComparisons(true)
            .build();
    private static final CelRuntime RUNTIME = CelRuntimeFactory.legacyCelRuntimeBuilder()
            .setOptions(OPTIONS)
            .addLibraries(CelExtensions.strings())
            .build();
    private static final Pattern UNDECLARED = Pattern.compile("undeclared reference to '([^']*)'.*", Pattern.DOTALL);
    private static final Set<String> FUNCTIONS = ImmutableSet.<String>builder()
            .addAll(CelExtensions.getAllFunctionNames())
            .add("size", "contains", "startsWith", "endsWith", "matches", "has", "all", "exists", "filter", "map")
            .add("int", "double", "string", "bool", "timestamp", "duration", "getFullYear", "getMonth", "getDate")
            .build();

    private Cel() {}

    /** A condition over the fields of a record type; empty if it does not compile, and then problems say why. */
    static Optional<Condition> condition(
            Yaml.Scalar source, Map<String, FieldKind> fields, List<ConfigProblem> problems) {
        Map<String, CelType> variables = new LinkedHashMap<>();
        fields.forEach((name, kind) -> variables.put(name, type(kind)));
        return program(source, variables, SimpleType.BOOL, problems)
                .map(program -> new CelCondition(source.text(), fields, program));
    }

    /** A lens that computes a field out of a system's columns; empty if it does not compile. */
    static Optional<Lens> computation(Yaml.Scalar source, FieldKind kind, List<ConfigProblem> problems) {
        CelValidationResult parsed = compiler(Map.of(), SimpleType.DYN).parse(source.text());
        if (parsed.hasError()) {
            parsed.getErrors().forEach(issue -> problems.add(problem(source, issue, Set.of())));
            return Optional.empty();
        }
        Map<String, CelType> columns = new LinkedHashMap<>();
        names(parsed).forEach(name -> columns.put(name, SimpleType.STRING));
        return program(source, columns, SimpleType.DYN, problems)
                .map(program -> new ComputeLens(List.copyOf(columns.keySet()), FormReader.plain(kind), program));
    }

    private static Optional<CelRuntime.Program> program(
            Yaml.Scalar source, Map<String, CelType> variables, CelType result, List<ConfigProblem> problems) {
        CelValidationResult compiled = compiler(variables, result).compile(source.text());
        if (compiled.hasError()) {
            compiled.getErrors().forEach(issue -> problems.add(problem(source, issue, variables.keySet())));
            return Optional.empty();
        }
        try {
            return Optional.of(RUNTIME.createProgram(compiled.getAst()));
        } catch (CelValidationException | CelEvaluationException broken) {
            problems.add(source.at().problem("the expression cannot be run: " + broken.getMessage()));
            return Optional.empty();
        }
    }

    private static CelCompiler compiler(Map<String, CelType> variables, CelType result) {
        CelCompilerBuilder builder = CelCompilerFactory.standardCelCompilerBuilder()
                .setOptions(OPTIONS)
                .setStandardMacros(CelStandardMacro.STANDARD_MACROS)
                .addLibraries(CelExtensions.strings())
                .setResultType(result);
        variables.forEach(builder::addVar);
        return builder.build();
    }

    private static CelType type(FieldKind kind) {
        return switch (kind) {
            case NUMBER, MONEY -> SimpleType.DOUBLE;
            case FLAG -> SimpleType.BOOL;
            case DATE, MOMENT -> SimpleType.TIMESTAMP;
            case MULTI -> ListType.create(SimpleType.STRING);
            case TEXT, PERSON, COMPANY, EMAIL, PHONE, DOMAIN, COUNTRY, CHOICE, REFERENCE -> SimpleType.STRING;
        };
    }

    /** The names that the expression takes from outside. */
    private static Set<String> names(CelValidationResult parsed) {
        Set<String> names = new LinkedHashSet<>();
        Set<String> inner = new HashSet<>();
        try {
            CelNavigableAst.fromAst(parsed.getAst()).getRoot().allNodes().forEach(node -> {
                switch (node.getKind()) {
                    case IDENT -> names.add(node.expr().ident().name());
                    case COMPREHENSION -> {
                        inner.add(node.expr().comprehension().iterVar());
                        inner.add(node.expr().comprehension().accuVar());
                    }
                    case NOT_SET, CONSTANT, SELECT, CALL, LIST, STRUCT, MAP -> {}
                }
            });
        } catch (CelValidationException unparsed) {
            return Set.of();
        }
        names.removeAll(inner);
        return names;
    }

    private static ConfigProblem problem(Yaml.Scalar source, CelIssue issue, Set<String> variables) {
        CelSourceLocation location = issue.getSourceLocation();
        Matcher undeclared = UNDECLARED.matcher(issue.getMessage());
        if (!undeclared.matches()) {
            return inside(source, location, 0)
                    .problem("in the expression: "
                            + issue.getMessage().lines().findFirst().orElse(""));
        }
        String name = undeclared.group(1);
        // The place of a call is its bracket; its name stands before.
        boolean isCall = source.text().startsWith(name + "(", location.getColumn() - name.length());
        List<String> known = new ArrayList<>(variables);
        known.addAll(FUNCTIONS);
        return inside(source, location, isCall ? name.length() : 0)
                .problem("unknown name '" + name + "' in the expression", name, known);
    }

    /** Expressions mostly stand on one line of the file; of others the line is told, and the column within it. */
    private static Spot inside(Yaml.Scalar source, CelSourceLocation location, int back) {
        Spot start = source.at();
        if (location.getLine() > 1 || source.text().indexOf('\n') >= 0) {
            return new Spot(
                    start.file(), start.line() + Math.max(0, location.getLine()), location.getColumn() + 1 - back);
        }
        int quote = source.isPlain() ? 0 : 1;
        return new Spot(start.file(), start.line(), start.column() + quote + Math.max(0, location.getColumn() - back));
    }
}
