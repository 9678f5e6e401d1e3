package dev.interlock.routes;

import dev.interlock.mapping.Translated;
import dev.interlock.mapping.Weighing;
import dev.interlock.match.Compared;
import dev.interlock.match.Experience;
import dev.interlock.match.ExperienceText;
import dev.interlock.match.Fit;
import dev.interlock.match.Match;
import dev.interlock.match.MatchKey;
import dev.interlock.match.Matcher;
import dev.interlock.match.Scales;
import dev.interlock.match.WeighingMatcher;
import dev.interlock.plan.Conflict;
import dev.interlock.plan.Dossier;
import dev.interlock.plan.Golden;
import dev.interlock.record.EntityId;
import dev.interlock.record.RecordKey;
import dev.interlock.record.SystemId;
import dev.interlock.stage.Judgement;
import dev.interlock.stage.Judgement.Verdict;
import dev.interlock.stage.Ledger.AuditRow;
import dev.interlock.stage.Stage;
import dev.interlock.stage.WhoIsWho.Lesson;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * Who are the records that no link knows? What a person decided counts first, then exact keys, then weight. Everything that a
 * page needs is looked up at once.
 */
final class Meeting {

    /** What more entities share is no clue. */
    private static final int HOT = 50;

    /** Of more, those that share the rarest clues. */
    private static final int MOST_CANDIDATES = 16;

    private final Desk desk;
    private final Stage stage;
    private final SystemId system;
    private final Map<EntityId, Dossier> known;
    private final Optional<Scales> scales;
    private final Compared compared;
    private final Map<MatchKey, Set<EntityId>> byKey = new HashMap<>();
    private final Map<Long, Set<EntityId>> byClue = new HashMap<>();
    private final Map<RecordKey, List<Judgement>> judgements = new HashMap<>();
    private final List<AuditRow> notes = new ArrayList<>();

    /** @param known what is known of entities; what is looked up is added */
    Meeting(Desk desk, Stage stage, SystemId system, Map<EntityId, Dossier> known) {
        this.desk = desk;
        this.stage = stage;
        this.system = system;
        this.known = known;
        this.compared = new Compared(desk.mapping());
        this.scales = desk.mapping().weighing().isWanted() ? Optional.of(scales(desk, stage)) : Optional.empty();
    }

    static Scales scales(Desk desk, Stage stage) {
        Experience experience = stage.whoIsWho()
                .lesson(desk.mapping().type())
                .map(Lesson::text)
                .flatMap(ExperienceText::read)
                .orElse(Experience.SHIPPED);
        return new Scales(desk.mapping(), experience);
    }

    /** Looks up everything that these records may be. */
    void lookFor(Collection<Translated> strangers, Set<EntityId> named) {
        Set<MatchKey> keys = new HashSet<>();
        Set<Long> clues = new HashSet<>();
        List<RecordKey> records = new ArrayList<>();
        for (Translated record : strangers) {
            keys.addAll(desk.identifyingKeys(record.said()));
            scales.ifPresent(weigh -> clues.addAll(weigh.clues(record.said())));
            records.add(record.observation().key());
        }
        stage.candidates(keys).forEach((key, found) -> byKey.put(key, new TreeSet<>(found)));
        stage.whoIsWho().sharing(clues, HOT).forEach((clue, found) -> byClue.put(clue, new TreeSet<>(found)));
        judgements.putAll(stage.whoIsWho().judgements(records));
        Set<EntityId> wanted = new HashSet<>(named);
        byKey.values().forEach(wanted::addAll);
        strangers.forEach(record -> wanted.addAll(sharing(record)));
        judgements.values().forEach(each -> each.forEach(judgement -> wanted.add(judgement.entity())));
        wanted.removeAll(known.keySet());
        known.putAll(stage.dossiers(wanted));
    }

    /** Who the record is. */
    Match match(Translated record, Optional<EntityId> ownKey) {
        Set<EntityId> different = new HashSet<>();
        for (Judgement judgement : counting(record)) {
            if (judgement.verdict() == Verdict.SAME && ownKey.isEmpty()) {
                return noted(decided(judgement), record);
            }
            different.add(judgement.entity());
        }
        Map<MatchKey, Set<EntityId>> candidates = new HashMap<>();
        Set<MatchKey> keys = desk.identifyingKeys(record.said());
        keys.forEach(key ->
                without(byKey.getOrDefault(key, Set.of()), different).ifPresent(found -> candidates.put(key, found)));
        Match byKeys = new Matcher(candidates, this::isTaken, this::isEnded).match(ownKey, keys);
        if (!(byKeys instanceof Match.Stranger)) {
            return byKeys;
        }
        List<Fit> fits = fits(record).stream()
                .filter(fit -> !different.contains(fit.entity()))
                .toList();
        Match byWeight = noted(new WeighingMatcher(rules(), this::isTaken).match(fits), record);
        if (byWeight instanceof Match.Lookalikes several) {
            ask(several, record);
        }
        return byWeight;
    }

    /** Until a person has answered, none of them is created there, where it may be already. */
    private void ask(Match.Lookalikes several, Translated record) {
        Set<EntityId> known = new HashSet<>();
        judgements
                .getOrDefault(record.observation().key(), List.of())
                .forEach(judgement -> known.add(judgement.entity()));
        stage.whoIsWho()
                .judge(several.entities().stream()
                        .filter(entity -> !isTaken(entity) && !known.contains(entity))
                        .map(entity -> new Judgement(
                                record.observation().key(),
                                entity,
                                Verdict.ASKED,
                                "",
                                false,
                                "interlock",
                                several.why(),
                                record.observation().readAt()))
                        .toList());
    }

    private Weighing rules() {
        return desk.mapping().weighing();
    }

    private static Optional<Set<EntityId>> without(Set<EntityId> found, Set<EntityId> different) {
        Set<EntityId> left = new TreeSet<>(found);
        left.removeAll(different);
        return left.isEmpty() ? Optional.empty() : Optional.of(left);
    }

    /** The entities that the record shares a key with. */
    Set<EntityId> sharingKeys(Translated record) {
        Set<EntityId> found = new TreeSet<>();
        desk.identifyingKeys(record.said()).forEach(key -> found.addAll(byKey.getOrDefault(key, Set.of())));
        return found;
    }

    /** How the record fits those that it shares a clue with. */
    List<Fit> fits(Translated record) {
        List<Fit> fits = new ArrayList<>();
        scales.ifPresent(weigh -> sharing(record).stream()
                .filter(this::isActive)
                .forEach(entity -> fits.add(Fit.of(weigh, entity, record.said(), Members.of(dossier(entity))))));
        return fits;
    }

    /** Those that share the rarest clues; a clue counts the less, the more entities have it. */
    private List<EntityId> sharing(Translated record) {
        Map<EntityId, Double> shared = new HashMap<>();
        scales.ifPresent(weigh -> weigh.clues(record.said()).forEach(clue -> {
            Set<EntityId> found = byClue.getOrDefault(clue, Set.of());
            found.forEach(entity -> shared.merge(entity, 1.0 / found.size(), Double::sum));
        }));
        return shared.keySet().stream()
                .sorted(Comparator.comparingDouble((EntityId entity) -> -shared.getOrDefault(entity, 0.0))
                        .thenComparing(Comparator.naturalOrder()))
                .limit(MOST_CANDIDATES)
                .toList();
    }

    /** What people decided about it and what still counts; what does not, lapses. */
    private List<Judgement> counting(Translated record) {
        List<Judgement> counting = new ArrayList<>();
        for (Judgement judgement : judgements.getOrDefault(record.observation().key(), List.of())) {
            boolean counts = !judgement.isLapsed() && judgement.verdict() != Verdict.ASKED;
            if (!counts || !isActive(judgement.entity())) {
                continue;
            }
            if (evidence(record, judgement.entity()).equals(judgement.evidence())) {
                counting.add(judgement);
            } else {
                stage.whoIsWho().judge(List.of(judgement.lapsed()));
            }
        }
        counting.sort(Comparator.comparing(Judgement::verdict));
        return counting;
    }

    /** A fingerprint of what is compared between the record and the entity. */
    String evidence(Translated record, EntityId entity) {
        return compared.fingerprint(record.said(), Members.of(dossier(entity)));
    }

    private Match decided(Judgement judgement) {
        String why = "decided by " + judgement.by() + ": " + judgement.reason();
        return isTaken(judgement.entity())
                ? new Match.Collision(judgement.entity(), why)
                : new Match.Counterpart(judgement.entity(), why);
    }

    private Match noted(Match match, Translated record) {
        if (match instanceof Match.Counterpart linked) {
            RecordKey key = record.observation().key();
            notes.add(new AuditRow(
                    linked.entity(),
                    Conflict.WHOLE_RECORD,
                    "linked " + key + ", " + linked.why(),
                    "interlock",
                    "",
                    "",
                    "",
                    record.observation().readAt()));
        }
        return match;
    }

    /** What the audit keeps of links that no key made. */
    List<AuditRow> notes() {
        return notes;
    }

    /** From now on the entity is found by what this record says, too. */
    void link(EntityId entity, Translated record) {
        desk.identifyingKeys(record.said())
                .forEach(key ->
                        byKey.computeIfAbsent(key, any -> new TreeSet<>()).add(entity));
        scales.ifPresent(weigh -> weigh.clues(record.said())
                .forEach(clue ->
                        byClue.computeIfAbsent(clue, any -> new TreeSet<>()).add(entity)));
    }

    boolean isTaken(EntityId entity) {
        return dossier(entity).shadows().containsKey(system);
    }

    private boolean isEnded(EntityId entity) {
        return dossier(entity).golden().standing() == Golden.Standing.TOMBSTONE;
    }

    private boolean isActive(EntityId entity) {
        Dossier dossier = known.get(entity);
        return dossier != null && dossier.golden().standing() == Golden.Standing.ACTIVE;
    }

    Dossier dossier(EntityId entity) {
        Dossier dossier = known.get(entity);
        if (dossier == null) {
            throw new IllegalStateException("entity " + entity + " has a link but no dossier");
        }
        return dossier;
    }
}
