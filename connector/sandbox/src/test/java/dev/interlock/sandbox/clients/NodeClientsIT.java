package dev.interlock.sandbox.clients;

import static org.assertj.core.api.Assertions.assertThat;

import dev.interlock.sandbox.SandboxServer;
import dev.interlock.sandbox.hubspot.HubSpotService;
import dev.interlock.sandbox.salesforce.SalesforceService;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Runs the scripts under {@code src/test/clients} with the packages as they are published. */
class NodeClientsIT {

    private static final Path SCRIPTS = Path.of("src/test/clients");
    private static final Path ROOM = Path.of("target/clients");
    private static final List<String> PACKAGES = List.of("jsforce@3.10.26", "@hubspot/api-client@14.0.1");

    @BeforeAll
    static void install() throws IOException, InterruptedException {
        Files.createDirectories(ROOM);
        try (var scripts = Files.list(SCRIPTS)) {
            for (Path script : scripts.toList()) {
                Files.write(ROOM.resolve(script.getFileName()), Files.readAllBytes(script));
            }
        }
        Files.writeString(ROOM.resolve("package.json"), "{\"private\": true}");
        assertThat(ran(
                        "npm",
                        "install",
                        "--no-audit",
                        "--no-fund",
                        "--no-package-lock",
                        PACKAGES.get(0),
                        PACKAGES.get(1)))
                .isZero();
    }

    @Test
    void jsforce_finds_its_org() throws IOException, InterruptedException {
        try (SandboxServer server = SandboxServer.start(SalesforceService.standard(InstantSource.system()), 0)) {
            assertThat(ran("node", "-r", "./older-node.cjs", "salesforce.cjs", server.url()))
                    .isZero();
        }
    }

    @Test
    void the_client_of_hubspot_finds_its_portal() throws IOException, InterruptedException {
        try (SandboxServer server = SandboxServer.start(HubSpotService.standard(InstantSource.system()), 0)) {
            assertThat(ran("node", "hubspot.cjs", server.url())).isZero();
        }
    }

    private static int ran(String... command) throws IOException, InterruptedException {
        Process process = new ProcessBuilder(command)
                .directory(ROOM.toFile())
                .redirectErrorStream(true)
                .start();
        System.out.print(new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8));
        return process.waitFor();
    }
}
