package dev.interlock.hubspot;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.http.HttpHeaders;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.apache.camel.CamelException;
import org.apache.camel.spi.HttpResponseAware;

/**
 * HubSpot answered, and the answer was not the one asked for.
 *
 * <p>{@link #getMessage()} is fit for logs: it names the operation, the status, codes and the correlation id. HubSpot's
 * own text may quote values of the record and is kept apart in {@link #detail()} and {@link #errors()}.
 */
public class HubSpotException extends CamelException implements HttpResponseAware {

    private static final long serialVersionUID = 1L;

    private final transient ErrorReport report;
    private int httpResponseCode;
    private String httpResponseStatus;

    HubSpotException(ErrorReport report) {
        super(report.sentence());
        this.report = report;
        this.httpResponseCode = report.status();
        this.httpResponseStatus = report.category();
    }

    /** The HTTP status. Meanings: HubSpot's error-handling guide; 423 is a lock of 2 seconds, 477 a migration. */
    public int status() {
        return httpResponseCode;
    }

    /** For instance VALIDATION_ERROR, CONFLICT, OBJECT_NOT_FOUND, MISSING_SCOPES; empty where HubSpot gave none. */
    public Optional<String> category() {
        return stated(report.category());
    }

    public Optional<String> subCategory() {
        return stated(report.subCategory());
    }

    /** Which limit was exceeded; only with status 429. */
    public Optional<String> policyName() {
        return stated(report.policyName());
    }

    /** The id by which HubSpot's support finds the call. */
    public Optional<String> correlationId() {
        return stated(report.correlationId());
    }

    /** HubSpot's own sentence. It may quote values of the record: do not log it. */
    public Optional<String> detail() {
        return stated(report.detail());
    }

    /** The single errors as HubSpot wrote them: message, and where given code, in, context, subCategory. */
    public List<JsonNode> errors() {
        return report.errors();
    }

    /** How long HubSpot asks to wait. It is documented for status 477 only, where it may be 24 hours. */
    public Optional<Duration> retryAfter() {
        return report.retryAfter();
    }

    HttpHeaders headers() {
        return report.headers();
    }

    private static Optional<String> stated(String text) {
        return Optional.of(text).filter(some -> !some.isEmpty());
    }

    @Override
    public int getHttpResponseCode() {
        return httpResponseCode;
    }

    @Override
    public void setHttpResponseCode(int httpResponseCode) {
        this.httpResponseCode = httpResponseCode;
    }

    @Override
    public String getHttpResponseStatus() {
        return httpResponseStatus;
    }

    @Override
    public void setHttpResponseStatus(String httpResponseStatus) {
        this.httpResponseStatus = httpResponseStatus;
    }
}
