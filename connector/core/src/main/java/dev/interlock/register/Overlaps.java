package dev.interlock.register;

import dev.interlock.record.RecordKey;
import dev.interlock.register.ConflictFlag.Event;
import dev.interlock.register.Likeness.Verdict;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * Finds what a claim meets. A pure function: what comes out depends on what the claims say, and not on which of them arrived
 * first. Of two registrations the later one is the subject, whenever it was heard of.
 */
public final class Overlaps {

    private final Rulebook book;
    private final CustomerIdentity who;
    private final Meeting meeting;
    private final Protections protections;
    private final Alone alone;
    private final Set<String> keptApart;

    public Overlaps(Rulebook book, CustomerIdentity who, Partners partners) {
        this(book, who, partners, Set.of());
    }

    private Overlaps(Rulebook book, CustomerIdentity who, Partners partners, Set<String> keptApart) {
        this.book = book;
        this.who = who;
        this.meeting = new Meeting(book, partners);
        this.protections = new Protections(book);
        this.alone = new Alone(protections, partners);
        this.keptApart = Set.copyOf(keptApart);
    }

    /** The same, but not raising again what people keep apart, as long as the evidence is what it was. */
    public Overlaps keepingApart(Set<String> marks) {
        return new Overlaps(book, who, meeting.partners(), marks);
    }

    /** The flags of which the claim is the subject, in order of type. */
    public List<ConflictFlag> judge(Claim subject, Collection<Claim> near, Instant now) {
        Map<FlagType, List<Counterpart>> met = new TreeMap<>();
        List<Claim> ofCustomer = new ArrayList<>();
        for (Claim other : near) {
            if (!other.key().equals(subject.key()) && meeting.agree(subject.scope(), other.scope())) {
                meet(subject, other, met, ofCustomer);
            }
        }
        if (subject.isRegistration()
                && subject.customer().isUnknown()
                && !subject.standing().isClosed()) {
            met.computeIfAbsent(FlagType.IDENTITY_AMBIGUOUS, any -> new ArrayList<>());
        }
        alone.of(subject, ofCustomer, now).forEach(type -> met.computeIfAbsent(type, any -> new ArrayList<>()));
        List<ConflictFlag> flags = new ArrayList<>();
        met.forEach((type, counterparts) -> flags.add(flag(type, subject, counterparts)));
        return flags;
    }

    /** Which of the claims near it must be judged again because this one arrived or changed. */
    public static List<Claim> affected(Claim arrived, Collection<Claim> near) {
        return near.stream()
                .filter(other -> other.isRegistration() || other.owner().isPresent())
                .filter(other -> !other.key().equals(arrived.key()))
                .toList();
    }

    private void meet(Claim subject, Claim other, Map<FlagType, List<Counterpart>> met, List<Claim> ofCustomer) {
        Likeness likeness = who.compare(subject.customer(), other.customer());
        if (likeness.verdict() == Verdict.OTHER) {
            return;
        }
        if (likeness.verdict() == Verdict.SAME) {
            ofCustomer.add(other);
        }
        Optional<FlagType> type = meeting.of(subject, other);
        String mark = mark(subject, other, likeness);
        if (type.isPresent() && !keptApart.contains(mark)) {
            FlagType told = likeness.verdict() == Verdict.UNCLEAR ? FlagType.IDENTITY_AMBIGUOUS : type.get();
            met.computeIfAbsent(told, any -> new ArrayList<>())
                    .add(new Counterpart(other, likeness.evidence(), protectedUntil(other), mark));
        }
    }

    private Optional<Instant> protectedUntil(Claim claim) {
        return Optional.of(claim).filter(Claim::isRegistration).map(book::until);
    }

    private ConflictFlag flag(FlagType type, Claim subject, List<Counterpart> unordered) {
        List<Counterpart> counterparts = unordered.stream()
                .sorted(Comparator.comparing(Counterpart::claim, Claim.FIRST))
                .toList();
        Optional<Claim> against = counterparts.stream().findFirst().map(Counterpart::claim);
        List<Claim> all = Stream.concat(
                        Stream.of(subject), counterparts.stream().map(Counterpart::claim))
                .sorted(Claim.FIRST)
                .toList();
        Rulebook.Said said =
                book.said(type, against.filter(Claim::isRegistration).orElse(subject));
        return new ConflictFlag(
                hash(type
                        + said.id()
                        + all.stream()
                                .map(claim -> claim.key().toString())
                                .sorted()
                                .toList()),
                type,
                said,
                subject,
                counterparts,
                chronology(all),
                all.getFirst().key(),
                doubt(all),
                facts(subject, counterparts),
                Offers.recommended(type, against),
                Offers.of(type, subject, against),
                protections.dueBy(subject),
                protections.approver(subject));
    }

    private static List<Event> chronology(List<Claim> all) {
        List<Event> events = new ArrayList<>();
        for (Claim claim : all) {
            RecordKey key = claim.key();
            Instant seen = claim.times().firstSeen();
            events.add(new Event(claim.times().submitted(), seen, key, "submitted"));
            claim.times().approved().ifPresent(at -> events.add(new Event(at, seen, key, "approved")));
            claim.times().ended().ifPresent(at -> events.add(new Event(at, seen, key, "ended")));
        }
        events.sort(Comparator.comparing(Event::at)
                .thenComparing(event -> event.record().toString()));
        return events;
    }

    /** A clock that cannot be right, or two submissions too close for clocks to tell: said, and not guessed. */
    private Optional<String> doubt(List<Claim> all) {
        var skew = book.rules().reach().skew();
        Optional<String> wrong = all.stream()
                .filter(claim -> claim.times().isSkewed(skew))
                .map(claim -> claim.key() + " says it was submitted after it was seen: its clock is wrong")
                .findFirst();
        if (wrong.isPresent() || all.size() < 2) {
            return wrong;
        }
        Claim first = all.getFirst();
        Claim second = all.get(1);
        boolean oneClock = first.key().system().equals(second.key().system());
        Instant from = first.times().submitted();
        Instant to = second.times().submitted();
        boolean tie = from.equals(to) || !oneClock && from.plus(skew).isAfter(to);
        return tie
                ? Optional.of(first.key() + " and " + second.key() + " were submitted too close together to tell apart")
                : Optional.empty();
    }

    private List<String> facts(Claim subject, List<Counterpart> counterparts) {
        List<String> facts = new ArrayList<>();
        facts.add("renewal: " + (subject.traits().contains(Claim.Trait.RENEWAL) ? "yes" : "no"));
        facts.add("tender: "
                + (subject.scope().tender().isBlank() ? "no" : subject.scope().tender()));
        boolean direct =
                counterparts.stream().anyMatch(other -> other.claim().owner().isEmpty());
        facts.add("the vendor's own sales is at it: " + (direct ? "yes" : "no"));
        facts.add("protected until (by age): " + book.until(subject));
        book.exception(subject).ifPresent(one -> facts.add("exception: " + one.id()));
        return facts;
    }

    private static String mark(Claim one, Claim other, Likeness likeness) {
        List<String> keys = Stream.of(one.key(), other.key())
                .map(RecordKey::toString)
                .sorted()
                .toList();
        List<String> told =
                likeness.evidence().stream().map(Evidence::mark).sorted().toList();
        return hash(keys + "/" + told);
    }

    private static String hash(String text) {
        try {
            byte[] bytes = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(bytes);
        } catch (NoSuchAlgorithmException never) {
            throw new IllegalStateException("every Java has SHA-256", never);
        }
    }
}
