package dev.interlock.normalise;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;

/** Word lists that lie beside the class that reads them: one entry a line, {@code #} starts a comment. */
public final class WordList {

    private WordList() {}

    static List<String> lines(String name) {
        return beside(WordList.class, name);
    }

    /** The entries of a list of the product's own, without comments and blank lines. */
    public static List<String> beside(Class<?> reader, String name) {
        InputStream stream = Objects.requireNonNull(reader.getResourceAsStream(name), "no word list " + name);
        try (BufferedReader lines = new BufferedReader(new InputStreamReader(stream, StandardCharsets.UTF_8))) {
            return lines.lines()
                    .map(String::strip)
                    .filter(line -> !line.isEmpty() && !line.startsWith("#"))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException("the word list " + name + " cannot be read", e);
        }
    }
}
