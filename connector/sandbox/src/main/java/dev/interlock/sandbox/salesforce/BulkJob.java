package dev.interlock.sandbox.salesforce;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** One ingest job of Bulk API 2.0: what was uploaded, how far it is, what became of each row. */
final class BulkJob {

    /** How far a job is. */
    enum State {
        OPEN("Open"),
        UPLOAD_COMPLETE("UploadComplete"),
        IN_PROGRESS("InProgress"),
        COMPLETE("JobComplete"),
        ABORTED("Aborted"),
        FAILED("Failed");

        private final String written;

        State(String written) {
            this.written = written;
        }

        String written() {
            return written;
        }

        boolean over() {
            return this == COMPLETE || this == ABORTED || this == FAILED;
        }
    }

    final String id;
    final BulkWork.Order order;
    final BulkLines lines;
    final Instant born;
    private Optional<String> uploaded = Optional.empty();
    private State state = State.OPEN;
    private String message = "";
    private BulkCsv csv = new BulkCsv(List.of(), List.of());
    private final List<Outcome> outcomes = new ArrayList<>();

    BulkJob(String id, BulkWork.Order order, BulkLines lines, Instant born) {
        this.id = id;
        this.order = order;
        this.lines = lines;
        this.born = born;
    }

    State state() {
        return state;
    }

    String message() {
        return message;
    }

    /** Data can be given once. */
    void upload(String text) {
        if (state != State.OPEN || uploaded.isPresent()) {
            throw Refusal.of(
                    "INVALIDJOBSTATE",
                    "Found multiple contents for job: <" + id
                            + ">, please 'Close' / 'Abort' / 'Delete' the current Job then create a new Job and make sure you only do 'PUT' once on a given Job.");
        }
        uploaded = Optional.of(text);
    }

    void abort() {
        if (state.over()) {
            throw Refusal.of("INVALIDJOBSTATE", "Aborting already " + state.written() + " Job not allowed");
        }
        state = State.ABORTED;
    }

    /** All data is there: the work is done now, and told with the polls that follow. */
    void close(BulkWork work, Author author) {
        if (state != State.OPEN) {
            throw Refusal.of("INVALIDJOBSTATE", "Closing already " + state.written() + " Job not allowed");
        }
        String text = uploaded.orElse("");
        state = State.UPLOAD_COMPLETE;
        try {
            csv = BulkCsv.read(text, lines.delimiter());
            check(text);
        } catch (IllegalArgumentException broken) {
            message = String.valueOf(broken.getMessage());
            return;
        }
        for (int i = 0; i < csv.rows().size(); i++) {
            int place = i;
            outcomes.add(work.one(order, () -> csv.record(order.table(), place), author));
        }
    }

    private void check(String text) {
        if (!lines.fits(text)) {
            throw new IllegalArgumentException(
                    "InvalidBatch : LineEnding is invalid on user data. Current LineEnding setting is "
                            + lines.endName());
        }
        Optional<String> unknown = csv.unknown(order.table());
        if (unknown.isPresent()) {
            throw new IllegalArgumentException("InvalidBatch : Field name not found : " + unknown.get());
        }
        if (order.operation() == BulkWork.Operation.DELETE
                && !csv.header().isEmpty()
                && !(csv.header().size() == 1 && csv.header().getFirst().strip().equalsIgnoreCase("Id"))) {
            throw new IllegalArgumentException("InvalidBatch : The 'delete' batch must contain only ids");
        }
    }

    /** Somebody looked: the job goes on by one step. */
    void polled() {
        if (state == State.UPLOAD_COMPLETE) {
            state = State.IN_PROGRESS;
        } else if (state == State.IN_PROGRESS) {
            state = message.isEmpty() ? State.COMPLETE : State.FAILED;
        }
    }

    int processed() {
        return state == State.COMPLETE ? outcomes.size() : 0;
    }

    int failed() {
        return state == State.COMPLETE
                ? (int) outcomes.stream()
                        .filter(Outcome.Failed.class::isInstance)
                        .count()
                : 0;
    }

    String successful() {
        StringBuilder text = new StringBuilder(lines.line(BulkCsv.joined(csv.header(), "sf__Id", "sf__Created")));
        for (int i = 0; i < outcomes.size(); i++) {
            if (outcomes.get(i) instanceof Outcome.Done done) {
                text.append(lines.line(BulkCsv.joined(csv.rows().get(i), done.id(), String.valueOf(done.isNew()))));
            }
        }
        return text.toString();
    }

    String refused() {
        StringBuilder text = new StringBuilder(lines.line(BulkCsv.joined(csv.header(), "sf__Id", "sf__Error")));
        for (int i = 0; i < outcomes.size(); i++) {
            if (outcomes.get(i) instanceof Outcome.Failed failed) {
                text.append(lines.line(BulkCsv.joined(csv.rows().get(i), "", BulkWork.written(failed.problems()))));
            }
        }
        return text.toString();
    }

    /** The rows nobody got to: all of them, when the job failed or was aborted before. */
    String unprocessed() {
        StringBuilder text = new StringBuilder(csv.header().isEmpty() ? "" : lines.line(csv.header()));
        csv.rows().subList(outcomes.size(), csv.rows().size()).forEach(row -> text.append(lines.line(row)));
        return text.toString();
    }
}
