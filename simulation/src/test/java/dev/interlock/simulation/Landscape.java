package dev.interlock.simulation;

import dev.interlock.mapping.Authority;
import dev.interlock.mapping.ConfigReader;
import dev.interlock.mapping.ConfigReading;
import dev.interlock.mapping.Configuration;
import dev.interlock.mapping.Field;
import dev.interlock.mapping.FieldRule;
import dev.interlock.mapping.SourceFile;
import dev.interlock.record.RecordType;
import dev.interlock.record.SystemId;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** What is configured in a simulated world: read by the real reader, from files as an operator writes them. */
record Landscape(Shape shape, Configuration configuration) {
    static final SystemId SF = new SystemId("sf");
    static final SystemId HS = new SystemId("hs");
    static final SystemId PS = new SystemId("ps");
    static final RecordType PARTNER = new RecordType("partner");
    static final RecordType LEAD = new RecordType("lead");
    static final RecordType DEAL = new RecordType("deal");

    private static final String SETTINGS = """
            apiVersion: v1
            kind: Interlock
            store: { url: "jdbc:h2:mem:any" }
            safety: { massDelete: { count: 3, percent: 40 }, replansPerRun: 12 }
            systems:
              sf: { kind: rest, settle: 5s, overlap: 2m, budget: { perSecond: 25, perDay: 900000, concurrent: 1 }, connection: {} }
              hs: { kind: rest, settle: 20s, overlap: 0s, budget: { perSecond: 25, perDay: 900000, concurrent: 1 }, connection: {} }
              ps: { kind: rest, settle: 2s, overlap: 0s, budget: { perSecond: 25, perDay: 900000, concurrent: 1 }, connection: {} }
            """;

    private static final String PARTNERS = """
            apiVersion: v1
            kind: Record
            record: partner
            systems:
              sf: { object: Account, key: Interlock_Id__c, deletes: %1$s }
              hs: { object: companies, key: interlock_id, deletes: %1$s }
              ps: { object: partnerships, key: external_key, create: %3$s, deletes: %1$s }
            match: [ [email] ]
            fields:
              name: { type: text, authority: [ps, sf, hs], systems: { sf: Name, hs: name, ps: company } }
              email: { type: email, systems: { sf: Email, hs: email, ps: mail } }
              tier: { type: text, authority: %4$s, blank: clear, systems: { sf: Tier, hs: tier, ps: tier } }
              note: { type: text, authority: ask, blank: clear, systems: { sf: Note, hs: note, ps: note } }
              owner: { type: text, writers: [sf], unauthorised: %2$s, systems: { sf: Owner, hs: owner, ps: owner } }
              city: { type: text, systems: { sf: City, hs: city%5$s } }
            """;

    /** Partners of partners: whoever enters them makes chains, rings, and one that is its own parent. */
    private static final String PARENT =
            "  parent: { type: reference, to: partner, systems: { sf: ParentId, hs: parent, ps: parent } }\n";

    private static final String DEALS = """
            apiVersion: v1
            kind: Record
            record: deal
            systems:
              sf: { object: Opportunity, key: Interlock_Id__c, deletes: %1$s }
              hs: { object: deals, key: interlock_id, deletes: %1$s }
              ps: { object: deals, key: external_key, deletes: %1$s }
            match: []
            fields:
              name: { type: text, systems: { sf: Name, hs: name, ps: name } }
              amount: { type: money, authority: { newest: 2m }, systems: { sf: Amount, hs: amount, ps: { field: amount, scale: cents } } }
              stage:
                type: choice
                systems:
                  sf: { field: Stage, map: { Prospecting: open, Won: won, Lost: lost } }
                  hs: { field: stage, map: { s1: open, s2: won, s3: lost } }
                  ps: { field: stage, map: { Submitted: open, Closed: won, Dropped: lost } }
              partner: { type: reference, to: partner, systems: { sf: Partner, hs: partner, ps: partner } }
            """;

    private static final String LEADS = """
            apiVersion: v1
            kind: Record
            record: lead
            systems:
              hs: { object: contacts, key: interlock_id, deletes: %1$s }
              sf: { object: Lead, key: Interlock_Id__c, deletes: %1$s }
            match: [ [email] ]
            fields:
              name: { type: text, systems: { sf: LastName, hs: lastname } }
              email: { type: email, systems: { sf: Email, hs: email } }
              city: { type: text, blank: clear, systems: { sf: City, hs: city } }
            """;

    /** What is configured one way or the other. */
    record Shape(String deletes, String intruders, String create, Set<String> more, String tier, boolean cityInPs) {

        private static Shape of(Dice dice) {
            String deletes = dice.one(List.of("flag", "flag", "unlink", "delete"));
            String intruders = dice.one(List.of("revert", "revert", "keep", "ask"));
            String create = dice.chance(25) ? "false" : "true";
            Set<String> more = new TreeSet<>();
            if (dice.chance(40)) {
                more.add("deals");
            } else if (dice.chance(40)) {
                more.add("leads");
            }
            if (dice.chance(30)) {
                more.add("parents");
            }
            return new Shape(deletes, intruders, create, more, "{ newest: 2m }", false);
        }

        private Shape changed(Dice dice) {
            return switch (dice.below(3)) {
                case 0 -> new Shape(deletes, intruders, create, more, tier, !cityInPs);
                case 1 ->
                    new Shape(deletes, intruders, create, more, dice.one(List.of("[ps, sf, hs]", "ask")), cityInPs);
                default -> new Shape(deletes, dice.one(List.of("revert", "keep", "ask")), create, more, tier, cityInPs);
            };
        }

        private List<SourceFile> files() {
            List<SourceFile> files = new ArrayList<>(List.of(file("interlock.yaml", SETTINGS)));
            String partners = PARTNERS.formatted(deletes, intruders, create, tier, cityInPs ? ", ps: city" : "");
            files.add(file("partner.yaml", partners + (more.contains("parents") ? PARENT : "")));
            if (more.contains("deals")) {
                files.add(file("deal.yaml", DEALS.formatted(deletes)));
            }
            if (more.contains("leads")) {
                files.add(file("lead.yaml", LEADS.formatted(deletes)));
            }
            return files;
        }
    }

    static Landscape of(Dice dice) {
        return of(Shape.of(dice));
    }

    private static Landscape of(Shape shape) {
        return switch (ConfigReader.read(shape.files(), Map.of())) {
            case ConfigReading.Good good -> new Landscape(shape, good.configuration());
            case ConfigReading.Bad bad -> throw new IllegalStateException(bad.toString());
        };
    }

    /** F28: somebody changed the configuration. */
    Landscape changed(Dice dice) {
        return of(shape.changed(dice));
    }

    /** The rule by which a field is judged; where rules changed, either may have decided what is still on its way. */
    FieldRule rule(Field field) {
        FieldRule rule = field.rule();
        boolean changed = field.name().equals("tier") && !shape.tier().contains("newest");
        return changed
                ? new FieldRule(new Authority.Merged(), rule.writers(), rule.unauthorised(), rule.blank())
                : rule;
    }

    private static SourceFile file(String name, String text) {
        return new SourceFile(name, text.getBytes(StandardCharsets.UTF_8));
    }

    List<RecordType> types() {
        return configuration.inOrder();
    }

    List<SystemId> systems(RecordType type) {
        return List.copyOf(
                new java.util.TreeSet<>(configuration.records().get(type).systems()));
    }

    List<Field> fields(RecordType type) {
        return List.copyOf(configuration.records().get(type).fields().values());
    }

    Field field(RecordType type, String name) {
        return configuration.records().get(type).fields().get(name);
    }

    static String column(Field field, SystemId system) {
        return field.in(system).orElseThrow().lens().columns().getFirst();
    }
}
