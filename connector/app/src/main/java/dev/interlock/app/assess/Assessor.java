package dev.interlock.app.assess;

import dev.interlock.app.assess.Assessment.Doubles;
import dev.interlock.app.assess.Assessment.Group;
import dev.interlock.app.assess.Assessment.How;
import dev.interlock.app.assess.Assessment.Member;
import dev.interlock.mapping.Configuration;
import dev.interlock.mapping.RecordMapping;
import dev.interlock.match.Gathering;
import dev.interlock.match.Gathering.Found;
import dev.interlock.match.Weight;
import dev.interlock.record.FieldValue;
import dev.interlock.record.FieldValueText;
import dev.interlock.record.RecordKey;
import dev.interlock.record.RecordType;
import dev.interlock.record.SystemId;
import dev.interlock.routes.system.Arrivals;
import dev.interlock.routes.system.ConnectedSystem;
import dev.interlock.routes.system.Trouble;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;

/** Reads everything that the systems hold, and says in what state it is. Writes nothing anywhere. */
public final class Assessor {

    private static final int DOUBTS_TOLD = 50;

    private static final int TITLE = 4;

    private final Configuration configuration;
    private final Map<SystemId, ConnectedSystem> systems;
    private final List<String> troubles = new ArrayList<>();
    private final Targets targets = new Targets();

    /** @param systems those that are looked at */
    public Assessor(Configuration configuration, Map<SystemId, ConnectedSystem> systems) {
        this.configuration = configuration;
        this.systems = Map.copyOf(systems);
    }

    /** Reads and judges. A system that cannot be read is told of; the others are looked at. */
    public Assessment assess(Instant now) {
        Map<RecordMapping, List<Census>> all = new LinkedHashMap<>();
        for (RecordType type : configuration.inOrder()) {
            RecordMapping mapping =
                    Objects.requireNonNull(configuration.records().get(type));
            List<Census> censuses = new ArrayList<>();
            mapping.systems().stream()
                    .sorted()
                    .forEach(system -> Optional.ofNullable(systems.get(system))
                            .flatMap(each -> read(each, mapping))
                            .ifPresent(censuses::add));
            if (!censuses.isEmpty()) {
                all.put(mapping, censuses);
            }
            censuses.forEach(census -> targets.add(census, mapping, configuration.namedBy(type)));
            if (censuses.size() == mapping.systems().size()) {
                targets.isWhole(type);
            }
        }
        List<Assessment.Type> types = new ArrayList<>();
        all.forEach((mapping, censuses) -> types.add(told(mapping, censuses)));
        return new Assessment(now, types, troubles);
    }

    private Optional<Census> read(ConnectedSystem system, RecordMapping mapping) {
        Census census = new Census(system.id(), mapping);
        Arrivals.Order order = new Arrivals.Order(
                mapping.type(),
                mapping.place(system.id()).orElseThrow(),
                Optional.empty(),
                mapping.columns(system.id()),
                0);
        try {
            system.arrivals().read(order, page -> page.forEach(census::add));
            return Optional.of(census);
        } catch (Trouble trouble) {
            troubles.add(mapping.type() + " of " + system.id() + " could not be read: " + trouble.told());
            return Optional.empty();
        }
    }

    private Assessment.Type told(RecordMapping mapping, List<Census> censuses) {
        censuses.forEach(census -> census.check(targets));
        return new Assessment.Type(
                mapping.type(), censuses.stream().map(Census::told).toList(), doubles(mapping, censuses));
    }

    private static Doubles doubles(RecordMapping mapping, List<Census> censuses) {
        List<RecordKey> keys = new ArrayList<>();
        List<Map<String, FieldValue>> records = new ArrayList<>();
        for (Census census : censuses) {
            census.records().forEach((key, said) -> {
                keys.add(key);
                records.add(said);
            });
        }
        Found found = Gathering.among(mapping, records);
        List<Member> members = new ArrayList<>();
        for (int at = 0; at < keys.size(); at++) {
            members.add(new Member(keys.get(at), title(mapping, records.get(at))));
        }
        List<Group> groups = found.groups().stream()
                .map(group ->
                        new Group(group.records().stream().map(members::get).toList(), group.why()))
                .toList();
        List<Group> asked = found.doubts().stream()
                .limit(DOUBTS_TOLD)
                .map(doubt -> new Group(
                        List.of(members.get(doubt.one()), members.get(doubt.other())),
                        Weight.percent(doubt.chance()) + ": " + doubt.why()))
                .toList();
        long repeated =
                groups.stream().mapToLong(group -> group.members().size() - 1).sum();
        return new Doubles(
                how(mapping), records.size() - repeated, groups, found.doubts().size(), asked);
    }

    private static How how(RecordMapping mapping) {
        return mapping.weighing().isWanted()
                ? How.KEYS_AND_WEIGHT
                : mapping.keys().isEmpty() ? How.NOTHING : How.KEYS;
    }

    /** The first things that a record says, by which a person knows it. */
    private static String title(RecordMapping mapping, Map<String, FieldValue> said) {
        return mapping.fields().keySet().stream()
                .map(name -> FieldValueText.show(said.getOrDefault(name, FieldValue.EMPTY)))
                .filter(text -> !text.isBlank())
                .limit(TITLE)
                .collect(Collectors.joining(" · "));
    }
}
