package dev.interlock.routes;

import dev.interlock.mapping.Configuration;
import dev.interlock.mapping.RecordMapping;
import dev.interlock.match.Compared;
import dev.interlock.match.Experience;
import dev.interlock.match.ExperienceText;
import dev.interlock.match.MatchKey;
import dev.interlock.match.Weight;
import dev.interlock.plan.Dossier;
import dev.interlock.record.EntityId;
import dev.interlock.record.FieldValue;
import dev.interlock.record.RecordKey;
import dev.interlock.record.RecordType;
import dev.interlock.record.SystemId;
import dev.interlock.stage.Stage;
import dev.interlock.stage.StagingStore;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/** Why two records are one or not, and what there is to learn about that from all of them. */
public final class Comparing {

    private static final int PAGE = 500;

    private final Configuration configuration;

    public Comparing(Configuration configuration) {
        this.configuration = configuration;
    }

    /**
     * One of two records that are compared.
     *
     * @param entity whose it is; empty while a person must say so
     */
    public record Party(RecordKey record, Optional<EntityId> entity, Map<String, FieldValue> values) {
        public Party {
            values = Map.copyOf(values);
        }
    }

    /**
     * What came of it.
     *
     * @param sameKeys the kinds of exact keys that both have
     */
    public record Comparison(Party one, Party other, List<String> sameKeys, Weight weight, RecordMapping mapping) {

        public Comparison {
            sameKeys = List.copyOf(sameKeys);
        }

        /** A value as it is compared. */
        public String form(String field, Party party) {
            return new Compared(mapping).form(field, party.values().getOrDefault(field, FieldValue.EMPTY));
        }
    }

    /** The records that go by this id in the system, one a type. */
    public List<Party> parties(SystemId system, String id, Stage stage) {
        List<Party> parties = new ArrayList<>();
        Set<EntityId> found = stage.find(system, id);
        for (Dossier dossier : stage.dossiers(found).values()) {
            Members.byRecord(dossier).forEach((key, values) -> {
                if (key.system().equals(system)) {
                    parties.add(new Party(key, Optional.of(dossier.golden().id()), values));
                }
            });
        }
        if (parties.isEmpty()) {
            for (RecordType type : configuration.inOrder()) {
                RecordKey key = new RecordKey(system, type, id);
                new Judging(configuration, stage)
                        .said(key)
                        .ifPresent(said -> parties.add(new Party(key, Optional.empty(), said)));
            }
        }
        return parties;
    }

    /**
     * Weighs two records of one type.
     *
     * @throws IllegalArgumentException if nothing is weighed for that type
     */
    public Comparison compare(Party one, Party other, Stage stage) {
        Desk desk = desk(one.record().type());
        Set<MatchKey> shared = new HashSet<>(desk.identifyingKeys(one.values()));
        shared.retainAll(desk.identifyingKeys(other.values()));
        Weight weight = Meeting.scales(desk, stage).weigh(one.values(), other.values());
        return new Comparison(
                one, other, shared.stream().map(MatchKey::kind).sorted().toList(), weight, desk.mapping());
    }

    private Desk desk(RecordType type) {
        RecordMapping mapping =
                Optional.ofNullable(configuration.records().get(type)).orElseThrow();
        if (!mapping.weighing().isWanted()) {
            throw new IllegalArgumentException(
                    "nothing is weighed for a " + type + ": its record file has no 'weigh' under 'match'");
        }
        return new Desk(mapping, configuration);
    }

    /**
     * What was learnt.
     *
     * @param version counts from 1
     * @param records how many entities it was learnt from
     */
    public record Learnt(RecordType type, int version, long records) {}

    /**
     * Learns from everything that is staged of a type, and keeps it: from now on records are weighed by it.
     *
     * @throws IllegalArgumentException if nothing is weighed for that type
     */
    public Learnt learn(RecordType type, StagingStore store, Instant now) {
        Desk desk = desk(type);
        Map<String, List<Map<String, FieldValue>>> members = new TreeMap<>();
        for (SystemId system : desk.mapping().systems()) {
            String after = "";
            while (!after.equals("\uffff")) {
                String from = after;
                after = store.inTransaction(stage -> onePage(new Page(system, type, from), stage, members));
            }
        }
        Experience experience = Experience.learnt(desk.mapping(), members);
        int version = store.inTransaction(stage -> stage.whoIsWho().keep(type, ExperienceText.write(experience), now));
        return new Learnt(type, version, members.size());
    }

    private record Page(SystemId system, RecordType type, String after) {}

    /** Answers where to go on; U+FFFF at the end. */
    private static String onePage(Page page, Stage stage, Map<String, List<Map<String, FieldValue>>> into) {
        List<String> ids = stage.liveIds(page.system(), page.type(), page.after(), PAGE);
        List<RecordKey> keys = ids.stream()
                .map(id -> new RecordKey(page.system(), page.type(), id))
                .toList();
        Set<EntityId> fresh = new HashSet<>(stage.entities(keys).values());
        fresh.removeIf(entity -> into.containsKey(entity.value()));
        stage.dossiers(fresh).forEach((entity, dossier) -> into.put(entity.value(), Members.of(dossier)));
        return ids.size() < PAGE ? "\uffff" : ids.getLast();
    }
}
