package dev.interlock.sandbox;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Map;

/**
 * One simulated service: its public API, and the doors by which a test plays a human user of it.
 *
 * <p>Implementations are safe for concurrent calls.
 */
public interface Service {

    /** The name used on the command line and in the control door: {@code salesforce}, {@code hubspot}, {@code partnerstack}. */
    String name();

    /** Answers one call of the public API. Never throws for a bad request: it answers as the real service would. */
    Reply answer(Call call);

    /**
     * Something done by a human user, by the control door: {@code POST /_sandbox/<action>} with a JSON object. Actions every
     * service knows: {@code edit} {object, id, fields}, {@code create} {object, fields}, {@code delete} {object, id},
     * {@code merge} {object, winner, loser}, {@code convert} (Salesforce leads), {@code settings} {any knob}.
     *
     * @throws IllegalArgumentException in plain words, answered as 400
     */
    JsonNode act(String action, JsonNode arguments);

    /** The whole state, by object, each record with its id and fields: what {@code GET /_sandbox/state} shows. */
    JsonNode dump();

    /** Forgets every record; keeps the schema. */
    void reset();

    /**
     * Loads rows as records that already existed before: their stamps lie in the past ({@code settings.loadedAt}).
     *
     * @param object the object's name in this service
     * @param rows one map per row: column name to text, blank cells left out
     * @return the number of records loaded
     * @throws IllegalArgumentException naming the row and the column that do not fit
     */
    int load(String object, List<Map<String, String>> rows);
}
