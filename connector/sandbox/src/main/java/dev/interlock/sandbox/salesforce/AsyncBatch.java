package dev.interlock.sandbox.salesforce;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** One batch of a job of the older Bulk API. Its work is done when it comes, and told with the polls that follow. */
final class AsyncBatch {

    private static final int MOST_RECORDS = 10_000;

    final String id;
    final String request;
    private final AsyncJob job;
    private final Instant born;
    private final List<Outcome> outcomes = new ArrayList<>();
    private Optional<BulkExport> export = Optional.empty();
    private String message = "";
    private int polls;

    AsyncBatch(String id, AsyncJob job, String request, Instant born) {
        this.id = id;
        this.job = job;
        this.request = request;
        this.born = born;
    }

    void run(Org org, BulkWork work, Author author) {
        try {
            if (job.plan.work().isEmpty()) {
                export = Optional.of(BulkExport.run(org, request, job.plan.withDeleted()));
                return;
            }
            BulkWork.Order order = job.plan.work().get();
            for (BulkWork.Source source : sources(order)) {
                outcomes.add(work.one(order, source, author));
            }
        } catch (IllegalArgumentException broken) {
            message = String.valueOf(broken.getMessage());
        } catch (Refusal refusal) {
            message = "InvalidBatch : Failed to process query: " + refusal.getMessage();
        }
    }

    private List<BulkWork.Source> sources(BulkWork.Order order) {
        List<BulkWork.Source> sources = new ArrayList<>();
        switch (job.plan.format()) {
            case JSON -> records().forEach(record -> sources.add(() -> record));
            case CSV -> {
                BulkCsv csv = BulkCsv.read(request, ',');
                Optional<String> unknown = csv.unknown(order.table());
                if (unknown.isPresent()) {
                    throw new IllegalArgumentException("InvalidBatch : Field name not found : " + unknown.get());
                }
                for (int i = 0; i < csv.rows().size(); i++) {
                    int place = i;
                    sources.add(() -> csv.record(order.table(), place));
                }
            }
        }
        if (sources.isEmpty()) {
            throw new IllegalArgumentException("InvalidBatch : Records not processed");
        }
        if (sources.size() > MOST_RECORDS) {
            throw new IllegalArgumentException(
                    "InvalidBatch : Records not processed: a batch has at most " + MOST_RECORDS + " records");
        }
        return sources;
    }

    private List<ObjectNode> records() {
        List<ObjectNode> records = new ArrayList<>();
        Json.body("{\"records\":" + request + "}").path("records").forEach(each -> {
            if (!(each instanceof ObjectNode record)) {
                throw new IllegalArgumentException("InvalidBatch : Failed to parse JSON: not an array of objects");
            }
            records.add(record);
        });
        return records;
    }

    String state() {
        if (polls < 1) {
            return "Queued";
        }
        return polls < 2 ? "InProgress" : message.isEmpty() ? "Completed" : "Failed";
    }

    void polled() {
        polls++;
    }

    boolean over() {
        return polls >= 2;
    }

    int processed() {
        return over() ? export.map(found -> found.rows().size()).orElse(outcomes.size()) : 0;
    }

    int failed() {
        return over()
                ? (int) outcomes.stream()
                        .filter(Outcome.Failed.class::isInstance)
                        .count()
                : 0;
    }

    Optional<BulkExport> export() {
        return export;
    }

    Map<String, Object> shown() {
        Map<String, Object> shown = new LinkedHashMap<>();
        shown.put("id", id);
        shown.put("jobId", job.id);
        shown.put("state", state());
        if (state().equals("Failed")) {
            shown.put("stateMessage", message);
        }
        shown.put("createdDate", BulkCsv.written(born));
        shown.put("systemModstamp", BulkCsv.written(born));
        shown.put("numberRecordsProcessed", processed());
        shown.put("numberRecordsFailed", failed());
        shown.put("totalProcessingTime", 0);
        shown.put("apiActiveProcessingTime", 0);
        shown.put("apexProcessingTime", 0);
        return shown;
    }

    /** One line for each record, in the order in which they came. */
    String csvResult() {
        StringBuilder text = new StringBuilder(BulkLines.PLAIN.line(List.of("Id", "Success", "Created", "Error")));
        for (Outcome outcome : outcomes) {
            text.append(BulkLines.PLAIN.line(
                    switch (outcome) {
                        case Outcome.Done done -> List.of(done.id(), "true", String.valueOf(done.isNew()), "");
                        case Outcome.Failed failed ->
                            List.of("", "false", "false", BulkWork.written(failed.problems()));
                    }));
        }
        return text.toString();
    }

    ArrayNode jsonResult() {
        ArrayNode results = Json.array();
        for (Outcome outcome : outcomes) {
            ObjectNode result = results.addObject();
            switch (outcome) {
                case Outcome.Done done ->
                    result.put("success", true)
                            .put("created", done.isNew())
                            .put("id", done.id())
                            .putArray("errors");
                case Outcome.Failed failed -> {
                    result.put("success", false).put("created", false).putNull("id");
                    result.set("errors", Json.errors(failed.problems(), "statusCode"));
                }
            }
        }
        return results;
    }
}
