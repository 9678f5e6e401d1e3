package dev.interlock.sandbox;

import static com.github.tomakehurst.wiremock.client.WireMock.any;
import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static com.github.tomakehurst.wiremock.core.WireMockConfiguration.wireMockConfig;

import com.github.tomakehurst.wiremock.WireMockServer;
import com.github.tomakehurst.wiremock.client.WireMock;

/** One simulated service behind an HTTP port on loopback. Stops when closed. */
public final class SandboxServer implements AutoCloseable {

    private final Service service;
    private final WireMockServer server;

    private SandboxServer(Service service, WireMockServer server) {
        this.service = service;
        this.server = server;
    }

    /**
     * Starts the service.
     *
     * @param service what answers
     * @param port the port on loopback; 0 picks a free one
     */
    public static SandboxServer start(Service service, int port) {
        Answering answering = new Answering(service);
        WireMockServer server = new WireMockServer(wireMockConfig()
                .bindAddress("127.0.0.1")
                .port(port)
                .disableRequestJournal()
                .containerThreads(40)
                .jettyAcceptors(2)
                .stubRequestLoggingDisabled(true)
                .gzipDisabled(true)
                .extensions(answering));
        server.start();
        server.stubFor(any(anyUrl()).willReturn(WireMock.aResponse().withTransformers(Answering.NAME)));
        return new SandboxServer(service, server);
    }

    public Service service() {
        return service;
    }

    public int port() {
        return server.port();
    }

    /** {@code http://127.0.0.1:PORT}, without a slash at the end. */
    public String url() {
        return "http://127.0.0.1:" + server.port();
    }

    @Override
    public void close() {
        server.stop();
    }
}
