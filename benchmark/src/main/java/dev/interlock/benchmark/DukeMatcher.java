package dev.interlock.benchmark;

import java.io.IOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import no.priv.garshol.duke.ConfigLoader;
import no.priv.garshol.duke.Configuration;
import no.priv.garshol.duke.Processor;
import no.priv.garshol.duke.Record;
import no.priv.garshol.duke.matchers.AbstractMatchListener;

/** Duke on the same records, with comparators and weights as its documentation suggests them for people, and clean columns. */
final class DukeMatcher {

    private static final String CLEANER = "no.priv.garshol.duke.cleaners.LowerCaseNormalizeCleaner";

    private DukeMatcher() {}

    /** The column, how it is compared, and the chances if it differs and if it agrees. */
    private record Property(String column, String comparator, double low, double high) {}

    private static final List<Property> PROPERTIES = List.of(
            new Property("first_name", "JaroWinkler", 0.3, 0.65),
            new Property("last_name", "JaroWinkler", 0.15, 0.8),
            new Property("company", "JaroWinklerTokenized", 0.35, 0.75),
            new Property("email", "Levenshtein", 0.25, 0.95),
            new Property("phone", "Levenshtein", 0.35, 0.85),
            new Property("city", "JaroWinkler", 0.4, 0.6));

    static Score on(Leads leads) throws Exception {
        Path folder = Files.createTempDirectory("duke");
        Path records = folder.resolve("leads.csv");
        write(leads, records);
        Path config = folder.resolve("duke.xml");
        Files.writeString(config, xml(records));
        Set<String> found = new HashSet<>();
        long start = Cpu.nanos();
        Configuration configuration = ConfigLoader.load(config.toString());
        Processor processor = new Processor(configuration);
        processor.addMatchListener(new AbstractMatchListener() {
            @Override
            public void matches(Record one, Record other, double confidence) {
                found.add(Score.pair(one.getValue("id"), other.getValue("id")));
            }
        });
        processor.deduplicate();
        processor.close();
        return Score.of("duke 1.2", leads, found, Cpu.nanos() - start);
    }

    private static String xml(Path records) {
        StringBuilder xml = new StringBuilder("<duke><schema><threshold>0.95</threshold>")
                .append("<property type=\"id\"><name>id</name></property>");
        for (Property each : PROPERTIES) {
            xml.append("<property><name>").append(each.column()).append("</name>");
            xml.append("<comparator>no.priv.garshol.duke.comparators.").append(each.comparator());
            xml.append("</comparator><low>").append(each.low()).append("</low>");
            xml.append("<high>").append(each.high()).append("</high></property>");
        }
        xml.append("</schema><csv><param name=\"input-file\" value=\"")
                .append(records)
                .append("\"/>");
        xml.append("<column name=\"id\" property=\"id\"/>");
        PROPERTIES.forEach(each -> xml.append("<column name=\"")
                .append(each.column())
                .append("\" property=\"")
                .append(each.column())
                .append("\" cleaner=\"")
                .append(CLEANER)
                .append("\"/>"));
        return xml.append("</csv></duke>").toString();
    }

    private static void write(Leads leads, Path file) throws IOException {
        try (Writer writer = Files.newBufferedWriter(file, StandardCharsets.UTF_8)) {
            writer.write(String.join(",", leads.columns()) + "\n");
            for (List<String> row : leads.rows()) {
                writer.write(
                        String.join(",", row.stream().map(DukeMatcher::quoted).toList()) + "\n");
            }
        }
    }

    private static String quoted(String cell) {
        return '"' + cell.replace('"', ' ').replace('\n', ' ') + '"';
    }
}
