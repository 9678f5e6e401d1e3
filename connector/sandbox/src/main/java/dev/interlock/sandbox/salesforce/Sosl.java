package dev.interlock.sandbox.salesforce;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * {@code search}: whole words in texts, with {@code *} and {@code ?}, phrases in quotes, AND between words.
 *
 * <p>Simulated of SOSL: FIND, IN with one scope, RETURNING with fields, WHERE, ORDER BY and LIMIT, and a LIMIT of the whole.
 * OR, AND NOT and parentheses within the braces are refused.
 */
final class Sosl {

    private static final int MOST = 2_000;
    private static final Pattern FIND = Pattern.compile(
            "(?is)\\s*FIND\\s*\\{((?:[^{}\\\\]|\\\\.)*)}\\s*(?:IN\\s+(ALL|NAME|EMAIL|PHONE|SIDEBAR)\\s+FIELDS\\s*)?"
                    + "(?:RETURNING\\s+(.*?))?\\s*(?:\\bLIMIT\\s+(\\d+)\\s*)?");
    private static final Pattern RETURNED = Pattern.compile("(?is)\\s*(\\w+)\\s*(?:\\(([^()]*)\\))?\\s*");
    private static final Pattern CLAUSE = Pattern.compile("(?i)\\b(?:WHERE|ORDER\\s+BY|LIMIT)\\b");
    private static final Pattern TERM = Pattern.compile("\"([^\"]*)\"|(\\S+)");

    private final Org org;
    private final String root;

    Sosl(Org org, String root) {
        this.org = org;
        this.root = root;
    }

    ObjectNode search(String text) {
        Matcher find = FIND.matcher(text);
        if (!find.matches()) {
            throw malformed("expecting FIND {term} [IN scope FIELDS] [RETURNING objects] [LIMIT n]");
        }
        Predicate<String> fits = fits(find.group(1));
        String scope = Optional.ofNullable(find.group(2)).orElse("ALL").toUpperCase(Locale.ROOT);
        int most = Optional.ofNullable(find.group(4)).map(Integer::parseInt).orElse(MOST);
        ObjectNode answer = Json.object();
        ArrayNode found = answer.putArray("searchRecords");
        for (Soql query : queries(Optional.ofNullable(find.group(3)))) {
            Projection.Fields fields = (Projection.Fields) query.select();
            new Search(org, query, false)
                    .rows().stream()
                            .filter(row -> texts(query.from(), row, scope).anyMatch(fits))
                            .limit(query.limit().orElse(MOST))
                            .forEach(
                                    row -> found.add(new FoundRow(org, root).write(query.from(), row, fields.paths())));
        }
        while (found.size() > Math.min(most, MOST)) {
            found.remove(found.size() - 1);
        }
        return answer;
    }

    private List<Soql> queries(Optional<String> returning) {
        if (returning.isEmpty()) {
            return Stream.of("Account", "Contact", "Lead", "Opportunity")
                    .map(name -> SoqlParser.parse(org, "SELECT Id FROM " + name))
                    .toList();
        }
        List<Soql> queries = new ArrayList<>();
        for (String each : returning.get().split(",(?![^(]*\\))", -1)) {
            Matcher returned = RETURNED.matcher(each);
            if (!returned.matches()) {
                throw malformed("unexpected token: '" + each.strip() + "'");
            }
            queries.add(query(
                    returned.group(1), Optional.ofNullable(returned.group(2)).orElse("Id")));
        }
        return queries;
    }

    private Soql query(String object, String inner) {
        Matcher clause = CLAUSE.matcher(inner);
        int end = clause.find() ? clause.start() : inner.length();
        return SoqlParser.parse(
                org, "SELECT " + inner.substring(0, end) + " FROM " + object + " " + inner.substring(end));
    }

    private Stream<String> texts(Table table, Row row, String scope) {
        return table.type().visibleFields().stream()
                .filter(field -> inScope(field, scope))
                .map(field -> org.read(table, row, field))
                .filter(String.class::isInstance)
                .map(Object::toString);
    }

    private static boolean inScope(Field field, String scope) {
        return switch (scope) {
            case "NAME" -> field.name().endsWith("Name");
            case "EMAIL" -> field.type() == FieldType.EMAIL;
            case "PHONE" -> field.type() == FieldType.PHONE;
            default -> field.type().isText();
        };
    }

    private static Predicate<String> fits(String braces) {
        String term = braces.replaceAll("\\\\(.)", "$1").strip();
        if (term.length() < 2) {
            throw Refusal.of("INVALID_SEARCH", "search term must be longer than one character: " + term);
        }
        if (Pattern.compile("\\bOR\\b|\\bAND NOT\\b|[()]").matcher(term).find()) {
            throw malformed("OR, AND NOT and parentheses are not simulated");
        }
        Matcher terms = TERM.matcher(term);
        List<Predicate<String>> all = new ArrayList<>();
        while (terms.find()) {
            String words = terms.group(1) == null ? terms.group(2) : terms.group(1);
            if (!words.equals("AND")) {
                Pattern pattern = pattern(words);
                all.add(text -> pattern.matcher(text).find());
            }
        }
        return text -> all.stream().allMatch(each -> each.test(text));
    }

    private static Pattern pattern(String words) {
        String regex = Stream.of(words.strip().split("[^\\p{L}\\p{N}*?]+"))
                .map(word -> word.replace("*", "[\\p{L}\\p{N}]*").replace("?", "[\\p{L}\\p{N}]"))
                .collect(Collectors.joining("[^\\p{L}\\p{N}]+"));
        return Pattern.compile(
                "(?<![\\p{L}\\p{N}])" + regex + "(?![\\p{L}\\p{N}])", Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);
    }

    private static Refusal malformed(String message) {
        return Refusal.of("MALFORMED_SEARCH", message);
    }
}
