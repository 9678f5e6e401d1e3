package dev.interlock.app;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;

/**
 * The people who work in the three systems, and what each system must therefore say. Each value they enter is a new one, and
 * in one round nobody touches a field that another has touched, so that there is one right answer everywhere.
 */
final class People {

    private static final int MOST_RECORDS = 40;

    private final House house;
    private final Random random;
    private static final List<String> FAMILIES = List.of(
            "Abendroth",
            "Bruckner",
            "Czerny",
            "Dombrowski",
            "Eisenhut",
            "Fischbach",
            "Gruenwald",
            "Haslinger",
            "Immhof",
            "Jankowski",
            "Kaltenegger",
            "Lindqvist",
            "Morgenstern",
            "Nussbaumer",
            "Oberhuber",
            "Pokorny",
            "Quast",
            "Rosenzweig",
            "Schlichting",
            "Tannhauser");

    private final List<Entered> records = new ArrayList<>();
    private final Set<String> touched = new HashSet<>();
    private int last;

    People(House house, Random random) {
        this.house = house;
        this.random = random;
        house.create(
                "partnerstack",
                "partnerships",
                Map.of("partner_key", "nord", "email", "team@nord.example", "company", "Nord AG"));
    }

    /** A field as each system has it; what is entered is a number that only grows. */
    private enum Field {
        AMOUNT(Map.of("salesforce", "Amount", "hubspot", "amount", "partnerstack", "amount")),
        CLOSE_DATE(Map.of("salesforce", "CloseDate", "hubspot", "closedate", "partnerstack", "close_date")),
        CITY(Map.of("salesforce", "City", "hubspot", "city"));

        private final Map<String, String> names;

        Field(Map<String, String> names) {
            this.names = names;
        }

        private String in(String system) {
            return names.getOrDefault(system, "");
        }

        private Object spoken(String system, int number) {
            return switch (this) {
                case AMOUNT -> system.equals("partnerstack") ? number * 100 : number;
                case CLOSE_DATE -> LocalDate.of(2027, 1, 1).plusDays(number).toString();
                case CITY -> "City " + number;
            };
        }

        private int heard(String system, JsonNode record) {
            String text = Door.text(record, in(system));
            return switch (this) {
                case AMOUNT -> new BigDecimal(text).intValueExact() / (system.equals("partnerstack") ? 100 : 1);
                case CLOSE_DATE ->
                    (int) (LocalDate.parse(text.substring(0, 10)).toEpochDay()
                            - LocalDate.of(2027, 1, 1).toEpochDay());
                case CITY -> Integer.parseInt(text.substring("City ".length()));
            };
        }
    }

    /** What somebody made. */
    private enum Kind {
        DEAL(
                List.of(Field.AMOUNT, Field.CLOSE_DATE),
                Map.of("salesforce", "Opportunity", "hubspot", "deals", "partnerstack", "deals"),
                Map.of("salesforce", "Name", "hubspot", "dealname", "partnerstack", "account_name")),
        LEAD(
                List.of(Field.CITY),
                Map.of("salesforce", "Lead", "hubspot", "contacts"),
                Map.of("salesforce", "Email", "hubspot", "email"));

        private final List<Field> fields;
        private final Map<String, String> objects;
        private final Map<String, String> keys;

        Kind(List<Field> fields, Map<String, String> objects, Map<String, String> keys) {
            this.fields = fields;
            this.objects = objects;
            this.keys = keys;
        }
    }

    /** A record, by what it is called everywhere; the newest value of each field, and the one before. */
    private record Entered(Kind kind, String name, Map<Field, Integer> newest, Map<Field, Integer> before) {}

    /** A round begins: all systems agree. */
    void rest() {
        touched.clear();
        records.forEach(record -> record.before().putAll(record.newest()));
    }

    /** Somebody enters a record that nobody has, in a system of their own choice. */
    void create() {
        if (records.size() >= MOST_RECORDS) {
            return;
        }
        Kind kind = random.nextInt(3) == 0 ? Kind.LEAD : Kind.DEAL;
        String name = kind == Kind.DEAL ? "Deal " + records.size() : "p" + records.size() + "@nord.example";
        Entered record = new Entered(kind, name, new HashMap<>(), new HashMap<>());
        String system = oneOf(kind.objects.keySet());
        Map<String, Object> fields = new LinkedHashMap<>(constants(kind, system, records.size()));
        fields.put(kind.keys.getOrDefault(system, ""), name);
        for (Field field : kind.fields) {
            last++;
            record.newest().put(field, last);
            touched.add(name + field);
            fields.put(field.in(system), field.spoken(system, last));
        }
        records.add(record);
        house.create(system, kind.objects.getOrDefault(system, ""), fields);
    }

    /** People at one company would look alike; so each has a name and a company of their own. */
    private static Map<String, ?> constants(Kind kind, String system, int number) {
        if (kind == Kind.LEAD) {
            String family = FAMILIES.get(number % FAMILIES.size());
            return system.equals("salesforce")
                    ? Map.of("LastName", family, "Company", family + " AG")
                    : Map.of("lastname", family, "company", family + " AG");
        }
        return switch (system) {
            case "salesforce" -> Map.of("StageName", "Prospecting");
            case "hubspot" -> Map.of("pipeline", "default", "dealstage", "appointmentscheduled");
            default -> Map.of("stage", "Submitted", "partner_key", "nord");
        };
    }

    /** Somebody changes one field of a record, in any system that has it, unless somebody has in this round. */
    void edit() {
        Entered record = records.get(random.nextInt(records.size()));
        Field field =
                record.kind().fields.get(random.nextInt(record.kind().fields.size()));
        String system = oneOf(record.kind().objects.keySet());
        if (record.before().containsKey(field) && touched.add(record.name() + field)) {
            last++;
            record.newest().put(field, last);
            String object = record.kind().objects.getOrDefault(system, "");
            String key = record.kind().keys.getOrDefault(system, "");
            house.edit(
                    system,
                    object,
                    house.theOne(system, object, key, record.name()),
                    Map.of(field.in(system), field.spoken(system, last)));
        }
    }

    private String oneOf(Set<String> systems) {
        return systems.stream().sorted().toList().get(random.nextInt(systems.size()));
    }

    /** What is wrong while the work is half done: a record that is there twice, or a value that nobody has entered lately. */
    List<String> brokenHalfWay() {
        return compare(true);
    }

    /** What is wrong when the work is done: the same, and whatever is not there or not the newest. */
    List<String> broken() {
        return compare(false);
    }

    private List<String> compare(boolean halfWay) {
        List<String> wrong = new ArrayList<>();
        for (Kind kind : Kind.values()) {
            kind.objects.forEach((system, object) -> {
                Map<String, List<JsonNode>> found = new HashMap<>();
                house.door(system)
                        .records(object)
                        .forEach(node -> found.computeIfAbsent(
                                        Door.text(node, kind.keys.getOrDefault(system, "")), any -> new ArrayList<>())
                                .add(node));
                for (Entered record : records) {
                    if (record.kind() == kind) {
                        List<JsonNode> here = found.getOrDefault(record.name(), List.of());
                        found.remove(record.name());
                        wrong.addAll(compare(record, system, here, halfWay));
                    }
                }
                found.keySet().forEach(name -> wrong.add(system + " has " + name + ", which nobody entered"));
            });
        }
        return wrong;
    }

    private static List<String> compare(Entered record, String system, List<JsonNode> here, boolean halfWay) {
        if (here.size() > 1 || (here.isEmpty() && !halfWay)) {
            return List.of(system + " has " + record.name() + " " + here.size() + " times");
        }
        List<String> wrong = new ArrayList<>();
        for (JsonNode node : here) {
            record.newest().forEach((field, newest) -> {
                int is = field.heard(system, node);
                boolean old = halfWay && record.before().getOrDefault(field, newest) == is;
                if (is != newest && !old) {
                    wrong.add(system + " has " + record.name() + " " + field + " " + is + ", not " + newest);
                }
            });
        }
        return wrong;
    }
}
