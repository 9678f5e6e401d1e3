package dev.interlock.app;

import dev.interlock.routes.Report;
import dev.interlock.routes.Tally;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Tags;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicLong;

/** What the service tells Prometheus. No ids and no personal data are labels. */
@Singleton
final class ServiceMetrics {

    private final MeterRegistry registry;
    private final AtomicLong lastSuccess = new AtomicLong();

    ServiceMetrics(MeterRegistry registry, Workshop workshop) {
        this.registry = registry;
        registry.gauge("interlock.run.last.success.timestamp.seconds", lastSuccess);
        registry.gauge("interlock.leases.held", workshop, Workshop::leasesHeld);
    }

    void note(Report report) {
        if (report.converged()) {
            lastSuccess.set(Instant.now().getEpochSecond());
        }
        registry.timer("interlock.run.duration").record(report.took());
        for (Report.Line line : report.lines()) {
            Tags tags = Tags.of(
                    "system", line.system().name(), "record", line.type().name());
            for (Tally.Of what : Tally.Of.values()) {
                String outcome = what.name().toLowerCase(java.util.Locale.ROOT);
                registry.counter("interlock.records", tags.and("outcome", outcome))
                        .increment(line.tally().of(what));
            }
            registry.counter("interlock.api.requests", tags).increment(line.calls());
        }
    }
}
