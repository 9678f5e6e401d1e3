package dev.interlock.routes.system;

import dev.interlock.mapping.SystemSettings.Budget;
import dev.interlock.record.RecordType;
import dev.interlock.record.SystemId;
import io.github.resilience4j.bulkhead.Bulkhead;
import io.github.resilience4j.bulkhead.BulkheadConfig;
import io.github.resilience4j.circuitbreaker.CallNotPermittedException;
import io.github.resilience4j.circuitbreaker.CircuitBreaker;
import io.github.resilience4j.circuitbreaker.CircuitBreakerConfig;
import io.github.resilience4j.core.IntervalFunction;
import io.github.resilience4j.ratelimiter.RateLimiter;
import io.github.resilience4j.ratelimiter.RateLimiterConfig;
import io.github.resilience4j.ratelimiter.RequestNotPermitted;
import io.github.resilience4j.retry.Retry;
import io.github.resilience4j.retry.RetryConfig;
import io.github.resilience4j.retry.event.RetryOnRetryEvent;
import java.time.Duration;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The line to one system: every call passes its rate limiter (one per bucket), its retry (with jitter, and as long a wait as
 * the system asks for), its circuit breaker and its daily budget, and is counted.
 */
public final class Line {

    private static final Logger LOG = LoggerFactory.getLogger(Line.class);
    private static final int ATTEMPTS = 5;
    private static final Duration LONGEST_WAIT = Duration.ofSeconds(60);

    private final SystemId system;
    private final Budget budget;
    private final Map<String, RateLimiter> limiters = new ConcurrentHashMap<>();
    private final Map<RecordType, AtomicLong> calls = new ConcurrentHashMap<>();
    private final AtomicLong spent;
    private final CircuitBreaker breaker;
    private final Bulkhead bulkhead;
    private final Retry safe;
    private final Retry unsafe;
    private volatile Runnable beforeEachCall = () -> {};

    /**
     * @param buckets calls a second for each bucket beside {@code api}
     * @param spentToday calls that earlier runs of this day made
     */
    public Line(SystemId system, Budget budget, Map<String, Double> buckets, long spentToday) {
        this.system = system;
        this.budget = budget;
        this.spent = new AtomicLong(spentToday);
        limiters.put("api", limiter("api", budget.perSecond()));
        buckets.forEach((bucket, perSecond) -> limiters.put(bucket, limiter(bucket, perSecond)));
        this.breaker = CircuitBreaker.of(system.name(), breakerConfig());
        this.bulkhead = Bulkhead.of(
                system.name(),
                BulkheadConfig.custom()
                        .maxConcurrentCalls(Math.max(1, budget.concurrent()))
                        .maxWaitDuration(Duration.ofMinutes(10))
                        .build());
        this.safe = Retry.of(system.name() + "-safe", retryConfig(true));
        this.unsafe = Retry.of(system.name() + "-unsafe", retryConfig(false));
        safe.getEventPublisher().onRetry(this::tell);
        unsafe.getEventPublisher().onRetry(this::tell);
    }

    /**
     * Makes a call.
     *
     * @throws Trouble as the call threw it last, or because the line is closed: budget spent, breaker open
     */
    public <T> T call(Errand errand, Supplier<T> call) {
        Retry retry = errand.repeat() == Errand.Repeat.SAFE ? safe : unsafe;
        Supplier<T> limited = RateLimiter.decorateSupplier(limiterOf(errand.bucket()), () -> counted(errand, call));
        Supplier<T> guarded = CircuitBreaker.decorateSupplier(breaker, Bulkhead.decorateSupplier(bulkhead, limited));
        return Retry.decorateSupplier(retry, () -> translated(guarded)).get();
    }

    /** The code alone: what a system says of a record may be personal. */
    private void tell(RetryOnRetryEvent again) {
        String why = again.getLastThrowable() instanceof Trouble trouble
                ? trouble.failure().code()
                : "an error";
        LOG.info(
                "{}: {}, trying again in {} ms",
                system,
                why,
                again.getWaitInterval().toMillis());
    }

    /** From now on this is done right before each call, after every wait; what it throws keeps the call from being made. */
    public void beforeEachCall(Runnable check) {
        beforeEachCall = check;
    }

    private <T> T counted(Errand errand, Supplier<T> call) {
        if (spent.get() >= budget.perDay()) {
            throw Trouble.of(
                    Trouble.Kind.LIMIT,
                    "DAILY_BUDGET_SPENT",
                    "the daily budget of " + budget.perDay() + " calls to " + system + " is spent");
        }
        beforeEachCall.run();
        spent.incrementAndGet();
        calls.computeIfAbsent(errand.type(), any -> new AtomicLong()).incrementAndGet();
        return call.get();
    }

    private <T> T translated(Supplier<T> call) {
        try {
            return call.get();
        } catch (CallNotPermittedException open) {
            throw Trouble.of(
                    Trouble.Kind.OUTAGE, "CIRCUIT_OPEN", system + " failed too often and is left alone for a while");
        } catch (RequestNotPermitted limited) {
            throw Trouble.of(Trouble.Kind.LIMIT, "RATE_LIMIT", "no call to " + system + " was free within a minute");
        }
    }

    private RateLimiter limiterOf(String bucket) {
        RateLimiter limiter = limiters.get(bucket);
        if (limiter == null) {
            throw new IllegalArgumentException("no rate limit is known for " + system + " " + bucket);
        }
        return limiter;
    }

    /** Permits come in small portions, because a limit counted over a rolling second sees no edges of ours. */
    private RateLimiter limiter(String bucket, double perSecond) {
        Duration period = Duration.ofNanos((long) (1e9 / Math.max(0.001, Math.min(perSecond, 100))));
        int permits = (int) Math.max(1, Math.floor(perSecond * period.toNanos() / 1e9));
        return RateLimiter.of(
                system.name() + "-" + bucket,
                RateLimiterConfig.custom()
                        .limitForPeriod(permits)
                        .limitRefreshPeriod(period)
                        .timeoutDuration(LONGEST_WAIT)
                        .build());
    }

    private static CircuitBreakerConfig breakerConfig() {
        return CircuitBreakerConfig.custom()
                .slidingWindowSize(20)
                .minimumNumberOfCalls(10)
                .failureRateThreshold(60)
                .waitDurationInOpenState(Duration.ofSeconds(20))
                .recordException(thrown -> thrown instanceof Trouble trouble && isDown(trouble))
                .build();
    }

    private static boolean isDown(Trouble trouble) {
        return trouble.kind() == Trouble.Kind.OUTAGE || trouble.kind() == Trouble.Kind.NO_ANSWER;
    }

    private static RetryConfig retryConfig(boolean evenIfUnanswered) {
        IntervalFunction backoff =
                IntervalFunction.ofExponentialRandomBackoff(Duration.ofMillis(300), 2.0, 0.5, Duration.ofSeconds(20));
        return RetryConfig.custom()
                .maxAttempts(ATTEMPTS)
                .retryOnException(
                        thrown -> thrown instanceof Trouble trouble && isWorthAnother(trouble, evenIfUnanswered))
                .intervalBiFunction((attempt, outcome) -> outcome.fold(
                        thrown -> wait((Throwable) thrown, backoff.apply(attempt)), any -> backoff.apply(attempt)))
                .build();
    }

    private static boolean isWorthAnother(Trouble trouble, boolean evenIfUnanswered) {
        boolean tooLong = trouble.after()
                .filter(after -> after.compareTo(LONGEST_WAIT) > 0)
                .isPresent();
        return switch (trouble.kind()) {
            case LIMIT -> !tooLong && !isOfTheDay(trouble);
            case OUTAGE -> !tooLong && !trouble.failure().code().equals("CIRCUIT_OPEN");
            case NO_ANSWER, NONSENSE -> evenIfUnanswered;
            case LOGIN, PERMISSION, REFUSED, NOT_FOUND -> false;
        };
    }

    /** A limit of the day does not pass within a minute: ours, and the one that Salesforce names by these words. */
    private static boolean isOfTheDay(Trouble trouble) {
        return trouble.failure().code().equals("DAILY_BUDGET_SPENT")
                || trouble.failure().message().startsWith("TotalRequests Limit");
    }

    private static long wait(Throwable thrown, long backoff) {
        return thrown instanceof Trouble trouble
                ? Math.max(backoff, trouble.after().map(Duration::toMillis).orElse(0L))
                : backoff;
    }

    /** Calls made through this line since it was opened, by record type. */
    public Map<RecordType, Long> calls() {
        Map<RecordType, Long> made = new TreeMap<>();
        calls.forEach((type, count) -> made.put(type, count.get()));
        return made;
    }

    /** {@code CLOSED} when all is well. */
    public String state() {
        return breaker.getState().name();
    }
}
