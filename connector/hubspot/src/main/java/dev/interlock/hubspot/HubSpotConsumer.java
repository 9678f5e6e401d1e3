package dev.interlock.hubspot;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.ExecutionException;
import org.apache.camel.CamelContextAware;
import org.apache.camel.Exchange;
import org.apache.camel.ExchangePropertyKey;
import org.apache.camel.Message;
import org.apache.camel.Processor;
import org.apache.camel.RollbackExchangeException;
import org.apache.camel.spi.StateRepository;
import org.apache.camel.support.ScheduledBatchPollingConsumer;
import org.apache.camel.support.processor.state.MemoryStateRepository;
import org.apache.camel.support.service.ServiceHelper;

/**
 * Delivers records that changed, each as one exchange.
 *
 * <p>A poll reads one window of last-modified times, up to the moment it began. The position is written back after
 * every page whose records were all processed, so a failure repeats one page at most; it never passes a record that
 * failed. Archived and merged records are not found this way, because a search does not show them.
 */
final class HubSpotConsumer extends ScheduledBatchPollingConsumer {

    private final HubSpotEndpoint endpoint;
    private final StateRepository<String, String> positions;
    private final String key;
    private final String objectType;
    private final RecentlyDelivered delivered = new RecentlyDelivered();
    private Instant nextFrom = Instant.EPOCH;

    HubSpotConsumer(HubSpotEndpoint endpoint, Processor processor) {
        super(endpoint, processor);
        this.endpoint = endpoint;
        this.objectType = Optional.ofNullable(endpoint.getObjectType()).orElseThrow();
        this.positions =
                Optional.ofNullable(endpoint.getReading().getStateRepository()).orElseGet(MemoryStateRepository::new);
        this.key = Optional.ofNullable(endpoint.getReading().getStateKey()).orElse("hubspot:search/" + objectType);
    }

    @Override
    protected void doStart() throws Exception {
        // Fails now, and not at every poll, if the options allow no window.
        window(new ReadingPosition(Instant.EPOCH, Instant.EPOCH, Optional.empty()));
        CamelContextAware.trySetCamelContext(positions, endpoint.getCamelContext());
        ServiceHelper.startService(positions);
        super.doStart();
    }

    @Override
    protected int poll() throws Exception {
        shutdownRunningTask = null;
        pendingExchanges = 0;
        ReadingPosition position = position();
        delivered.forgetBefore(position.from());
        nextFrom = position.to().minus(endpoint.getReading().overlapDuration());
        SearchWindow window = window(position);
        SearchWindow.Step step = position.afterId().map(window::resumeAfter).orElseGet(window::first);
        int count = 0;
        while (step instanceof SearchWindow.Ask ask && isBatchAllowed()) {
            JsonNode page = search(ask);
            Queue<Object> rows = news(page);
            int size = rows.size();
            int done = processBatch(rows);
            count += done;
            if (done < size) {
                return count;
            }
            step = window.next(ask, page);
            keep(step, window);
        }
        return count;
    }

    /** Where to go on: inside a window that was left unfinished, or with the next one. */
    private ReadingPosition position() {
        Instant now = endpoint.clock().instant().truncatedTo(ChronoUnit.MILLIS);
        String stored = positions.getState(key);
        if (stored == null) {
            Instant start = endpoint.getReading().startInstant();
            return new ReadingPosition(start, later(start, now), Optional.empty());
        }
        ReadingPosition last = ReadingPosition.parse(key, stored);
        if (last.afterId().isPresent()) {
            return last;
        }
        // A clock that was set back must not move the end of what has been read backwards.
        return new ReadingPosition(
                last.to().minus(endpoint.getReading().overlapDuration()), later(last.to(), now), Optional.empty());
    }

    private static Instant later(Instant one, Instant other) {
        return one.isAfter(other) ? one : other;
    }

    private SearchWindow window(ReadingPosition position) {
        int size = Optional.ofNullable(endpoint.getLimit()).orElse(SearchWindow.LARGEST_PAGE);
        List<String> properties = RequestOptions.split(endpoint.getProperties());
        return new SearchWindow(objectType, properties, position.from(), position.to(), size);
    }

    private Queue<Object> news(JsonNode page) {
        Queue<Object> rows = new ArrayDeque<>();
        for (JsonNode row : page.path("results")) {
            if (!delivered.contains(row)) {
                rows.add(row);
            }
        }
        return rows;
    }

    private void keep(SearchWindow.Step step, SearchWindow window) {
        Optional<String> afterId = step instanceof SearchWindow.Ask ask ? ask.afterId() : Optional.empty();
        // A window of which not one row has been read yet has no position: without an id it would look finished.
        if (afterId.isPresent() || step instanceof SearchWindow.End) {
            positions.setState(key, new ReadingPosition(window.from(), window.to(), afterId).toString());
        }
    }

    private JsonNode search(SearchWindow.Ask ask) throws Exception {
        ApiPaths paths = ApiPaths.of(endpoint.getConfiguration().getApiVersion());
        Call call = Call.post(HubSpotOperation.SEARCH, paths.objects(objectType) + "/search", ask.request());
        try {
            return endpoint.client().send(call).get().json().orElseThrow();
        } catch (ExecutionException e) {
            throw e.getCause() instanceof Exception cause ? cause : e;
        }
    }

    /** Delivers rows one after another and stops at the first that fails, or when the route is being stopped. */
    @Override
    public int processBatch(Queue<Object> rows) throws Exception {
        int size = rows.size();
        for (int index = 0; index < size; index++) {
            if (!isBatchAllowed()) {
                return index;
            }
            JsonNode row = (JsonNode) rows.remove();
            pendingExchanges = rows.size();
            Exchange exchange = createExchange(false);
            try {
                fill(exchange.getIn(), row);
                exchange.setProperty(ExchangePropertyKey.BATCH_INDEX, index);
                exchange.setProperty(ExchangePropertyKey.BATCH_SIZE, size);
                exchange.setProperty(ExchangePropertyKey.BATCH_COMPLETE, rows.isEmpty());
                process(exchange);
            } finally {
                releaseExchange(exchange, false);
            }
            delivered.add(row, nextFrom);
        }
        return size;
    }

    private void process(Exchange exchange) throws Exception {
        getProcessor().process(exchange);
        if (exchange.getException() != null) {
            throw exchange.getException();
        }
        if (exchange.isRollbackOnly()) {
            throw new RollbackExchangeException(exchange);
        }
    }

    private void fill(Message message, JsonNode row) {
        message.setBody(endpoint.getConfiguration().isRawResponse() ? Json.text(row) : row);
        message.setHeader(HubSpotConstants.OBJECT_TYPE, objectType);
        message.setHeader(HubSpotConstants.RECORD_ID, RecentlyDelivered.id(row));
        message.setHeader(HubSpotConstants.UPDATED_AT, RecentlyDelivered.version(row));
    }
}
