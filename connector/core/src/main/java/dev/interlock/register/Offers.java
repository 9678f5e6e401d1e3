package dev.interlock.register;

import dev.interlock.record.RecordKey;
import dev.interlock.register.Offer.Preview;
import dev.interlock.register.Offer.Side;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Which answers a flag has, and what each writes where: to the PRM a status and a safe message, and nothing else. */
final class Offers {

    private Offers() {}

    static List<Offer> of(FlagType type, Claim subject, Optional<Claim> counterpart) {
        return choices(type).stream()
                .map(choice -> new Offer(choice, writes(choice, subject, counterpart)))
                .toList();
    }

    private static List<Choice> choices(FlagType type) {
        return switch (type) {
            case DUPLICATE_SAME_PARTNER, DISTRIBUTOR_CHAIN ->
                List.of(Choice.MERGE, Choice.LINK_TO_EXISTING, Choice.KEEP_APART, Choice.REJECT);
            case PARTNER_OVERLAP ->
                List.of(
                        Choice.QUEUE_BEHIND,
                        Choice.REJECT,
                        Choice.CO_SELL_SPLIT,
                        Choice.KEEP_APART,
                        Choice.APPROVE,
                        Choice.RETURN_FOR_INFORMATION);
            case DIRECT_OVERLAP ->
                List.of(
                        Choice.RECLASSIFY_ASSISTED,
                        Choice.RECLASSIFY_FULFILLED,
                        Choice.LINK_TO_EXISTING,
                        Choice.APPROVE,
                        Choice.KEEP_APART,
                        Choice.REJECT);
            case EXISTING_CUSTOMER, TERRITORY ->
                List.of(Choice.APPROVE, Choice.RECLASSIFY_ASSISTED, Choice.REJECT, Choice.RETURN_FOR_INFORMATION);
            case INCUMBENT -> List.of(Choice.REJECT, Choice.CO_SELL_SPLIT, Choice.APPROVE);
            case TENDER_MULTI_BID -> List.of(Choice.RECLASSIFY_ASSISTED, Choice.APPROVE, Choice.KEEP_APART);
            case DOUBLE_CREDIT -> List.of(Choice.CO_SELL_SPLIT, Choice.RECLASSIFY_ASSISTED, Choice.REJECT);
            case IDENTITY_AMBIGUOUS ->
                List.of(Choice.RETURN_FOR_INFORMATION, Choice.LINK_TO_EXISTING, Choice.KEEP_APART);
            case OUT_OF_BAND, STATE_GATED -> List.of(Choice.APPROVE, Choice.RETURN_FOR_INFORMATION);
            case PROTECTION_LAPSED -> List.of(Choice.EXTEND, Choice.REJECT);
        };
    }

    private static List<Preview> writes(Choice choice, Claim subject, Optional<Claim> counterpart) {
        List<Preview> writes = new ArrayList<>();
        crm(choice, subject, counterpart).forEach(writes::add);
        if (subject.isRegistration()) {
            writes.add(new Preview(Side.PRM, subject.key(), "status", choice.status()));
            writes.add(new Preview(Side.PRM, subject.key(), "message", choice.message()));
        }
        counterpart.ifPresent(other -> store(choice, subject.key(), other.key()).ifPresent(writes::add));
        return writes;
    }

    private static List<Preview> crm(Choice choice, Claim subject, Optional<Claim> counterpart) {
        RecordKey deal = counterpart
                .filter(other -> other.kind() == Claim.Kind.OPPORTUNITY)
                .map(Claim::key)
                .orElse(subject.key());
        String partner = subject.party();
        return switch (choice) {
            case APPROVE, KEEP_APART ->
                List.of(
                        new Preview(Side.CRM, subject.key(), "opportunity", "created"),
                        new Preview(Side.CRM, subject.key(), "registered partner", partner));
            case LINK_TO_EXISTING -> List.of(new Preview(Side.CRM, deal, "registered partner", partner));
            case RECLASSIFY_ASSISTED -> List.of(new Preview(Side.CRM, deal, "assisting partner", partner));
            case RECLASSIFY_FULFILLED -> List.of(new Preview(Side.CRM, deal, "fulfilment partner", partner));
            case CO_SELL_SPLIT -> List.of(new Preview(Side.CRM, deal, "partner split", partner + " 50 %"));
            case EXTEND -> List.of(new Preview(Side.CRM, subject.key(), "protected until", "extended"));
            case REJECT, QUEUE_BEHIND, MERGE, RETURN_FOR_INFORMATION -> List.of();
        };
    }

    private static Optional<Preview> store(Choice choice, RecordKey subject, RecordKey other) {
        return switch (choice) {
            case QUEUE_BEHIND -> Optional.of(new Preview(Side.STORE, subject, "queued behind", other.toString()));
            case MERGE, LINK_TO_EXISTING -> Optional.of(new Preview(Side.STORE, subject, "same as", other.toString()));
            case KEEP_APART -> Optional.of(new Preview(Side.STORE, subject, "kept apart from", other.toString()));
            case APPROVE,
                    REJECT,
                    RECLASSIFY_ASSISTED,
                    RECLASSIFY_FULFILLED,
                    CO_SELL_SPLIT,
                    EXTEND,
                    RETURN_FOR_INFORMATION -> Optional.empty();
        };
    }

    /** What the rules say by themselves. */
    static Choice recommended(FlagType type, Optional<Claim> counterpart) {
        return switch (type) {
            case DUPLICATE_SAME_PARTNER, DISTRIBUTOR_CHAIN -> Choice.MERGE;
            case PARTNER_OVERLAP -> Choice.QUEUE_BEHIND;
            case DIRECT_OVERLAP ->
                switch (counterpart.map(other -> other.standing().sales()).orElse(Standing.Sales.OPEN)) {
                    case LATE, WON, LOST -> Choice.RECLASSIFY_FULFILLED;
                    case OPEN, ENGAGED -> Choice.RECLASSIFY_ASSISTED;
                };
            case EXISTING_CUSTOMER, OUT_OF_BAND -> Choice.APPROVE;
            case INCUMBENT -> Choice.REJECT;
            case TENDER_MULTI_BID -> Choice.RECLASSIFY_ASSISTED;
            case DOUBLE_CREDIT -> Choice.CO_SELL_SPLIT;
            case TERRITORY, IDENTITY_AMBIGUOUS, STATE_GATED -> Choice.RETURN_FOR_INFORMATION;
            case PROTECTION_LAPSED -> Choice.REJECT;
        };
    }
}
