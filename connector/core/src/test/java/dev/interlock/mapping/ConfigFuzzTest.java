package dev.interlock.mapping;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.util.List;

/** Whatever bytes stand in a configuration file, the answer is a configuration or a list of problems in that file. */
class ConfigFuzzTest {

    @FuzzTest(maxDuration = "1m")
    void any_file_gives_a_configuration_or_problems(byte[] bytes) {
        SourceFile any = new SourceFile("any.yaml", bytes);
        told(List.of(any));
        told(List.of(Files.file("interlock.yaml", Files.SETTINGS), any));
    }

    private static void told(List<SourceFile> files) {
        switch (ConfigReader.read(files, Files.ENVIRONMENT)) {
            case ConfigReading.Good good -> assertThat(good.configuration()).isNotNull();
            case ConfigReading.Bad bad ->
                assertThat(bad.problems())
                        .isNotEmpty()
                        .allSatisfy(problem -> assertThat(problem.toString())
                                .doesNotContain("very-secret-token")
                                .doesNotContain("\n"));
        }
    }
}
