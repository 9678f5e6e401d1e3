package dev.interlock.sandbox.salesforce;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.interlock.sandbox.Call;
import dev.interlock.sandbox.Reply;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.w3c.dom.Element;

/** {@code /services/async/NN.0}: the older Bulk API, with jobs in XML or JSON and batches in CSV or JSON. */
final class AsyncResource {

    static final Pattern PATH = Pattern.compile("/services/async/(\\d{1,2}\\.0)/(.*)");
    private static final int LARGEST_BATCH = 10_000_000;

    private final Org org;
    private final BulkWork work;
    private final Map<String, AsyncJob> jobs = new LinkedHashMap<>();

    AsyncResource(Org org) {
        this.org = org;
        this.work = new BulkWork(org);
    }

    /** Answers a call whose session is known to be good. */
    Reply answer(Call call) {
        Matcher path = PATH.matcher(call.path());
        List<String> parts = path.matches() ? Ask.parts(path.group(2)) : List.of();
        boolean json = call.header("content-type").orElse("").contains("json");
        AsyncWriter writer = new AsyncWriter(json ? AsyncJob.Format.JSON : AsyncJob.Format.CSV);
        try {
            if (parts.isEmpty() || !parts.getFirst().equals("job")) {
                throw new AsyncRefusal("InvalidUrl", "Destination URL not found");
            }
            if (parts.size() == 1) {
                return writer.single(
                        201, "jobInfo", created(call, path.group(1)).shown());
            }
            AsyncJob job = Optional.ofNullable(jobs.get(Org.jobId(parts.get(1))))
                    .orElseThrow(() -> new AsyncRefusal("InvalidJob", "Invalid job id: " + parts.get(1)));
            AsyncWriter inFormat = new AsyncWriter(json ? AsyncJob.Format.JSON : job.plan.format());
            return parts.size() == 2 ? onJob(call, job, inFormat) : onBatch(call, job, parts.subList(3, parts.size()));
        } catch (AsyncRefusal refusal) {
            return writer.refused(refusal);
        }
    }

    private AsyncJob created(Call call, String version) {
        Map<String, String> asked = fields(call);
        String operation = asked.getOrDefault("operation", "");
        String object = asked.getOrDefault("object", "");
        Table table =
                org.table(object).orElseThrow(() -> new AsyncRefusal("InvalidJob", "Unable to find object: " + object));
        AsyncJob.Format format = switch (asked.getOrDefault("contentType", "XML")) {
            case "CSV" -> AsyncJob.Format.CSV;
            case "JSON" -> AsyncJob.Format.JSON;
            default -> throw new AsyncRefusal("FeatureNotEnabled", "only CSV and JSON are simulated");
        };
        Optional<BulkWork.Order> order = Optional.empty();
        if (!operation.equals("query") && !operation.equals("queryAll")) {
            BulkWork.Operation kind = BulkWork.Operation.named(operation)
                    .orElseThrow(() -> new AsyncRefusal("InvalidJob", "Unsupported operation: " + operation));
            order = Optional.of(new BulkWork.Order(kind, table, key(kind, table, asked)));
        }
        AsyncJob.Plan plan = new AsyncJob.Plan(operation, table, order, format);
        AsyncJob job = new AsyncJob(org.nextId(BulkIngest.PREFIX), plan, org.now(), version);
        jobs.put(job.id, job);
        return job;
    }

    private static Optional<Field> key(BulkWork.Operation kind, Table table, Map<String, String> asked) {
        if (kind != BulkWork.Operation.UPSERT) {
            return Optional.empty();
        }
        String name = asked.getOrDefault("externalIdFieldName", "");
        return Optional.of(table.type()
                .visibleField(name)
                .filter(Field::namesRecords)
                .orElseThrow(() -> new AsyncRefusal("InvalidJob", "External ID was blank or invalid: " + name)));
    }

    private Reply onJob(Call call, AsyncJob job, AsyncWriter writer) {
        if (call.method().equals("POST")) {
            switch (fields(call).getOrDefault("state", "")) {
                case "Closed" -> turn(job, AsyncJob.State.CLOSED);
                case "Aborted" -> turn(job, AsyncJob.State.ABORTED);
                default -> throw new AsyncRefusal("InvalidJobState", "a job can be Closed or Aborted");
            }
        }
        return writer.single(200, "jobInfo", job.shown());
    }

    private static void turn(AsyncJob job, AsyncJob.State state) {
        if (job.state() == AsyncJob.State.ABORTED) {
            throw new AsyncRefusal("InvalidJobState", "Job is " + job.state().written());
        }
        job.turn(state);
    }

    private Reply onBatch(Call call, AsyncJob job, List<String> parts) {
        AsyncWriter writer = new AsyncWriter(job.plan.format());
        if (parts.isEmpty()) {
            return call.method().equals("POST")
                    ? writer.single(201, "batchInfo", added(call, job).shown())
                    : writer.list(
                            job.batches.values().stream().map(AsyncBatch::shown).toList());
        }
        AsyncBatch batch = Optional.ofNullable(job.batches.get(Org.jobId(parts.getFirst())))
                .orElseThrow(() -> new AsyncRefusal("InvalidBatch", "Invalid batch id: " + parts.getFirst()));
        if (parts.size() == 1) {
            batch.polled();
            return writer.single(200, "batchInfo", batch.shown());
        }
        if (parts.get(1).equals("request")) {
            return writer.raw(batch.request);
        }
        if (!batch.state().equals("Completed")) {
            throw new AsyncRefusal("InvalidBatch", "Batch not completed");
        }
        return parts.size() == 2 ? result(job, batch, writer) : exported(job, batch);
    }

    private AsyncBatch added(Call call, AsyncJob job) {
        if (job.state() != AsyncJob.State.OPEN) {
            throw new AsyncRefusal("InvalidJobState", "Job is " + job.state().written());
        }
        if (call.text().isBlank()) {
            throw new AsyncRefusal("ClientInputError", "Failed to read request. Nothing to process in the batch");
        }
        if (call.body().length > LARGEST_BATCH) {
            throw new AsyncRefusal("ExceededQuota", "a batch has at most " + LARGEST_BATCH + " characters");
        }
        AsyncBatch batch = new AsyncBatch(org.nextId("751"), job, call.text(), org.now());
        job.batches.put(batch.id, batch);
        batch.run(org, work, org.author(Author.Access.API));
        return batch;
    }

    private static Reply result(AsyncJob job, AsyncBatch batch, AsyncWriter writer) {
        if (batch.export().isPresent()) {
            return writer.resultList(batch.id.replaceFirst("751", "752"));
        }
        return switch (job.plan.format()) {
            case CSV -> BulkIngest.csv(batch.csvResult());
            case JSON -> Json.reply(200, batch.jsonResult());
        };
    }

    private static Reply exported(AsyncJob job, AsyncBatch batch) {
        BulkExport export = batch.export().orElseThrow(() -> new AsyncRefusal("InvalidBatch", "the batch is no query"));
        return switch (job.plan.format()) {
            case CSV -> BulkIngest.csv(export.csv(0, export.rows().size(), BulkLines.PLAIN));
            case JSON -> {
                ArrayNode rows = Json.array();
                for (List<String> row : export.rows()) {
                    ObjectNode node = rows.addObject();
                    for (int i = 0; i < row.size(); i++) {
                        node.put(export.header().get(i), row.get(i));
                    }
                }
                yield Json.reply(200, rows);
            }
        };
    }

    private static Map<String, String> fields(Call call) {
        Map<String, String> fields = new LinkedHashMap<>();
        if (call.header("content-type").orElse("").contains("json")) {
            Json.body(call.text())
                    .properties()
                    .forEach(each -> fields.put(each.getKey(), each.getValue().asText()));
            return fields;
        }
        Element root = Xml.read(new String(call.body(), StandardCharsets.UTF_8).strip())
                .orElseThrow(() -> new AsyncRefusal("InvalidXml", "the body is no XML"));
        for (String name : List.of("operation", "object", "contentType", "externalIdFieldName", "state")) {
            Xml.find(root, name)
                    .ifPresent(found -> fields.put(name, found.getTextContent().strip()));
        }
        return fields;
    }
}
