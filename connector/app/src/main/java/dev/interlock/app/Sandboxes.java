package dev.interlock.app;

import dev.interlock.sandbox.SandboxServer;
import dev.interlock.sandbox.Service;
import dev.interlock.sandbox.hubspot.HubSpotService;
import dev.interlock.sandbox.partnerstack.PartnerStackService;
import dev.interlock.sandbox.salesforce.SalesforceService;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The three simulated systems, started side by side. */
final class Sandboxes implements AutoCloseable {

    private final Map<String, SandboxServer> servers = new LinkedHashMap<>();

    private Sandboxes() {}

    /**
     * Starts all three on loopback.
     *
     * @param portBase the port of Salesforce; HubSpot and PartnerStack get the next two; 0 picks free ones
     */
    static Sandboxes start(int portBase, SandboxSetup setup) {
        Sandboxes sandboxes = new Sandboxes();
        List<Service> services = List.of(
                SalesforceService.standard(InstantSource.system()),
                HubSpotService.standard(InstantSource.system()),
                PartnerStackService.standard(InstantSource.system()));
        int port = portBase;
        for (Service service : services) {
            setup.apply(service);
            sandboxes.servers.put(service.name(), started(service, port));
            port = portBase == 0 ? 0 : port + 1;
        }
        return sandboxes;
    }

    private static SandboxServer started(Service service, int port) {
        try {
            return SandboxServer.start(service, port);
        } catch (RuntimeException refused) {
            throw new NotPossible(
                    Exit.CONFIGURATION,
                    service.name() + " cannot listen on port " + port
                            + "; is it taken? Choose others with --port-base");
        }
    }

    /**
     * Loads a CSV file.
     *
     * @param load {@code SYSTEM:OBJECT=FILE}
     * @param folder what the file is relative to
     * @return how many records were loaded
     */
    int load(String load, Path folder, SandboxSetup setup) {
        int colon = load.indexOf(':');
        int equals = load.indexOf('=');
        if (colon < 1 || equals < colon) {
            throw new NotPossible(Exit.CONFIGURATION, "a load is SYSTEM:OBJECT=FILE, not '" + load + "'");
        }
        return load(
                load.substring(0, colon),
                load.substring(colon + 1, equals),
                folder.resolve(load.substring(equals + 1)),
                setup);
    }

    /** Loads a CSV file into one object; answers how many records were loaded. */
    int load(String system, String object, Path file, SandboxSetup setup) {
        SandboxServer server = servers.get(system);
        if (server == null) {
            throw new NotPossible(
                    Exit.CONFIGURATION, "there is no sandbox '" + system + "'; there are " + servers.keySet());
        }
        try {
            return server.service().load(object, setup.columns(system, object).rows(file));
        } catch (IllegalArgumentException refused) {
            throw new NotPossible(Exit.CONFIGURATION, file + ": " + refused.getMessage());
        }
    }

    String url(String system) {
        SandboxServer server = servers.get(system);
        if (server == null) {
            throw new IllegalArgumentException("there is no sandbox " + system);
        }
        return server.url();
    }

    /** What a configuration's {@code ${...}} need to reach these sandboxes instead of the real systems. */
    Map<String, String> environment() {
        Map<String, String> environment = new LinkedHashMap<>();
        environment.put("SALESFORCE_LOGIN_URL", url("salesforce"));
        environment.put("SALESFORCE_CLIENT_ID", "interlock");
        environment.put("SALESFORCE_CLIENT_SECRET", "sandbox-secret");
        environment.put("HUBSPOT_BASE_URL", url("hubspot"));
        environment.put("HUBSPOT_TOKEN", "pat-sandbox-0000");
        environment.put("HUBSPOT_SETTLE", "2s");
        environment.put("PARTNERSTACK_BASE_URL", url("partnerstack") + "/api/v2");
        environment.put("PARTNERSTACK_PUBLIC_KEY", "pk_sandbox");
        environment.put("PARTNERSTACK_SECRET_KEY", "sk_sandbox");
        return environment;
    }

    @Override
    public void close() {
        servers.values().forEach(SandboxServer::close);
    }
}
