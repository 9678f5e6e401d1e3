package dev.interlock.routes.system.rest;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import dev.interlock.mapping.ConfigProblem;
import dev.interlock.mapping.SourceFile;
import dev.interlock.mapping.Yaml;
import dev.interlock.mapping.YamlFile;
import dev.interlock.routes.system.Misconfigured;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Whatever bytes pose as the description of a REST service, they are one or are told to be wrong. */
class DescriptionFuzzTest {

    @FuzzTest(maxDuration = "1m")
    void any_description_is_read_or_told_to_be_wrong(byte[] bytes) {
        List<ConfigProblem> problems = new ArrayList<>();
        Yaml.Mapping yaml = YamlFile.read(new SourceFile("rest.yaml", bytes), Map.of(), problems);
        try {
            assertThat(DescriptionReader.read(yaml)).isNotNull();
        } catch (Misconfigured wrong) {
            assertThat(wrong.problems()).isNotEmpty();
        }
    }
}
