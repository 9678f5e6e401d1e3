package dev.interlock.benchmark;

import dev.interlock.mapping.ConfigReader;
import dev.interlock.mapping.ConfigReading;
import dev.interlock.mapping.Configuration;
import dev.interlock.mapping.SourceFile;
import dev.interlock.record.RecordType;
import dev.interlock.record.SystemId;
import dev.interlock.routes.Desk;
import dev.interlock.routes.Handover;
import dev.interlock.routes.Journey;
import dev.interlock.routes.Order;
import dev.interlock.routes.Sync;
import dev.interlock.routes.Watch;
import dev.interlock.routes.Workplace;
import dev.interlock.routes.system.ConnectedSystem;
import dev.interlock.store.JdbcStagingStore;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.camel.CamelContext;
import org.apache.camel.impl.DefaultCamelContext;

/** The whole way of leads, from arrival until they are staged, through a store in an H2 file that holds many already. */
final class StagedLeads {

    private static final Map<String, String> SECRETS = Map.of(
            "SALESFORCE_CLIENT_ID", "none",
            "SALESFORCE_CLIENT_SECRET", "none",
            "HUBSPOT_TOKEN", "none",
            "PARTNERSTACK_PUBLIC_KEY", "none",
            "PARTNERSTACK_SECRET_KEY", "none");

    private final Configuration configuration;
    private final int staged;
    private final CsvSystem salesforce = new CsvSystem(new SystemId("salesforce"));
    private final CsvSystem hubspot = new CsvSystem(new SystemId("hubspot"));

    StagedLeads(Path config, int staged) throws IOException {
        this.configuration = read(config);
        this.staged = staged;
    }

    private static Configuration read(Path config) throws IOException {
        List<SourceFile> files = new ArrayList<>();
        for (String name : List.of("interlock.yaml", "records/lead.yaml")) {
            files.add(new SourceFile(name, Files.readAllBytes(config.resolve(name))));
        }
        return switch (ConfigReader.read(files, SECRETS)) {
            case ConfigReading.Good good -> good.configuration();
            case ConfigReading.Bad bad ->
                throw new IllegalArgumentException(bad.problems().toString());
        };
    }

    Speed measure() throws Exception {
        Path folder = Files.createTempDirectory("staged-leads");
        try (JdbcStagingStore store = JdbcStagingStore.open("jdbc:h2:file:" + folder.resolve("store"), "sa", "");
                DefaultCamelContext camel = new DefaultCamelContext()) {
            Workplace place = workplace(store, camel);
            int portions = Arriving.portionsOf(staged);
            double loaded = records(0, portions, place);
            long cpu = Cpu.nanos();
            double arrived = records(portions, 1, place);
            double cpuSeconds = (Cpu.nanos() - cpu) / 1e9;
            return new Speed(loaded, arrived, taken() / cpuSeconds, p95(), Cpu.heapMegabytes());
        }
    }

    /** Answers how many were taken in a second. */
    private double records(int from, int count, Workplace place) {
        List<String> inSalesforce = List.of("FirstName", "LastName", "Company", "Email", "Phone", "City", "Country");
        List<String> inHubspot = List.of("firstname", "lastname", "company", "email", "phone", "city", "country");
        salesforce.brings(new Arriving(salesforce.id(), inSalesforce).portions(from, count));
        hubspot.brings(new Arriving(hubspot.id(), inHubspot).portions(from, count));
        Order order =
                new Order(Set.of(), Set.of(), Order.Reach.CHANGES, Order.Writes.STAGE_ONLY, Order.Deletes.GUARDED);
        new Sync(place).run("benchmark", order, Watch.NOBODY);
        return taken() * 1e9 / pages().stream().mapToLong(each -> each).sum();
    }

    private long taken() {
        return salesforce.records() + hubspot.records();
    }

    private List<Long> pages() {
        List<Long> all = new ArrayList<>(salesforce.pages());
        all.addAll(hubspot.pages());
        return all;
    }

    private double p95() {
        List<Long> sorted = pages().stream().sorted().toList();
        return sorted.get((int) (sorted.size() * 0.95)) / 1e6 / CsvSystem.perPage();
    }

    private Workplace workplace(JdbcStagingStore store, CamelContext camel) throws Exception {
        Clock clock = Clock.systemUTC();
        camel.addRoutes(new Journey(store, clock));
        camel.addRoutes(new Handover(store, clock));
        camel.start();
        Map<SystemId, ConnectedSystem> systems = Map.of(salesforce.id(), salesforce, hubspot.id(), hubspot);
        Map<RecordType, Desk> desks = new HashMap<>();
        configuration.records().forEach((type, mapping) -> desks.put(type, new Desk(mapping, configuration)));
        return new Workplace(configuration, store, systems, desks, camel.createProducerTemplate(), clock, length -> {});
    }
}
