package dev.interlock.simulation;

import dev.interlock.mapping.Authority;
import dev.interlock.mapping.FieldRule;
import dev.interlock.record.RecordType;
import dev.interlock.record.SystemId;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.IntPredicate;
import java.util.function.IntUnaryOperator;
import java.util.function.Predicate;

/**
 * Every edit that a user ever made, and which edits its author had before their eyes. From this alone it follows which value
 * may take the place of which: a later word replaces the one it was said in knowledge of; of two that knew nothing of each
 * other the rule of the field decides.
 */
final class Claims {
    private static final BitSet NOTHING = new BitSet();
    private final List<Claim> all = new ArrayList<>();
    private final IntUnaryOperator root;
    private final IntPredicate wasUnited;
    private final Predicate<SimRecord> isTakenIn;
    private final Function<Claim, Instant> stamp;
    /** Blanks of records that no entity had yet. */
    private final BitSet outside = new BitSet();

    private final Map<Integer, BitSet> chosen = new HashMap<>();
    /** What the engine was shown. */
    private final BitSet seen = new BitSet();

    /**
     * @param souls who is meant
     * @param isTakenIn whether an entity has the record
     * @param stamp when a record that holds a word changed last
     */
    Claims(Souls souls, Predicate<SimRecord> isTakenIn, Function<Claim, Instant> stamp) {
        this.stamp = stamp;
        this.root = souls::root;
        this.wasUnited = souls::wasUnited;
        this.isTakenIn = isTakenIn;
    }

    /**
     * One edit.
     *
     * @param value canonical; blank if the field was cleared
     * @param where the record it was made in
     * @param knew the edits that its author saw, and those these were made in knowledge of
     */
    record Claim(
            int id, int soul, String field, String value, SimRecord where, Instant at, boolean byPerson, BitSet knew) {
        SystemId system() {
            return where.system;
        }

        RecordType type() {
            return where.type;
        }

        @Override
        public String toString() {
            return "'" + value + "' said in " + where;
        }
    }

    /** What a record holds in one field: somebody's word, and what whoever reads it there knows by it. */
    record Held(Claim claim, BitSet knows) {}

    Held say(SimRecord where, String field, String value, Instant at) {
        return say(where, field, value, at, knownBy(where.held.get(field)), false);
    }

    /** What whoever fills in a blank knows: also that others blanked it, if we heard so: nothing had to be written for that. */
    BitSet knownToBlank(SimRecord where, String field) {
        BitSet known = knownBy(where.held.get(field));
        about(where.soul, where.type, field).stream()
                .filter(claim -> claim.value().isEmpty() && wasShown(claim))
                .forEach(claim -> known.set(claim.id()));
        return known;
    }

    /** A person who looked at everything decides. */
    Held say(SimRecord where, String field, String value, Instant at, BitSet knew, boolean byPerson) {
        Claim claim = new Claim(all.size(), where.soul, field, value, where, at, byPerson, knew);
        all.add(claim);
        if (value.isEmpty() && !isTakenIn.test(where)) {
            outside.set(claim.id());
        }
        Held held = new Held(claim, knowing(knew, claim));
        where.held.put(field, held);
        return held;
    }

    /** The engine was shown this word. */
    void show(Claim claim) {
        seen.set(claim.id());
    }

    boolean wasShown(Claim claim) {
        return seen.get(claim.id());
    }

    /**
     * Whether a word was gone again before anybody was shown it. Who overwrote it answers for it: a user did that knowingly,
     * and of the engine it is judged at the moment it writes.
     */
    private boolean wentUnheard(Claim claim) {
        Held held = claim.where().held.get(claim.field());
        return !seen.get(claim.id()) && held != null && held.claim().id() != claim.id();
    }

    /**
     * The word that a word went back to, if what was said in between was never shown to anybody: a system tells its state
     * and not its history, so an edit that was undone between two readings did not happen.
     */
    Optional<Claim> undone(Claim claim) {
        List<Claim> here = all.stream()
                .filter(other -> other.id() < claim.id()
                        && other.field().equals(claim.field())
                        && claim.knew().get(other.id()))
                .toList();
        for (int i = here.size() - 1; i >= 0; i--) {
            Claim earlier = here.get(i);
            if (earlier.value().equals(claim.value())) {
                return Optional.of(today(earlier));
            }
            if (earlier.where() != claim.where() || seen.get(earlier.id())) {
                return Optional.empty();
            }
        }
        return Optional.empty();
    }

    /** A field that was filled and cleared again before the record was shown, or taken in, was always blank (R2, D9). */
    private boolean wasNeverSaid(Claim claim) {
        return claim.value().isEmpty()
                && !claim.byPerson()
                && all.stream()
                        .filter(other -> claim.knew().get(other.id()))
                        .allMatch(other ->
                                other.where() == claim.where() && (outside.get(claim.id()) || !seen.get(other.id())));
    }

    int count() {
        return all.size();
    }

    static BitSet knownBy(@org.jspecify.annotations.Nullable Held held) {
        return held == null ? new BitSet() : (BitSet) held.knows().clone();
    }

    static BitSet knowing(BitSet known, Claim claim) {
        BitSet more = (BitSet) known.clone();
        more.set(claim.id());
        return more;
    }

    List<Claim> about(int soul, RecordType type, String field) {
        int who = root.applyAsInt(soul);
        return all.stream()
                .filter(claim -> claim.field().equals(field)
                        && claim.type().equals(type)
                        && root.applyAsInt(claim.soul()) == who)
                .map(this::today)
                .toList();
    }

    /** A claim that names somebody names whoever that turned out to be. */
    Claim today(Claim claim) {
        String value = today(claim.value());
        return value.equals(claim.value())
                ? claim
                : new Claim(
                        claim.id(),
                        claim.soul(),
                        claim.field(),
                        value,
                        claim.where(),
                        claim.at(),
                        claim.byPerson(),
                        claim.knew());
    }

    String today(String value) {
        return value.startsWith("#") ? "#" + root.applyAsInt(Integer.parseInt(value.substring(1))) : value;
    }

    /** Whether somebody's word counts at all. */
    static boolean counts(Claim claim, FieldRule rule) {
        boolean rejected = claim.value().isEmpty() && rule.blank() == FieldRule.Blank.REJECT;
        return claim.byPerson() || (rule.allows(claim.system()) && !rejected);
    }

    /** The words that count and that nobody went on from. */
    List<Claim> lastWords(List<Claim> about, FieldRule rule) {
        List<Claim> voiced = about.stream().filter(claim -> counts(claim, rule)).toList();
        return voiced.stream()
                .filter(claim -> voiced.stream().noneMatch(other -> other.knew().get(claim.id())))
                .filter(claim -> undone(claim).isEmpty() && !wasNeverSaid(claim) && !wentUnheard(claim))
                .toList();
    }

    /** Whether a value may stand where somebody's word stood. */
    boolean mayReplace(Claim old, String value, List<Claim> about, FieldRule rule) {
        List<Claim> voiced = about.stream().filter(claim -> counts(claim, rule)).toList();
        if (wasNeverSaid(old)) {
            return true;
        }
        if (!counts(old, rule)) {
            return voiced.stream().anyMatch(claim -> claim.value().equals(value))
                    || (voiced.isEmpty()
                            && about.stream().anyMatch(claim -> claim.value().equals(value)));
        }
        BitSet reached = new BitSet();
        Deque<Claim> open = new ArrayDeque<>(List.of(old));
        for (Optional<Claim> back = undone(old); back.isPresent(); back = undone(back.get())) {
            open.add(back.get());
        }
        open.forEach(start -> reached.set(start.id()));
        while (!open.isEmpty()) {
            Claim from = open.poll();
            for (Claim to : voiced) {
                if (!reached.get(to.id()) && isStep(from, to, rule)) {
                    reached.set(to.id());
                    open.add(to);
                }
            }
        }
        return voiced.stream()
                .anyMatch(claim -> reached.get(claim.id()) && claim.value().equals(value));
    }

    /** A person who merged two records left one value standing and let the other go. */
    void choose(Held gone, Held kept) {
        chosen.computeIfAbsent(gone.claim().id(), any -> new BitSet())
                .set(kept.claim().id());
    }

    private boolean isStep(Claim from, Claim to, FieldRule rule) {
        if (to.knew().get(from.id()) || chosen.getOrDefault(from.id(), NOTHING).get(to.id())) {
            return true;
        }
        if (wasUnited.test(from.soul()) && wins(to, from, rule)) {
            // What two entities said is contested anew when they turn out to be one: the rule decides, whoever knew
            // what.
            return true;
        }
        boolean concurrent = !from.knew().get(to.id());
        return concurrent
                && (from.value().equals(to.value())
                        || wins(to, from, rule)
                        || wentBack(from, to)
                        || wereAgreedWithout(from, to, rule));
    }

    /** D6: while the record of the one was gone, all others, two at least, came to say the same by themselves. */
    private boolean wereAgreedWithout(Claim from, Claim to, FieldRule rule) {
        return about(to.soul(), to.type(), to.field()).stream()
                .filter(other -> other.value().equals(to.value()) && counts(other, rule))
                .filter(other ->
                        !other.system().equals(to.system()) && !other.system().equals(from.system()))
                .filter(other -> !to.system().equals(from.system()))
                .filter(other -> seen.get(to.id()) && seen.get(other.id()))
                .filter(other -> !from.knew().get(other.id()))
                .anyMatch(other -> from.where().wasGoneWhile(to, other));
    }

    /** Whoever went back to what the other started from, a blank before the first word, changed nothing since. */
    private boolean wentBack(Claim from, Claim to) {
        return from.value().isEmpty() && to.knew().isEmpty() && !from.knew().isEmpty()
                || all.stream()
                        .anyMatch(start -> start.value().equals(from.value())
                                && start.field().equals(from.field())
                                && from.knew().get(start.id())
                                && to.knew().get(start.id()));
    }

    private boolean wins(Claim to, Claim from, FieldRule rule) {
        return switch (rule.authority()) {
            case Authority.Ranked ranked -> rank(to, ranked) <= rank(from, ranked);
            case Authority.Newest newest -> stamp.apply(to).isAfter(from.at().plus(newest.skew()));
            case Authority.Merged merged -> true;
            case Authority.Ask ask -> false;
        };
    }

    private static int rank(Claim claim, Authority.Ranked ranked) {
        int place = ranked.order().indexOf(claim.system());
        return place < 0 ? ranked.order().size() : place;
    }
}
