package dev.interlock.app.house;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** How types are called, and how long a file may be. */
final class WordsTest {

    private static final int MOST_LINES = 300;

    /** The root of the project, seen from this module. */
    private static final Path ROOT = Path.of("../..").toAbsolutePath().normalize();

    @Test
    void no_type_has_a_name_that_says_nothing() {
        noClasses()
                .should()
                .haveNameMatching(".*(Manager|Helper|Util|Utils|Impl|Base)")
                .check(House.shipped());
    }

    @Test
    void no_source_file_is_longer_than_three_hundred_lines() throws IOException {
        List<Path> sources = sources();
        assertThat(sources).as("sources below %s", ROOT).hasSizeGreaterThan(100);
        assertThat(sources.stream().filter(WordsTest::isTooLong).map(ROOT::relativize))
                .isEmpty();
    }

    private static List<Path> sources() throws IOException {
        try (Stream<Path> all = Files.walk(ROOT)) {
            return all.filter(WordsTest::isWrittenByHand).sorted().toList();
        }
    }

    private static boolean isWrittenByHand(Path file) {
        String path = ROOT.relativize(file).toString().replace('\\', '/');
        return path.endsWith(".java")
                && (path.contains("src/main/java/") || path.contains("src/test/java/"))
                && !path.contains("/target/")
                && !path.contains("generated");
    }

    private static boolean isTooLong(Path file) {
        try (Stream<String> lines = Files.lines(file, StandardCharsets.UTF_8)) {
            return lines.count() > MOST_LINES;
        } catch (IOException unreadable) {
            throw new java.io.UncheckedIOException(unreadable);
        }
    }
}
