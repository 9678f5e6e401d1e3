package dev.interlock.mapping;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.util.ArrayList;
import java.util.List;

/** A YAML file read on its own gives a mapping or problems, and any mapping can be held against a schema. */
class YamlFileFuzzTest {

    @FuzzTest(maxDuration = "1m")
    void any_file_gives_a_mapping_or_problems(byte[] bytes) {
        List<ConfigProblem> problems = new ArrayList<>();
        Yaml.Mapping read = YamlFile.read(new SourceFile("any.yaml", bytes), Files.ENVIRONMENT, problems);
        if (read.entries().isEmpty() && problems.isEmpty()) {
            assertThat(read.line()).isPositive();
        }
        YamlFile.check(read, "rest.schema.json");
        YamlFile.check(read, "record.schema.json");
        YamlFile.check(read, "interlock.schema.json");
    }
}
