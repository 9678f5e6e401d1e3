package dev.interlock.sandbox.salesforce;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** One job of the older Bulk API, with its batches. */
final class AsyncJob {

    /** How a job's data is written. */
    enum Format {
        CSV,
        JSON
    }

    /** Open, Closed or Aborted. */
    enum State {
        OPEN("Open"),
        CLOSED("Closed"),
        ABORTED("Aborted");

        private final String written;

        State(String written) {
            this.written = written;
        }

        String written() {
            return written;
        }
    }

    /** What a job is to do: {@code work} with records, or else a query. */
    record Plan(String operation, Table table, Optional<BulkWork.Order> work, Format format) {
        boolean withDeleted() {
            return operation.equals("queryAll");
        }
    }

    final String id;
    final Plan plan;
    final Instant born;
    final String version;
    final Map<String, AsyncBatch> batches = new LinkedHashMap<>();
    private State state = State.OPEN;

    AsyncJob(String id, Plan plan, Instant born, String version) {
        this.id = id;
        this.plan = plan;
        this.born = born;
        this.version = version;
    }

    State state() {
        return state;
    }

    void turn(State next) {
        state = next;
    }

    Map<String, Object> shown() {
        Map<String, Object> shown = new LinkedHashMap<>();
        shown.put("id", id);
        shown.put("operation", plan.operation());
        shown.put("object", plan.table().type().name());
        shown.put("createdById", Ids.text(Org.USER_PREFIX, Org.INTEGRATION_USER));
        shown.put("createdDate", BulkCsv.written(born));
        shown.put("systemModstamp", BulkCsv.written(born));
        shown.put("state", state.written());
        plan.work().flatMap(BulkWork.Order::key).ifPresent(key -> shown.put("externalIdFieldName", key.name()));
        shown.put("concurrencyMode", "Parallel");
        shown.put("contentType", plan.format().name());
        shown.put("numberBatchesQueued", 0);
        shown.put("numberBatchesInProgress", count("InProgress"));
        shown.put("numberBatchesCompleted", count("Completed"));
        shown.put("numberBatchesFailed", count("Failed"));
        shown.put("numberBatchesTotal", batches.size());
        shown.put(
                "numberRecordsProcessed",
                batches.values().stream().mapToInt(AsyncBatch::processed).sum());
        shown.put("numberRetries", 0);
        shown.put("apiVersion", version);
        shown.put(
                "numberRecordsFailed",
                batches.values().stream().mapToInt(AsyncBatch::failed).sum());
        shown.put("totalProcessingTime", 0);
        shown.put("apiActiveProcessingTime", 0);
        shown.put("apexProcessingTime", 0);
        return shown;
    }

    private long count(String batchState) {
        return batches.values().stream()
                .filter(batch -> batch.state().equals(batchState))
                .count();
    }
}
