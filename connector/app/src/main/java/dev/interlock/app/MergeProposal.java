package dev.interlock.app;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.interlock.mapping.Configuration;
import dev.interlock.mapping.Place;
import dev.interlock.mapping.SystemSettings;
import dev.interlock.record.RecordKey;
import dev.interlock.routes.Judging.Question;
import dev.interlock.routes.Judging.Suspect;
import java.util.Optional;
import java.util.Set;

/**
 * One system seems to hold a record twice: a person may merge the two there, and the next sync follows. It is never done by
 * itself, because no system takes a merge back.
 *
 * @param survives the record that is kept in step with the other systems, so that no link has to move
 * @param call what does it in that system
 */
record MergeProposal(RecordKey survives, RecordKey goes, String call) {

    /** What Salesforce can merge (SOAP API Developer Guide, {@code merge()}). */
    private static final Set<String> MERGED_BY_SALESFORCE = Set.of("Account", "Contact", "Lead", "Case");

    /** For a record that may be an entity which has another record in the same system; empty if it may be none such. */
    static Optional<MergeProposal> of(Question question, Configuration configuration) {
        RecordKey goes = question.record();
        return question.suspects().stream()
                .filter(Suspect::isTaken)
                .flatMap(suspect -> suspect.members().keySet().stream())
                .filter(key -> key.system().equals(goes.system()) && !key.equals(goes))
                .findFirst()
                .map(survives -> new MergeProposal(survives, goes, call(survives, goes, configuration)));
    }

    private static String call(RecordKey survives, RecordKey goes, Configuration configuration) {
        String kind = Optional.ofNullable(configuration.settings().systems().get(goes.system()))
                .map(SystemSettings::kind)
                .orElse("");
        String object = Optional.ofNullable(configuration.records().get(goes.type()))
                .flatMap(mapping -> mapping.place(goes.system()))
                .map(Place::object)
                .orElse(goes.type().name());
        return switch (kind) {
            case "hubspot" ->
                "POST /crm/v3/objects/" + object + "/merge {\"primaryObjectId\":\"" + survives.id()
                        + "\",\"objectIdToMerge\":\"" + goes.id() + "\"}";
            case "salesforce" -> salesforce(object, survives, goes);
            default ->
                "no merge is known of there: move what hangs on " + goes.id() + " to " + survives.id()
                        + ", then retire it";
        };
    }

    private static String salesforce(String object, RecordKey survives, RecordKey goes) {
        return MERGED_BY_SALESFORCE.contains(object)
                ? "SOAP merge(masterRecord: " + object + " " + survives.id() + ", recordToMergeIds: " + goes.id() + ")"
                : "Salesforce merges no " + object + ": move what hangs on " + goes.id() + " to " + survives.id()
                        + ", then delete it";
    }

    ObjectNode json() {
        return JsonNodeFactory.instance
                .objectNode()
                .put("system", goes.system().name())
                .put("survives", survives.id())
                .put("goes", goes.id())
                .put("call", call);
    }

    /** For people. */
    String words() {
        return "if they are one, merge them in " + goes.system() + ": " + survives.id() + " survives, " + goes.id()
                + " goes; " + call;
    }
}
