package dev.interlock.house;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Files, methods and parameter lists stay small enough to be read in one go. */
class SizeTest {

    private static final Path SOURCES = Path.of("src", "main", "java");
    private static final int FILE_LINES = 300;
    private static final int METHOD_LINES = 30;
    private static final int PARAMETERS = 4;

    @Test
    void no_file_is_longer_than_three_hundred_lines() {
        assertThat(found(source -> Stream.of(source.lines().count())
                        .filter(lines -> lines > FILE_LINES)
                        .map(lines -> lines + " lines")))
                .isEmpty();
    }

    @Test
    void no_method_is_longer_than_thirty_lines() {
        assertThat(found(source -> MethodShape.of(source).stream()
                        .filter(method -> method.lines() > METHOD_LINES)
                        .map(MethodShape::toString)))
                .isEmpty();
    }

    @Test
    void no_method_takes_more_than_four_parameters() {
        assertThat(found(source -> MethodShape.of(source).stream()
                        .filter(method -> method.parameters() > PARAMETERS)
                        .map(MethodShape::toString)))
                .isEmpty();
    }

    @Test
    void methods_are_found_and_measured() {
        String source = """
                record Point(int a, int b, int c, int d, int e) {
                    Point(int a) {
                        this(a, 0, 0, 0, 0);
                    }
                    /** if (this) { */
                    static Map<String, Integer> sum(Map<String, Integer> some, int b, int c, int d, int e) {
                        if (b > 0) {
                            return of("}", '{');
                        }
                        return new Point(1) { };
                    }
                    public void run() throws Exception {}
                }
                """;

        assertThat(MethodShape.of(source)).containsExactly(new MethodShape("sum", 5, 4), new MethodShape("run", 0, 0));
    }

    private static List<String> found(Function<String, Stream<String>> problems) {
        try (Stream<Path> files = Files.walk(SOURCES)) {
            return files.filter(file -> file.toString().endsWith(".java"))
                    .flatMap(file -> problems.apply(read(file)).map(problem -> file.getFileName() + ": " + problem))
                    .sorted()
                    .toList();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
