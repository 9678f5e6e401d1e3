package dev.interlock.sandbox.salesforce;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.interlock.sandbox.Reply;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** {@code jobs/ingest}: Bulk API 2.0. */
final class BulkIngest {

    static final String PREFIX = "750";

    private final Org org;
    private final BulkWork work;
    private final Map<String, BulkJob> jobs = new LinkedHashMap<>();

    BulkIngest(Org org) {
        this.org = org;
        this.work = new BulkWork(org);
    }

    Reply answer(Ask ask) {
        if (ask.part(2).isEmpty()) {
            return switch (ask.method()) {
                case "POST" -> Json.reply(200, created(ask));
                case "GET" -> Json.reply(200, listed(ask));
                default -> throw Refusal.methodNotAllowed(ask.method());
            };
        }
        BulkJob job = Optional.ofNullable(jobs.get(Org.jobId(ask.part(2)))).orElseThrow(Refusal::notFound);
        return switch (ask.method() + " " + ask.part(3)) {
            case "GET " -> {
                ObjectNode shown = shown(ask, job);
                job.polled();
                yield Json.reply(200, shown);
            }
            case "PATCH " -> changed(ask, job);
            case "DELETE " -> deleted(job);
            case "PUT batches" -> {
                job.upload(ask.call().text());
                yield Reply.empty(201);
            }
            case "GET successfulResults" -> csv(over(job).successful());
            case "GET failedResults" -> csv(over(job).refused());
            case "GET unprocessedrecords" -> csv(over(job).unprocessed());
            default -> throw Refusal.notFound();
        };
    }

    private static BulkJob over(BulkJob job) {
        if (!job.state().over()) {
            throw Refusal.of(
                    "INVALIDJOBSTATE", "Job is not completed: " + job.state().written());
        }
        return job;
    }

    static Reply csv(String text) {
        return new Reply(200, Map.of("Content-Type", "text/csv"), text.getBytes(StandardCharsets.UTF_8));
    }

    private ObjectNode created(Ask ask) {
        ObjectNode body = Json.body(ask.call().text());
        String operation = body.path("operation").asText("");
        if (operation.equals("hardDelete")) {
            throw Refusal.of("FEATURENOTENABLED", "hardDelete needs the permission Bulk API Hard Delete");
        }
        BulkWork.Operation kind = BulkWork.Operation.named(operation)
                .orElseThrow(() -> Refusal.of("INVALIDJOB", "InvalidJob : No operation " + operation));
        String object = body.path("object").asText("");
        Table table = org.table(object)
                .orElseThrow(() -> Refusal.of(
                        "INVALIDENTITY", "InvalidEntity : Entity '" + object + "' is not supported by the Bulk API."));
        if (!body.path("contentType").asText("CSV").equals("CSV")) {
            throw Refusal.of("INVALIDJOB", "InvalidJob : Content type must be CSV");
        }
        BulkWork.Order order = new BulkWork.Order(kind, table, key(kind, table, body));
        BulkJob job = new BulkJob(org.nextId(PREFIX), order, BulkLines.asked(body), org.now());
        jobs.put(job.id, job);
        return summary(ask, job);
    }

    private static Optional<Field> key(BulkWork.Operation kind, Table table, ObjectNode body) {
        String name = body.path("externalIdFieldName").asText("");
        if (kind != BulkWork.Operation.UPSERT) {
            return Optional.empty();
        }
        if (name.isEmpty()) {
            throw Refusal.of("INVALIDJOB", "InvalidJob : An external ID field is required for an upsert");
        }
        return Optional.of(table.type()
                .visibleField(name)
                .filter(Field::namesRecords)
                .orElseThrow(() -> Refusal.of(
                        "INVALIDJOB",
                        "InvalidJob : Field name provided, " + name + " does not match an External ID for "
                                + table.type().name())));
    }

    private Reply changed(Ask ask, BulkJob job) {
        String state = Json.body(ask.call().text()).path("state").asText("");
        switch (state) {
            case "UploadComplete" -> job.close(work, ask.author());
            case "Aborted" -> job.abort();
            default -> throw Refusal.of("INVALIDJOBSTATE", "a job cannot be made " + state);
        }
        return Json.reply(200, summary(ask, job));
    }

    private Reply deleted(BulkJob job) {
        if (job.state() == BulkJob.State.OPEN || job.state() == BulkJob.State.IN_PROGRESS) {
            throw Refusal.of("INVALIDJOBSTATE", "Deleting " + job.state().written() + " Job not allowed");
        }
        jobs.remove(job.id);
        return Reply.empty(204);
    }

    private ObjectNode listed(Ask ask) {
        ObjectNode list = Json.object();
        list.put("done", true);
        ArrayNode records = list.putArray("records");
        jobs.values().forEach(job -> records.add(summary(ask, job)));
        list.putNull("nextRecordsUrl");
        return list;
    }

    private static ObjectNode summary(Ask ask, BulkJob job) {
        ObjectNode node = Json.object();
        node.put("id", job.id);
        node.put("operation", job.order.operation().name().toLowerCase(java.util.Locale.ROOT));
        node.put("object", job.order.table().type().name());
        node.put("createdById", Ids.text(Org.USER_PREFIX, Org.INTEGRATION_USER));
        node.put("createdDate", Values.written(job.born));
        node.put("systemModstamp", Values.written(job.born));
        node.put("state", job.state().written());
        job.order.key().ifPresent(key -> node.put("externalIdFieldName", key.name()));
        node.put("concurrencyMode", "Parallel");
        node.put("contentType", "CSV");
        node.put("apiVersion", apiVersion(ask));
        node.put("jobType", "V2Ingest");
        node.put("contentUrl", ask.root().substring(1) + "/jobs/ingest/" + job.id + "/batches");
        node.put("lineEnding", job.lines.endName());
        node.put("columnDelimiter", job.lines.delimiterName());
        return node;
    }

    static java.math.BigDecimal apiVersion(Ask ask) {
        return new java.math.BigDecimal(ask.root().replaceAll(".*/v", ""));
    }

    private static ObjectNode shown(Ask ask, BulkJob job) {
        ObjectNode node = summary(ask, job);
        node.put("retries", 0);
        node.put("totalProcessingTime", 0);
        node.put("apiActiveProcessingTime", 0);
        node.put("apexProcessingTime", 0);
        node.put("numberRecordsProcessed", job.processed());
        node.put("numberRecordsFailed", job.failed());
        if (job.state() == BulkJob.State.FAILED) {
            node.put("errorMessage", job.message());
        }
        return node;
    }
}
