package dev.interlock.sandbox.salesforce;

import java.time.Instant;
import java.time.InstantSource;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** The org: its objects, their records, its users and its clock. */
final class Org {

    static final String ID = Ids.lengthened("00D5g000005gORG");
    static final String USER_PREFIX = "005";
    static final int INTEGRATION_USER = 1;
    static final int HUMAN_USER = 2;

    private final InstantSource clock;
    private final Map<String, Table> tables = new LinkedHashMap<>();
    private final Map<String, Table> byPrefix = new LinkedHashMap<>();
    private final Settings settings = new Settings();
    private final Journal journal = new Journal();
    private final Stages stages = new Stages();
    private final Automation automation = new Automation();
    private final Policies policies = new Policies();
    private final Seen seen = new Seen();
    private int customObjects;
    private int things;

    Org(InstantSource clock) {
        this.clock = clock;
        SchemaReader.standard().forEach(this::add);
        seedUsers();
    }

    Instant now() {
        return clock.instant().plus(settings.clockSkew);
    }

    Settings settings() {
        return settings;
    }

    Journal journal() {
        return journal;
    }

    Stages stages() {
        return stages;
    }

    Automation automation() {
        return automation;
    }

    Policies policies() {
        return policies;
    }

    Seen seen() {
        return seen;
    }

    Collection<Table> tables() {
        return tables.values();
    }

    Optional<Table> table(String name) {
        return Optional.ofNullable(tables.get(ObjectType.lower(name)));
    }

    /** The table that a test names. */
    Table named(String name) {
        return table(name).orElseThrow(() -> new IllegalArgumentException("there is no object " + name));
    }

    /** The table whose ids begin as this one does. */
    Optional<Table> tableOf(String id) {
        return Ids.wellFormed(id) ? Optional.ofNullable(byPrefix.get(Ids.prefix(id))) : Optional.empty();
    }

    Optional<Row> find(String id) {
        return tableOf(id).flatMap(table -> table.find(id));
    }

    void add(ObjectType type) {
        Table table = new Table(type);
        tables.put(ObjectType.lower(type.name()), table);
        byPrefix.put(type.prefix(), table);
    }

    String nextCustomPrefix() {
        int number = customObjects++;
        return "a" + Character.forDigit(number / 36, 36) + Character.forDigit(number % 36, 36);
    }

    /** An id for what is no record: a job, a batch, a result. */
    String nextId(String prefix) {
        return Ids.text(prefix, ++things);
    }

    /** The id of 18 characters for one of 15 or 18. */
    static String jobId(String id) {
        return Ids.wellFormed(id) ? Ids.lengthened(Ids.shortened(id)) : id;
    }

    Author author(Author.Access access) {
        return new Author(
                access == Author.Access.API ? INTEGRATION_USER : HUMAN_USER, now(), access, Author.Alerts.HEEDED);
    }

    /** Forgets every record but the two users, what is automated, and what administrators demand. */
    void clear() {
        automation.clear();
        policies.clear();
        seen.clear();
        tables.values().forEach(Table::clear);
        named("User").restart();
        seedUsers();
    }

    private void seedUsers() {
        seedUser(settings.username, "Integration", "User");
        seedUser("human@example.com", "Helen", "Human");
    }

    private void seedUser(String username, String firstName, String lastName) {
        Table users = named("User");
        Map<Field, Object> values = new LinkedHashMap<>();
        users.type().fields().stream().filter(Field::stored).forEach(field -> values.put(field, field.initial()));
        Map<String, Object> given = Map.of(
                "Username", username,
                "Email", username,
                "FirstName", firstName,
                "LastName", lastName,
                "Alias", lastName.substring(0, Math.min(8, lastName.length())));
        given.forEach((name, value) -> values.put(users.type().field(name).orElseThrow(), value));
        Stamps birth = Stamps.created(now(), INTEGRATION_USER);
        users.put(Row.born(users.reserve(), users.type().slots(), values, birth));
    }

    /** The value of any field of a row, {@link Blank#BLANK} for none. Dates come as LocalDate, times as Instant. */
    Object read(Table table, Row row, Field field) {
        Stamps stamps = row.stamps();
        return switch (field.role()) {
            case STORED -> row.written(field);
            case ID -> table.id(row);
            case IS_DELETED -> !row.live();
            case MASTER_RECORD_ID ->
                row.fate().winner() == Fate.NOBODY
                        ? Blank.BLANK
                        : Ids.text(table.type().prefix(), row.fate().winner());
            case CREATED_DATE -> Instant.ofEpochMilli(stamps.created());
            case CREATED_BY -> Ids.text(USER_PREFIX, stamps.createdBy());
            case LAST_MODIFIED_DATE -> Instant.ofEpochMilli(stamps.modified());
            case LAST_MODIFIED_BY -> Ids.text(USER_PREFIX, stamps.modifiedBy());
            case SYSTEM_MODSTAMP -> Instant.ofEpochMilli(stamps.stamp());
            case FORMULA -> formula(table, row, field);
            case AUTO_NUMBER -> autoNumber(row, field);
            case PERSON_NAME -> personName(table, row);
            case STAGE_CLOSED -> stages.closed(read(table, row, "StageName"));
            case STAGE_WON -> stages.won(read(table, row, "StageName"));
            case STAGE_FORECAST -> stages.forecast(read(table, row, "StageName"));
            case EXPECTED_REVENUE -> expectedRevenue(table, row);
        };
    }

    Object read(Table table, Row row, String field) {
        return table.type().field(field).map(found -> read(table, row, found)).orElse(Blank.BLANK);
    }

    /** Whether the object has such a checkbox and it is ticked. */
    boolean holds(Table table, Row row, String checkbox) {
        return Boolean.TRUE.equals(read(table, row, checkbox));
    }

    private Object formula(Table table, Row row, Field field) {
        int point = field.formula().indexOf('.');
        if (point < 0) {
            return read(table, row, field.formula());
        }
        String id = table.type()
                .relationship(field.formula().substring(0, point))
                .map(hop -> String.valueOf(read(table, row, hop)))
                .orElse("");
        Optional<Row> parent = find(id);
        return parent.isEmpty()
                ? Blank.BLANK
                : read(tableOf(id).orElseThrow(), parent.get(), field.formula().substring(point + 1));
    }

    /** {@code A-{0000}}: the zeros say how many digits there are at least. */
    private static String autoNumber(Row row, Field field) {
        String form = field.formula();
        int open = form.indexOf('{');
        int close = form.indexOf('}');
        int digits = Math.max(1, close - open - 1);
        return form.substring(0, Math.max(0, open))
                + "0".repeat(Math.max(0, digits - String.valueOf(row.number()).length()))
                + row.number()
                + form.substring(close + 1);
    }

    private Object personName(Table table, Row row) {
        Object first = read(table, row, "FirstName");
        Object last = read(table, row, "LastName");
        return first == Blank.BLANK ? last : first + " " + last;
    }

    private Object expectedRevenue(Table table, Row row) {
        return read(table, row, "Amount") instanceof Double amount
                        && read(table, row, "Probability") instanceof Double probability
                ? (Object) (amount * probability / 100)
                : Blank.BLANK;
    }
}
