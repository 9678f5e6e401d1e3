package dev.interlock.app;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The program as a process of its own, as an operator starts it. It can be killed without a last word. */
final class Program {

    private static final Duration LONGEST = Duration.ofSeconds(180);
    private static final Path FOLDER = Path.of("target", "program-" + System.getProperty("interlock.fork", "1"));
    private static final Path SHARED = FOLDER.resolve("classes.jsa");
    private static final String CLASSES = classes();

    private final Process process;
    private final Path said;

    private Program(Process process, Path said) {
        this.process = process;
        this.said = said;
    }

    /** Starts a command on the configuration and the environment of the house, which must have let go of its store. */
    static Program start(House house, String command) {
        Path said = house.folder().resolve("child.log");
        List<String> line = List.of(
                ProcessHandle.current().info().command().orElse("java"),
                "-XX:TieredStopAtLevel=1",
                "-XX:+UseSerialGC",
                // The first one that ends by itself leaves its classes behind in a form that the next ones load at
                // once.
                "-XX:+AutoCreateSharedArchive",
                "-XX:SharedArchiveFile=" + SHARED,
                "-Xlog:disable",
                "-cp",
                CLASSES,
                Main.class.getName(),
                command,
                "--config",
                house.folder().resolve("config").toString());
        ProcessBuilder builder = new ProcessBuilder(line);
        builder.environment().putAll(house.environment());
        builder.redirectErrorStream(true);
        builder.redirectOutput(said.toFile());
        try {
            return new Program(builder.start(), said);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    /** Waits so long for its end; answers whether it has ended. */
    boolean endsWithin(Duration time) throws InterruptedException {
        return process.waitFor(time.toMillis(), TimeUnit.MILLISECONDS);
    }

    /** Its exit code, once it has ended by itself. */
    int exit() throws InterruptedException {
        if (!endsWithin(LONGEST)) {
            kill();
            throw new AssertionError("it does not end: " + said());
        }
        return process.exitValue();
    }

    /** Kills it with SIGKILL; answers whether that was its end, and not that it was done already. */
    boolean kill() throws InterruptedException {
        process.destroyForcibly();
        if (!endsWithin(LONGEST)) {
            throw new AssertionError("it cannot be killed");
        }
        return process.exitValue() == 128 + 9;
    }

    /** What it printed. */
    String said() {
        try {
            return Files.readString(said);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    /** The class path of this process, folders packed: the JVM shares classes of jars only. */
    private static String classes() {
        try {
            Files.createDirectories(FOLDER);
            Files.deleteIfExists(SHARED);
            List<String> packed = new ArrayList<>();
            String all = System.getProperty("surefire.test.class.path", System.getProperty("java.class.path", ""));
            for (String entry : Arrays.asList(all.split(System.getProperty("path.separator")))) {
                Path place = Path.of(entry);
                packed.add(Files.isDirectory(place) ? packed(place, packed.size()) : entry);
            }
            return packed.stream().collect(Collectors.joining(System.getProperty("path.separator")));
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    private static String packed(Path classes, int number) throws IOException {
        Path jar = FOLDER.resolve("classes-" + number + ".jar");
        try (OutputStream out = Files.newOutputStream(jar);
                JarOutputStream entries = new JarOutputStream(out);
                Stream<Path> files = Files.walk(classes)) {
            // The folders have entries of their own: migrations are looked for by their folder.
            for (Path each : files.filter(any -> !any.equals(classes)).toList()) {
                String name = classes.relativize(each).toString().replace('\\', '/');
                entries.putNextEntry(new JarEntry(Files.isDirectory(each) ? name + "/" : name));
                if (Files.isRegularFile(each)) {
                    Files.copy(each, entries);
                }
                entries.closeEntry();
            }
        }
        return jar.toString();
    }
}
