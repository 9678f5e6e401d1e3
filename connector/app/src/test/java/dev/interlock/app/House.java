package dev.interlock.app;

import com.fasterxml.jackson.databind.JsonNode;
import dev.interlock.mapping.Configuration;
import dev.interlock.plan.Conflict;
import dev.interlock.record.EntityId;
import dev.interlock.record.RecordType;
import dev.interlock.record.SystemId;
import dev.interlock.routes.Order;
import dev.interlock.routes.Report;
import dev.interlock.routes.Watch;
import dev.interlock.stage.Ledger.AuditRow;
import dev.interlock.stage.Quarantined;
import dev.interlock.stage.Stage;
import dev.interlock.store.AuditVerdict;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Three systems and the program between them. The systems are the same for all tests and start empty for each; the store is
 * new for each.
 */
final class House implements AutoCloseable {

    static final Path CONFIG = Path.of("../../config");
    static final String PARTNER = "partner";
    static final String DEAL = "deal";
    static final String LEAD = "lead";

    private static final SandboxSetup SETUP = SandboxSetup.read(CONFIG.resolve("examples/demo/sandbox.yaml"));
    private static final Sandboxes SYSTEMS = Sandboxes.start(0, SETUP);

    private final Path folder;
    private final Path config;
    private final Map<String, String> environment = new LinkedHashMap<>();
    private Workshop workshop;

    private House(Path folder, Map<String, String> files, Map<String, String> around) {
        this.folder = folder;
        this.config = Configured.write(folder.resolve("config"), files);
        environment.putAll(SYSTEMS.environment());
        environment.put("INTERLOCK_STORE_URL", "jdbc:h2:file:" + folder.resolve("staging"));
        environment.putAll(around);
        List.of("salesforce", "hubspot", "partnerstack")
                .forEach(system -> door(system).forgetEverything());
        door("salesforce").act("settings", Map.of("clockSkewMillis", 0, "clientSecret", "sandbox-secret"));
        door("hubspot")
                .act(
                        "settings",
                        Map.of(
                                "clockSkewMillis",
                                0,
                                "searchLagMillis",
                                0,
                                "searchLimit",
                                100,
                                "token",
                                "pat-sandbox-0000"));
        door("partnerstack").act("settings", Map.of("clockSkewMillis", 0, "secretKey", "sk_sandbox"));
        this.workshop = Workshop.open(configuration());
    }

    /** Empty systems and the shipped configuration; the store is in the folder. */
    static House in(Path folder) {
        return new House(folder, Map.of(), Map.of());
    }

    /** The same, with some files of the configuration written anew. */
    static House in(Path folder, Map<String, String> files) {
        return new House(folder, files, Map.of());
    }

    /** The same, with something else in the environment, such as a system behind another address. */
    static House in(Path folder, Map<String, String> files, Map<String, String> around) {
        return new House(folder, files, around);
    }

    /** Where a sandbox listens. */
    static String url(String system) {
        return SYSTEMS.url(system);
    }

    private Configuration configuration() {
        return ConfigFiles.read(config, environment);
    }

    /** What the program finds in its environment: where the systems and the store are. */
    Map<String, String> environment() {
        return environment;
    }

    Door door(String system) {
        return new Door(system, SYSTEMS.url(system));
    }

    /** Loads the sample data of the demo. */
    void loadSamples() {
        Path samples = CONFIG.resolve("examples/demo");
        SYSTEMS.load("partnerstack", "partnerships", samples.resolve("partners.csv"), SETUP);
        SYSTEMS.load("partnerstack", "deals", samples.resolve("registered.csv"), SETUP);
        SYSTEMS.load("hubspot", "contacts", samples.resolve("leads.csv"), SETUP);
        SYSTEMS.load("salesforce", "Opportunity", samples.resolve("deals.csv"), SETUP);
    }

    /** A person makes a record; answers its id. */
    String create(String system, String object, Map<String, ?> fields) {
        return Door.idOf(door(system).act("create", Map.of("object", object, "fields", fields)));
    }

    void edit(String system, String object, String id, Map<String, ?> fields) {
        door(system).act("edit", Map.of("object", object, "id", id, "fields", fields));
    }

    void delete(String system, String object, String id) {
        door(system).act("delete", Map.of("object", object, "id", id));
    }

    void undelete(String system, String object, String id) {
        door(system).act("undelete", Map.of("object", object, "id", id));
    }

    void merge(String system, String object, String winner, String loser) {
        door(system).act("merge", Map.of("object", object, "winner", winner, "loser", loser));
    }

    Report sync(Order order) {
        return new Runner(workshop).run(order, Watch.NOBODY);
    }

    /** An opportunity that a person entered, and its counterparts after a sync. */
    Deal deal(String name, Map<String, ?> fields) {
        String id = Entries.deal(this, "salesforce", name, fields);
        sync(DEAL);
        return new Deal(id, counterpart("salesforce", id, "hubspot"), counterpart("salesforce", id, "partnerstack"));
    }

    /** One deal, by its id in each system. */
    record Deal(String salesforce, String hubspot, String partnerstack) {}

    /** What a deal says in each system about one thing. */
    List<String> values(Deal deal, String salesforce, String hubspot, String partnerstack) {
        return List.of(
                value("salesforce", "Opportunity", deal.salesforce(), salesforce),
                value("hubspot", "deals", deal.hubspot(), hubspot),
                value("partnerstack", "deals", deal.partnerstack(), partnerstack));
    }

    /** The program is stopped and started again. */
    void restart() {
        workshop.close();
        workshop = Workshop.open(configuration());
    }

    /** A person types a command, while no service has the store. */
    Terminal.Printed enters(String... arguments) {
        workshop.close();
        try {
            return new Terminal(config, environment).run(arguments);
        } finally {
            workshop = Workshop.open(configuration());
        }
    }

    /** The program is stopped, so that another process can have the store. */
    void stop() {
        workshop.close();
    }

    /** The text of a field of a record that must be there; blank if it has none. */
    String value(String system, String object, String id, String field) {
        return Door.text(record(system, object, id), field);
    }

    JsonNode record(String system, String object, String id) {
        return door(system).records(object).stream()
                .filter(record -> Door.idOf(record).equals(id))
                .findFirst()
                .orElseThrow(() -> new AssertionError("no living " + object + " " + id + " in " + system));
    }

    /** Ids of the living records of which the field has this text. */
    List<String> find(String system, String object, String field, String text) {
        return door(system).records(object).stream()
                .filter(record -> Door.text(record, field).equals(text))
                .map(Door::idOf)
                .toList();
    }

    /** The only living record of which the field has this text. */
    String theOne(String system, String object, String field, String text) {
        List<String> found = find(system, object, field, text);
        if (found.size() != 1) {
            throw new AssertionError(found.size() + " " + object + " in " + system + " with " + field + " " + text);
        }
        return found.getFirst();
    }

    /** How many calls the systems were sent, without the sign-off at the end. */
    long calls() {
        return Stream.of("salesforce", "hubspot", "partnerstack")
                        .mapToLong(system -> door(system).calls())
                        .sum()
                - door("salesforce").calls("/revoke");
    }

    long count(String system, String object) {
        return door(system).records(object).size();
    }

    /** The entity that the store links the record to. */
    EntityId entity(String system, String id) {
        Set<EntityId> found = ask(stage -> stage.find(new SystemId(system), id));
        if (found.size() != 1) {
            throw new AssertionError(system + " " + id + " is linked to " + found);
        }
        return found.iterator().next();
    }

    /** The id of the same entity's record in another system; blank if it has none that lives. */
    String counterpart(String system, String id, String other) {
        EntityId entity = entity(system, id);
        return ask(stage -> stage.idsIn(new SystemId(other), Set.of(entity))).getOrDefault(entity, "");
    }

    /** Whether the chain of the audit is unbroken. */
    AuditVerdict audit() {
        return workshop.store().verifyAudit();
    }

    List<AuditRow> history(String system, String id) {
        EntityId entity = entity(system, id);
        return ask(stage -> stage.history(entity));
    }

    List<Quarantined> aside() {
        return ask(stage -> stage.quarantined("", 1000));
    }

    List<Conflict> conflicts() {
        return ask(stage -> stage.conflicts("", 1000)).values().stream()
                .flatMap(List::stream)
                .toList();
    }

    /** The record types of everything that the id leads to, in order. */
    List<String> types(String system, String id) {
        return ask(stage -> stage.dossiers(stage.find(new SystemId(system), id))).values().stream()
                .map(dossier -> dossier.golden().type().name())
                .sorted()
                .toList();
    }

    private <T> T ask(Function<Stage, T> question) {
        return workshop.store().inTransaction(question);
    }

    /** Fields of which a living record, as last seen, does not say what is agreed on. */
    List<String> differences() {
        return ask(new Differences(workshop.workplace())::in);
    }

    /** Reads everything again, not only what changed, and brings it in step. */
    Report syncInFull() {
        return sync(
                new Order(Set.of(), Set.of(), Order.Reach.EVERYTHING, Order.Writes.HAND_OVER, Order.Deletes.GUARDED));
    }

    /** Brings records of these types only in step. */
    Report sync(String... types) {
        Set<RecordType> only = Stream.of(types).map(RecordType::new).collect(Collectors.toSet());
        return sync(new Order(only, Set.of(), Order.Reach.CHANGES, Order.Writes.HAND_OVER, Order.Deletes.GUARDED));
    }

    /** What is wrong with the mapping of a type, as the system itself sees it. */
    List<String> problems(String system, String type) {
        return workshop.workplace()
                .system(new SystemId(system))
                .check(workshop.workplace().mapping(new RecordType(type)));
    }

    Path folder() {
        return folder;
    }

    @Override
    public void close() {
        workshop.close();
    }
}
