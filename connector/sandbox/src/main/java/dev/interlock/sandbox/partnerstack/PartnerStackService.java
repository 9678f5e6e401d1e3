package dev.interlock.sandbox.partnerstack;

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

/** One vendor's programme in PartnerStack, with two groups, three tiers and forms for partners, leads and deals. */
public final class PartnerStackService implements Service {

    private final Program program;
    private final Rendering rendering;
    private final VendorApi api;
    private final HumanDoor door;
    private final Loading loading;

    private PartnerStackService(Program program) {
        this.program = program;
        this.rendering = new Rendering(program);
        Writing writing = new Writing(program);
        this.api = new VendorApi(program, writing, rendering);
        this.door = new HumanDoor(program, writing, rendering);
        this.loading = new Loading(program, writing);
    }

    /**
     * An empty programme: keys {@code pk_sandbox}:{@code sk_sandbox}; groups Reseller (the usual one) and Referral.
     *
     * @param clock where every stamp comes from
     */
    public static PartnerStackService standard(InstantSource clock) {
        return new PartnerStackService(new Program(new Settings(clock)));
    }

    @Override
    public String name() {
        return "partnerstack";
    }

    @Override
    public synchronized Reply answer(Call call) {
        try {
            return api.answer(call);
        } catch (Refused refused) {
            return Envelope.message(refused.status(), refused.reason());
        }
    }

    /**
     * {@inheritDoc}
     *
     * <p>Besides create, edit and delete: {@code restore} {object, id}; {@code declare} {object, fields: ["name" or {name,
     * label, type, options}]}; {@code settings} {publicKey, secretKey, loadedAt, clockSkewMillis, partnershipPatchable:
     * [fields], groups: [{key, name, default, stages: [...]}]}. Objects: partnerships, leads, deals, customers.
     */
    @Override
    public synchronized JsonNode act(String action, JsonNode arguments) {
        return door.act(action, arguments);
    }

    @Override
    public synchronized JsonNode dump() {
        ObjectNode state = JsonNodeFactory.instance.objectNode();
        for (Shape shape : Shape.values()) {
            ArrayNode records = state.putArray(shape.plural());
            program.shelf(shape)
                    .all()
                    .forEach(item -> records.add(rendering.render(shape, item).put("archived", item.archived())));
        }
        return state;
    }

    @Override
    public synchronized void reset() {
        program.clear();
        loading.clear();
    }

    /**
     * {@inheritDoc}
     *
     * <p>Columns are the standard fields and the form fields; amounts in cents, tags separated by semicolons. Each row is
     * a second younger than the one before.
     */
    @Override
    public synchronized int load(String object, List<Map<String, String>> rows) {
        return loading.load(HumanDoor.shape(object), rows);
    }
}
