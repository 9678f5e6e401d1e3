package dev.interlock.register;

import dev.interlock.mapping.DealRules;
import dev.interlock.record.RecordKey;
import dev.interlock.record.RecordType;
import dev.interlock.record.SystemId;
import dev.interlock.register.Claim.Kind;
import dev.interlock.register.Standing.Sales;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** Claims for tests, and somebody who judges them as they arrive. */
final class Desk {

    static final Instant DAY_0 = Instant.parse("2026-01-01T09:00:00Z");
    static final NamedCustomers WHO = new NamedCustomers();

    private final Overlaps overlaps;
    private final Docket docket = new Docket(WHO);
    private final Map<String, Set<String>> raised = new TreeMap<>();

    Desk(DealRules rules, Map<String, String> parents) {
        this.overlaps = new Overlaps(new Rulebook(rules), WHO, new Partners(parents));
    }

    Desk() {
        this(DealRules.SHIPPED, Map.of());
    }

    /** Files a claim and judges it and those that it may concern; as an intake does. */
    Desk takes(Claim arrived) {
        Claim filed = docket.file(arrived);
        judge(filed);
        Overlaps.affected(filed, docket.near(filed)).forEach(this::judge);
        return this;
    }

    private void judge(Claim claim) {
        Set<String> flags = new TreeSet<>();
        flags(claim).forEach(flag -> flags.add(flag.type() + " " + flag.fingerprint() + " first " + flag.first()));
        raised.put(claim.key().toString(), flags);
    }

    Map<String, Set<String>> raised() {
        Map<String, Set<String>> open = new TreeMap<>(raised);
        open.values().removeIf(Set::isEmpty);
        return open;
    }

    List<ConflictFlag> flags(Claim claim) {
        return overlaps.judge(claim, docket.near(claim), claim.times().submitted());
    }

    List<FlagType> types(Claim claim) {
        return flags(claim).stream().map(ConflictFlag::type).toList();
    }

    static List<FlagType> judged(Claim subject, Claim... others) {
        Desk desk = new Desk();
        for (Claim other : others) {
            desk.docket.file(other);
        }
        return desk.types(subject);
    }

    static ConflictFlag flag(Claim subject, Claim... others) {
        return new Desk().overlaps.judge(subject, List.of(others), DAY_0).getFirst();
    }

    static Collection<ConflictFlag> apart(Set<String> marks, Claim subject, Claim other) {
        return new Desk().overlaps.keepingApart(marks).judge(subject, List.of(other), DAY_0);
    }

    static RecordKey key(String system, String id) {
        return new RecordKey(new SystemId(system), new RecordType("deal"), id);
    }

    static Instant day(int days) {
        return DAY_0.plus(Duration.ofDays(days));
    }

    static Claim registration(String id, String partner, int day) {
        return registration(id, Partner.of(partner), day);
    }

    static Claim registration(String id, Partner partner, int day) {
        return new Claim(
                Kind.REGISTRATION,
                key("partnerstack", id),
                acme("Acme GmbH"),
                List.of(Stake.sourcedBy(partner)),
                Scope.of("GTX Pro"),
                Standing.submitted(),
                Times.of(day(day), day(day)),
                Set.of());
    }

    /** Of the vendor's own sales. */
    static Claim opportunity(String id, int day) {
        return new Claim(
                Kind.OPPORTUNITY,
                key("salesforce", id),
                acme("ACME Gesellschaft mbH"),
                List.of(),
                Scope.of("GTXPro"),
                Standing.of(Sales.ENGAGED),
                Times.of(day(day), day(day)),
                Set.of());
    }

    static Claim of(Kind kind, Claim claim) {
        return new Claim(
                kind,
                claim.key(),
                claim.customer(),
                claim.stakes(),
                claim.scope(),
                claim.standing(),
                claim.times(),
                claim.traits());
    }

    static Claim by(Claim claim, Stake... stakes) {
        return new Claim(
                claim.kind(),
                claim.key(),
                claim.customer(),
                List.of(stakes),
                claim.scope(),
                claim.standing(),
                claim.times(),
                claim.traits());
    }

    static Claim about(Claim claim, Customer customer) {
        return new Claim(
                claim.kind(),
                claim.key(),
                customer,
                claim.stakes(),
                claim.scope(),
                claim.standing(),
                claim.times(),
                claim.traits());
    }

    static Claim about(Claim claim, Scope scope) {
        return new Claim(
                claim.kind(),
                claim.key(),
                claim.customer(),
                claim.stakes(),
                scope,
                claim.standing(),
                claim.times(),
                claim.traits());
    }

    static Customer acme(String name) {
        return new Customer(name, Optional.empty(), "acme.example", "DE");
    }
}
