package dev.interlock.app;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Asks a running service whether it is well: the health check of an image that has no shell. */
@Command(name = "health", description = "Ask a running service whether it is well.")
final class HealthCommand implements Callable<Integer> {

    @Option(names = "--port", defaultValue = "8080", description = "The service's port (default: ${DEFAULT-VALUE}).")
    private int port = 8080;

    @Override
    public Integer call() throws InterruptedException {
        try (HttpClient client =
                HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(3)).build()) {
            URI health = URI.create("http://127.0.0.1:" + port + "/health");
            HttpRequest request = HttpRequest.newBuilder(health)
                    .timeout(Duration.ofSeconds(3))
                    .build();
            int status =
                    client.send(request, HttpResponse.BodyHandlers.discarding()).statusCode();
            return (status == 200 ? Exit.OK : Exit.UNAVAILABLE).code();
        } catch (IOException away) {
            return Exit.UNAVAILABLE.code();
        }
    }
}
