package dev.interlock.sandbox.salesforce;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.interlock.sandbox.Reply;
import dev.interlock.sandbox.salesforce.BulkJob.State;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** {@code jobs/query}: queries of Bulk API 2.0, and their results in pieces. */
final class BulkQuery {

    private static final int LARGEST_PIECE = 100_000;

    private final Org org;
    private final Map<String, Job> jobs = new LinkedHashMap<>();

    BulkQuery(Org org) {
        this.org = org;
    }

    /** One query, its answer, and how far it tells to be. */
    private record Job(String id, String operation, BulkExport export, BulkLines lines, Instant born, State state) {
        Job in(State next) {
            return new Job(id, operation, export, lines, born, next);
        }
    }

    Reply answer(Ask ask) {
        if (ask.part(2).isEmpty()) {
            return switch (ask.method()) {
                case "POST" -> Json.reply(200, created(ask));
                case "GET" -> Json.reply(200, listed(ask));
                default -> throw Refusal.methodNotAllowed(ask.method());
            };
        }
        Job job = Optional.ofNullable(jobs.get(Org.jobId(ask.part(2)))).orElseThrow(Refusal::notFound);
        return switch (ask.method() + " " + ask.part(3)) {
            case "GET " -> {
                jobs.put(job.id(), job.in(next(job.state())));
                yield Json.reply(200, shown(ask, job));
            }
            case "PATCH " -> aborted(ask, job);
            case "DELETE " -> deleted(job);
            case "GET results" -> results(ask, job);
            default -> throw Refusal.notFound();
        };
    }

    private static State next(State state) {
        return switch (state) {
            case UPLOAD_COMPLETE -> State.IN_PROGRESS;
            case IN_PROGRESS, COMPLETE -> State.COMPLETE;
            case OPEN, ABORTED, FAILED -> state;
        };
    }

    private ObjectNode created(Ask ask) {
        ObjectNode body = Json.body(ask.call().text());
        String operation = body.path("operation").asText("");
        if (!operation.equals("query") && !operation.equals("queryAll")) {
            throw Refusal.of("INVALIDJOB", "InvalidJob : No operation " + operation);
        }
        BulkExport export = BulkExport.run(org, body.path("query").asText(""), operation.equals("queryAll"));
        Job job = new Job(
                org.nextId(BulkIngest.PREFIX),
                operation,
                export,
                BulkLines.asked(body),
                org.now(),
                State.UPLOAD_COMPLETE);
        jobs.put(job.id(), job);
        return summary(ask, job);
    }

    private Reply aborted(Ask ask, Job job) {
        if (!Json.body(ask.call().text()).path("state").asText("").equals("Aborted")
                || job.state().over()) {
            throw Refusal.of(
                    "INVALIDJOBSTATE", "Aborting already " + job.state().written() + " Job not allowed");
        }
        Job aborted = job.in(State.ABORTED);
        jobs.put(job.id(), aborted);
        return Json.reply(200, summary(ask, aborted));
    }

    private Reply deleted(Job job) {
        if (!job.state().over()) {
            throw Refusal.of("INVALIDJOBSTATE", "Deleting " + job.state().written() + " Job not allowed");
        }
        jobs.remove(job.id());
        return Reply.empty(204);
    }

    private static Reply results(Ask ask, Job job) {
        if (job.state() != State.COMPLETE) {
            throw Refusal.of(
                    "INVALIDJOBSTATE", "Job is not completed: " + job.state().written());
        }
        int from = ask.call()
                .parameter("locator")
                .filter(text -> !text.isEmpty())
                .map(BulkQuery::place)
                .orElse(0);
        int size = ask.call()
                .parameter("maxRecords")
                .filter(text -> text.matches("[1-9]\\d{0,8}"))
                .map(Integer::parseInt)
                .orElse(LARGEST_PIECE);
        int all = job.export().rows().size();
        if (from > all) {
            throw Refusal.of("INVALIDLOCATOR", "invalid locator");
        }
        int to = Math.min(all, from + size);
        return BulkIngest.csv(job.export().csv(from, to, job.lines()))
                .with("Sforce-Locator", to == all ? "null" : locator(to))
                .with("Sforce-NumberOfRecords", String.valueOf(to - from));
    }

    private static String locator(int place) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(("at" + place).getBytes(StandardCharsets.UTF_8));
    }

    private static int place(String locator) {
        try {
            String text = new String(Base64.getUrlDecoder().decode(locator), StandardCharsets.UTF_8);
            return Integer.parseInt(text.substring(2));
        } catch (IllegalArgumentException | IndexOutOfBoundsException broken) {
            throw Refusal.of("INVALIDLOCATOR", "invalid locator");
        }
    }

    private ObjectNode listed(Ask ask) {
        ObjectNode list = Json.object();
        list.put("done", true);
        ArrayNode records = list.putArray("records");
        jobs.values().forEach(job -> records.add(summary(ask, job).put("jobType", "V2Query")));
        list.putNull("nextRecordsUrl");
        return list;
    }

    private static ObjectNode summary(Ask ask, Job job) {
        ObjectNode node = Json.object();
        node.put("id", job.id());
        node.put("operation", job.operation());
        node.put("object", job.export().object());
        node.put("createdById", Ids.text(Org.USER_PREFIX, Org.INTEGRATION_USER));
        node.put("createdDate", Values.written(job.born()));
        node.put("systemModstamp", Values.written(job.born()));
        node.put("state", job.state().written());
        node.put("concurrencyMode", "Parallel");
        node.put("contentType", "CSV");
        node.put("apiVersion", BulkIngest.apiVersion(ask));
        node.put("lineEnding", job.lines().endName());
        node.put("columnDelimiter", job.lines().delimiterName());
        return node;
    }

    private static ObjectNode shown(Ask ask, Job job) {
        ObjectNode node = summary(ask, job);
        node.put("jobType", "V2Query");
        node.put(
                "numberRecordsProcessed",
                job.state() == State.COMPLETE ? job.export().rows().size() : 0);
        node.put("retries", 0);
        node.put("totalProcessingTime", 0);
        return node;
    }
}
