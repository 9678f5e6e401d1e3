package dev.interlock.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import picocli.CommandLine;

/** The matcher measured from the command line, on files of the shapes that people have. */
final class EvaluateTest {

    private static final String RECORDS = """
            id,first_name,last_name,born,e-mail
            1,Ann,Hargreaves,1971-06-24,ann.h@example.com
            2,Anne,Hargreaves,1971-06-24,ann.h@example.com
            3,Bob,Wexler,1980-01-02,bob@example.org
            4,Wexler,Robert,1980-01-02,bob@example.org
            5,Carla,Quimby,1990-12-31,carla@example.net
            """;

    @TempDir
    private Path folder = Path.of("");

    @Test
    void pairs_of_ids_are_the_truth() throws IOException {
        JsonNode json = evaluate(RECORDS, "id1,id2\n1,2\n4,3\n");
        assertThat(json.path("truePairs").asInt()).isEqualTo(2);
        assertThat(json.path("f1").asDouble()).isEqualTo(1);
        assertThat(json.path("recordsPerSecond").isNumber()).isTrue();
        assertThat(json.path("threshold").asDouble()).isEqualTo(0.9);
    }

    @Test
    void ids_with_their_group_are_the_truth_too() throws IOException {
        JsonNode json = evaluate(RECORDS, "id,cluster\n1,a\n2,a\n3,b\n4,b\n5,c\n");
        assertThat(json.path("truePairs").asInt()).isEqualTo(2);
        assertThat(json.path("recall").asDouble()).isEqualTo(1);
    }

    @Test
    void where_pairs_are_judged_only_those_count() throws IOException {
        JsonNode json = evaluate(RECORDS, "left,right,match\n1,2,1\n1,3,0\n");
        assertThat(json.path("truePairs").asInt()).isEqualTo(1);
        assertThat(json.path("foundPairs").asInt()).isEqualTo(1);
        assertThat(json.path("precision").asDouble()).isEqualTo(1);
    }

    @Test
    void a_column_that_is_not_there_is_named() throws IOException {
        Answer answer = run(
                "match",
                "evaluate",
                "--records",
                file("r.csv", RECORDS),
                "--truth",
                file("t.csv", "id1,id2\n1,2\n"),
                "--ignore",
                "nothing");
        assertThat(answer.code()).isEqualTo(Exit.CONFIGURATION.code());
        assertThat(answer.errors()).contains("'nothing'", "first_name");
    }

    @Test
    void it_says_what_it_inferred() throws IOException {
        Answer answer = run(
                "match",
                "evaluate",
                "--records",
                file("r.csv", RECORDS),
                "--truth",
                file("t.csv", "id1,id2\n1,2\n"),
                "--curve");
        assertThat(answer.output()).contains("given name", "e-mail address", "date", "threshold 0.99");
    }

    @ParameterizedTest
    @CsvSource({
        "febrl3, soc_sec_id, 0.999",
        "febrl4, soc_sec_id, 0.999",
        "fake_1000, cluster, 0.95",
        "dedupe_csv_example, True Id, 0.96"
    })
    void public_data_sets_are_matched_as_well_as_promised(String set, String ignored, double least) throws IOException {
        Optional<Path> sets = sets();
        assumeTrue(sets.isPresent(), "skipped: there is no folder shared/data/matching above the project");
        Path data = sets.orElseThrow().resolve(set);
        Path records = data.resolve(set.equals("dedupe_csv_example") ? "records_clean.csv" : "records.csv");
        List<String> files = Files.exists(records)
                ? List.of("--records", records.toString())
                : List.of(
                        "--records",
                        data.resolve("a.csv").toString(),
                        "--records",
                        data.resolve("b.csv").toString());
        String truth = data.resolve("pairs.csv").toString();
        Stream<String> rest = Stream.of("--truth", truth, "--ignore", ignored, "--json");
        String[] arguments = Stream.concat(Stream.of("match", "evaluate"), Stream.concat(files.stream(), rest))
                .toArray(String[]::new);

        assertThat(new ObjectMapper()
                        .readTree(run(arguments).output())
                        .path("f1")
                        .asDouble())
                .isGreaterThanOrEqualTo(least);
    }

    private static Optional<Path> sets() {
        return Stream.iterate(Path.of("").toAbsolutePath(), at -> at != null, Path::getParent)
                .map(at -> at.resolve("shared/data/matching"))
                .filter(Files::isDirectory)
                .findFirst();
    }

    private JsonNode evaluate(String records, String truth) throws IOException {
        Answer answer = run(
                "match", "evaluate", "--records", file("r.csv", records), "--truth", file("t.csv", truth), "--json");
        assertThat(answer.code()).as(answer.errors()).isZero();
        return new ObjectMapper().readTree(answer.output());
    }

    private String file(String name, String text) throws IOException {
        return Files.writeString(folder.resolve(name), text).toString();
    }

    private record Answer(int code, String output, String errors) {}

    private static Answer run(String... arguments) {
        StringWriter out = new StringWriter();
        StringWriter err = new StringWriter();
        CommandLine line = Main.commandLine();
        line.setOut(new PrintWriter(out));
        line.setErr(new PrintWriter(err));
        int code = line.execute(arguments);
        return new Answer(code, out.toString(), err.toString());
    }
}
