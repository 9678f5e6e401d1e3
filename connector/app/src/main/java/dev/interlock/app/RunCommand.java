package dev.interlock.app;

import dev.interlock.mapping.Configuration;
import io.micronaut.context.ApplicationContext;
import io.micronaut.runtime.server.EmbeddedServer;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** The service: a sync on its schedule, health and metrics over HTTP. */
@Command(name = "run", description = "Run as a service: sync on the schedule, tell health and metrics over HTTP.")
final class RunCommand implements Callable<Integer> {

    @Mixin
    private Shared shared = new Shared();

    @Override
    public Integer call() throws Exception {
        Configuration configuration = shared.configuration();
        try (Workshop workshop = Workshop.open(configuration);
                ApplicationContext context = ApplicationContext.builder()
                        .properties(Map.of(
                                "micronaut.server.port",
                                        configuration.settings().port(),
                                "micronaut.application.name", "interlock",
                                "endpoints.health.details-visible", "ANONYMOUS",
                                "endpoints.prometheus.sensitive", "false"))
                        .singletons(workshop)
                        .start()) {
            context.getBean(EmbeddedServer.class).start();
            workshop.every(configuration.settings().schedule(), context.getBean(ServiceMetrics.class)::note);
            CountDownLatch stopped = new CountDownLatch(1);
            Runtime.getRuntime().addShutdownHook(new Thread(stopped::countDown));
            stopped.await();
        }
        return Exit.OK.code();
    }
}
