package dev.interlock.sandbox.hubspot;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.interlock.sandbox.Call;
import dev.interlock.sandbox.Reply;
import dev.interlock.sandbox.Service;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;

/** One HubSpot portal with contacts, companies, deals, leads and what custom objects a test declares. */
public final class HubSpotService implements Service {

    private final Portal portal;
    private final CrmApi api;
    private final HumanDoor door;
    private final Loading loading;

    private HubSpotService(Portal portal) {
        this.portal = portal;
        Writer writer = new Writer(portal);
        RecordJson json = new RecordJson(portal);
        AccountApi account = new AccountApi(portal);
        this.api = new CrmApi(portal, writer, json, account);
        this.door = new HumanDoor(portal, writer, json, account);
        this.loading = new Loading(portal, writer);
    }

    /**
     * An empty portal: token {@code pat-sandbox-0000}, OAuth client {@code sandbox-client}:{@code sandbox-secret} with
     * refresh token {@code sandbox-refresh}, owners 77001 to 77003, one sales pipeline and one lead pipeline.
     *
     * @param clock where every stamp and every limit comes from
     */
    public static HubSpotService standard(InstantSource clock) {
        return new HubSpotService(new Portal(new Settings(clock)));
    }

    @Override
    public String name() {
        return "hubspot";
    }

    @Override
    public synchronized Reply answer(Call call) {
        return api.answer(call);
    }

    /**
     * {@inheritDoc}
     *
     * <p>Besides create, edit, delete and merge (all with an optional {@code userId}): {@code restore} {object, id};
     * {@code erase} {object, id}; {@code associate} {object, id, toObject, toId, label}; {@code part}
     * {object, id, toObject, toId}; {@code label} {object, toObject, label}; {@code archiveOwner} {id}; {@code
     * declare} {object, properties: ["name" or a definition]}, which makes a custom object when the name is new; {@code
     * settings} {token, clientId, clientSecret, refreshToken, portalId, appId, timeZone, searchLagMillis,
     * clockSkewMillis, burstLimit, searchLimit, associationLimit, associationPage, dailyLimit, mergedIdIsNew, shortPages, loadedAt, missingScopes}.
     */
    @Override
    public synchronized JsonNode act(String action, JsonNode arguments) {
        return door.act(action, arguments);
    }

    @Override
    public synchronized JsonNode dump() {
        ObjectNode state = JsonNodeFactory.instance.objectNode();
        for (ObjectType type : portal.types()) {
            ArrayNode records = state.putArray(type.name());
            portal.store(type).live().values().forEach(record -> records.add(shown(record)));
            portal.store(type).archived().values().forEach(record -> records.add(shown(record)));
        }
        return state;
    }

    /** What a record is associated with, by the name of the other object: ids with their labels. */
    private void addAssociations(ObjectNode node, CrmRecord record) {
        for (ObjectType to : portal.types()) {
            portal.associations().of(record, to).forEach((id, types) -> {
                ArrayNode labels = node.withObjectProperty("associations")
                        .withObjectProperty(to.name())
                        .putArray(Long.toString(id));
                types.forEach(type -> portal.associations()
                        .types()
                        .byId(type)
                        .filter(known -> !known.label().isEmpty())
                        .ifPresent(known -> labels.add(known.label())));
            });
        }
    }

    private ObjectNode shown(CrmRecord record) {
        ObjectNode node = JsonNodeFactory.instance
                .objectNode()
                .put("id", Long.toString(record.id()))
                .put("createdAt", Stamps.iso(record.created()))
                .put("updatedAt", Stamps.iso(record.modified()))
                .put("archived", record.archived());
        record.values().keySet().stream()
                .sorted()
                .forEach(property -> node.put(property, record.text(property).orElse("")));
        addAssociations(node, record);
        return node;
    }

    @Override
    public synchronized void reset() {
        portal.clear();
        loading.clear();
    }

    /**
     * {@inheritDoc}
     *
     * <p>Columns are property names; {@code associated_contact} (e-mail or id) and {@code associated_company} (domain,
     * name or id) tie a row to a record that is there already. {@code owners} takes id, email, firstName, lastName,
     * archived. Each row is a second younger than the one before.
     */
    @Override
    public synchronized int load(String object, List<Map<String, String>> rows) {
        return loading.load(object, rows);
    }
}
