package dev.interlock.sandbox.hubspot;

import com.fasterxml.jackson.databind.node.ArrayNode;
import dev.interlock.sandbox.Call;
import dev.interlock.sandbox.Reply;
import dev.interlock.sandbox.hubspot.Request.Room;
import java.util.Optional;

/** The front desk: lets callers in, counts them, and shows them to the API they want. */
final class CrmApi {

    private final Portal portal;
    private final Tokens tokens;
    private final RateLimits limits;
    private final RecordsApi records;
    private final BatchApi batch;
    private final SearchApi search;
    private final AssociationsApi associations;
    private final AssociationBatchApi associationBatch;
    private final PropertiesApi properties;
    private final PipelinesApi pipelines;
    private final AccountApi account;

    CrmApi(Portal portal, Writer writer, RecordJson json, AccountApi account) {
        this.portal = portal;
        this.tokens = new Tokens(portal.settings());
        this.limits = new RateLimits(portal.settings());
        this.records = new RecordsApi(portal, writer, json);
        this.batch = new BatchApi(portal, writer, records, json);
        this.search = new SearchApi(portal, json);
        this.associations = new AssociationsApi(portal, writer);
        this.associationBatch = new AssociationBatchApi(portal, writer, associations);
        this.properties = new PropertiesApi(portal);
        this.pipelines = new PipelinesApi(portal);
        this.account = account;
    }

    Reply answer(Call call) {
        Request request = Request.of(call);
        try {
            if (request.room() == Room.TOKEN) {
                return tokens.issue(request);
            }
            tokens.refuseStranger(call);
        } catch (ApiError error) {
            return error.reply();
        }
        Optional<Reply> tooMany = limits.admit(request);
        if (tooMany.isPresent()) {
            return tooMany.get();
        }
        Reply reply = admitted(request);
        if (request.isSearch()) {
            return reply;
        }
        return tokens.isFixed(call) ? limits.daily(limits.headed(reply)) : limits.headed(reply);
    }

    private Reply admitted(Request request) {
        try {
            return switch (request.room()) {
                case OBJECTS -> objects(request);
                case ASSOCIATIONS -> associationBatch.answer(request);
                case PROPERTIES -> properties.answer(request);
                case PIPELINES -> pipelines.answer(request);
                case OWNERS -> account.owners(request);
                case SCHEMAS -> account.schemas(request);
                case ACCOUNT -> account.account(request);
                case TOKEN, NONE -> throw request.nowhere();
            };
        } catch (ApiError error) {
            return error.reply();
        }
    }

    private Reply objects(Request request) {
        ObjectType type = portal.required(request.segment(0));
        boolean associating = request.segment(2).equals("associations");
        boolean elsewhere =
                associating ? request.version().equals("v3") : request.version().equals("v4");
        if (elsewhere) {
            throw request.nowhere();
        }
        refuseWithoutScope(type, request);
        if (associating) {
            return associations.answer(type, request);
        }
        return switch (request.path().size()) {
            case 1 -> records.collection(type, request);
            case 2 -> named(type, request);
            case 3 -> {
                if (!request.segment(1).equals("batch")) {
                    throw request.nowhere();
                }
                yield batch.answer(type, request);
            }
            default -> throw request.nowhere();
        };
    }

    private Reply named(ObjectType type, Request request) {
        return switch (request.segment(1)) {
            case "search" -> search.search(type, request);
            case "merge" -> records.merge(type, request);
            case "gdpr-delete" -> records.erase(type, request);
            default -> records.one(type, request);
        };
    }

    private void refuseWithoutScope(ObjectType type, Request request) {
        boolean reads = request.method().equals("GET")
                || request.isSearch()
                || (request.segment(1).equals("batch") && request.segment(2).equals("read"));
        String object = type.isCustom() ? "custom" : type.name();
        String scope = "crm.objects." + object + (reads ? ".read" : ".write");
        if (portal.settings().lacks(scope)) {
            ApiError error = ApiError.of(
                    403,
                    "MISSING_SCOPES",
                    "This app hasn't been granted all required scopes to make this call. Read more about "
                            + "required scopes here: https://developers.hubspot.com/scopes.");
            ArrayNode errors = error.body().putArray("errors");
            errors.addObject()
                    .put("message", "One or more of the following scopes are required.")
                    .putObject("context")
                    .putArray("requiredGranularScopes")
                    .add(scope);
            throw error;
        }
    }
}
