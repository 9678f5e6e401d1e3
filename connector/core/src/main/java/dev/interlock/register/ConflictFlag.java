package dev.interlock.register;

import dev.interlock.record.RecordKey;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * Everything a channel manager needs to decide on, without opening a system.
 *
 * @param fingerprint of type, records and rule: the same again is the same flag
 * @param first who was first by the source's clock
 * @param doubt why "first" may be wrong: clocks that disagree
 * @param facts what the rules looked at, in plain words
 * @param dueBy when the partner must have an answer
 * @param approver who may give it, by the size of the deal
 */
public record ConflictFlag(
        String fingerprint,
        FlagType type,
        Rulebook.Said rule,
        Claim subject,
        List<Counterpart> counterparts,
        List<Event> chronology,
        RecordKey first,
        Optional<String> doubt,
        List<String> facts,
        Choice recommendation,
        List<Offer> offers,
        Instant dueBy,
        String approver) {

    /** Something that happened, by the clock of the system it happened in, and when we heard of it. */
    public record Event(Instant at, Instant seen, RecordKey record, String what) {}

    /** What the partner may see: its own registration, and nothing of who else there is. */
    public record PartnerView(RecordKey registration, String status, String message) {}

    /** What stands on the deal in the CRM. */
    public record CrmView(String flag, FlagType type, Instant dueBy, RecordKey registration) {}

    public ConflictFlag {
        counterparts = List.copyOf(counterparts);
        chronology = List.copyOf(chronology);
        facts = List.copyOf(facts);
        offers = List.copyOf(offers);
    }

    /** Its name for people and commands. */
    public String id() {
        return fingerprint.substring(0, 12);
    }

    /** Before it is decided. */
    public PartnerView forPartner() {
        return new PartnerView(
                subject.key(), "in review", "Your registration is being looked at under the registration rules.");
    }

    /** After it is decided. */
    public PartnerView forPartner(Choice decided) {
        return new PartnerView(subject.key(), decided.status(), decided.message());
    }

    public CrmView forCrm() {
        return new CrmView(id(), type, dueBy, subject.key());
    }

    /** Whether a decision goes against what the rules recommend, and so needs a reason of its own. */
    public boolean isOverride(Choice decided) {
        return decided != recommendation;
    }
}
