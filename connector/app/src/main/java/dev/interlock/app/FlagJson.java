package dev.interlock.app;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.interlock.register.Claim;
import dev.interlock.register.ConflictFlag;
import dev.interlock.register.Counterpart;
import dev.interlock.register.Evidence;
import java.io.PrintWriter;
import java.util.List;
import java.util.Locale;

/** A flag as JSON and as text, for a channel manager: what a partner may see of it is {@link #forPartner}. */
final class FlagJson {

    private FlagJson() {}

    static ObjectNode of(ConflictFlag flag) {
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        json.put("id", flag.id())
                .put("fingerprint", flag.fingerprint())
                .put("type", flag.type().name());
        json.put("holdsCreation", flag.type().holdsCreation());
        json.putObject("rule")
                .put("id", flag.rule().id())
                .put("version", flag.rule().version())
                .put("sentence", flag.rule().sentence());
        json.set("subject", claim(flag.subject()));
        ArrayNode counterparts = json.putArray("counterparts");
        flag.counterparts().forEach(other -> counterparts.add(counterpart(other)));
        ArrayNode chronology = json.putArray("chronology");
        flag.chronology()
                .forEach(event -> chronology
                        .addObject()
                        .put("at", event.at().toString())
                        .put("seen", event.seen().toString())
                        .put("record", event.record().toString())
                        .put("what", event.what()));
        json.put("first", flag.first().toString());
        flag.doubt().ifPresent(doubt -> json.put("doubt", doubt));
        flag.facts().forEach(json.putArray("facts")::add);
        json.put("recommendation", flag.recommendation().name());
        ArrayNode offers = json.putArray("options");
        flag.offers().forEach(offer -> {
            ObjectNode one = offers.addObject().put("option", offer.choice().name());
            offer.writes().forEach(write -> one.withArray("writes").add(write.toString()));
        });
        return json.put("dueBy", flag.dueBy().toString()).put("approver", flag.approver());
    }

    private static ObjectNode counterpart(Counterpart other) {
        ObjectNode json = claim(other.claim());
        other.protectedUntil().ifPresent(until -> json.put("protectedUntil", until.toString()));
        ArrayNode evidence = json.putArray("evidence");
        other.evidence().forEach(one -> evidence.add(evidence(one)));
        return json;
    }

    private static ObjectNode evidence(Evidence one) {
        ObjectNode json = JsonNodeFactory.instance.objectNode().put("field", one.field());
        json.putObject("left")
                .put("raw", one.left().raw())
                .put("normalised", one.left().form());
        json.putObject("right")
                .put("raw", one.right().raw())
                .put("normalised", one.right().form());
        return json.put("method", one.method()).put("weight", one.weight());
    }

    static ObjectNode claim(Claim claim) {
        ObjectNode json =
                JsonNodeFactory.instance.objectNode().put("record", claim.key().toString());
        json.put("kind", claim.kind().name()).put("customer", claim.customer().name());
        json.put("channel", claim.owner().isPresent() ? "PARTNER" : "DIRECT");
        claim.owner().ifPresent(partner -> json.put("partner", partner.name()));
        json.put("approval", claim.standing().approval().name())
                .put("stage", claim.standing().sales().name());
        return json.put("submitted", claim.times().submitted().toString())
                .put("firstSeen", claim.times().firstSeen().toString());
    }

    /** What crosses to a partner's side. */
    static ObjectNode forPartner(ConflictFlag flag) {
        ConflictFlag.PartnerView view = flag.forPartner();
        return JsonNodeFactory.instance
                .objectNode()
                .put("registration", view.registration().id())
                .put("status", view.status())
                .put("message", view.message());
    }

    static void print(ConflictFlag flag, PrintWriter out) {
        out.printf("  %s  %s%n", flag.id(), words(flag.type().name()));
        out.println("    rule " + flag.rule().id() + " v" + flag.rule().version() + ": "
                + flag.rule().sentence());
        for (Counterpart other : flag.counterparts()) {
            String whose = other.claim()
                    .owner()
                    .map(partner -> "partner " + partner.name())
                    .orElse("direct");
            out.println("    meets " + other.claim().key() + " (" + whose + ", submitted "
                    + other.claim().times().submitted() + ", '"
                    + other.claim().customer().name() + "')");
        }
        out.println("    first: " + flag.first()
                + flag.doubt().map(doubt -> "; but " + doubt).orElse(""));
        out.println("    recommended: " + words(flag.recommendation().name()) + ", by " + flag.approver() + " until "
                + flag.dueBy());
    }

    /** Each answer, and what it would write where. */
    static void printOffers(ConflictFlag flag, PrintWriter out) {
        flag.offers().forEach(offer -> {
            out.println("    " + words(offer.choice().name()) + ":");
            offer.writes().forEach(write -> out.println("      " + write));
        });
    }

    static void printSetAside(List<String> setAside, PrintWriter out) {
        setAside.forEach(line -> out.println("set aside: " + line));
    }

    static String words(String constant) {
        return constant.toLowerCase(Locale.ROOT).replace('_', ' ');
    }
}
