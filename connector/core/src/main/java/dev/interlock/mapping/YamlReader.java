package dev.interlock.mapping;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Parse;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.ReaderException;

/** Reads one file into a tree. No file, however hostile, gets more out of it than problems. */
record YamlReader(Environment environment) {

    /** The largest real file has a few kilobytes; parsing megabytes takes seconds before it fails. */
    private static final int MOST_BYTES = 256 * 1024;

    /** The tree; empty if there is none, and then a problem says why. */
    Optional<Yaml> read(SourceFile file, List<ConfigProblem> problems) {
        Optional<String> text = decode(file, problems);
        if (text.isEmpty()) {
            return Optional.empty();
        }
        Optional<Yaml> tree = parse(file.name(), text.get(), problems);
        if (tree.isEmpty()
                && problems.stream().noneMatch(problem -> problem.file().equals(file.name()))) {
            problems.add(whole(file.name(), "the file is empty"));
        }
        return tree;
    }

    private Optional<Yaml> parse(String name, String text, List<ConfigProblem> problems) {
        LoadSettings settings = LoadSettings.builder()
                .setLabel(name)
                .setCodePointLimit(MOST_BYTES)
                .setParseComments(false)
                .build();
        try {
            return new YamlTree(
                            name,
                            environment,
                            new Parse(settings).parseString(text).iterator(),
                            problems)
                    .document();
        } catch (YamlTree.Refused refused) {
            problems.add(refused.problem());
        } catch (MarkedYamlEngineException syntax) {
            problems.add(
                    YamlTree.spot(name, syntax.getProblemMark()).problem("this is no YAML: " + syntax.getProblem()));
        } catch (ReaderException letter) {
            problems.add(at(name, text, letter.getPosition()).problem("this character is not allowed in YAML"));
        } catch (RuntimeException | StackOverflowError broken) {
            // The parser lets raw exceptions out on broken tags and overflows on deep nesting.
            problems.add(whole(
                    name,
                    "the file cannot be read as YAML (" + broken.getClass().getSimpleName() + ")"));
        }
        return Optional.empty();
    }

    private static Optional<String> decode(SourceFile file, List<ConfigProblem> problems) {
        byte[] bytes = file.content();
        if (bytes.length > MOST_BYTES) {
            problems.add(
                    whole(file.name(), "the file has " + bytes.length + " bytes; at most " + MOST_BYTES + " are read"));
            return Optional.empty();
        }
        CharsetDecoder decoder = StandardCharsets.UTF_8
                .newDecoder()
                .onMalformedInput(CodingErrorAction.REPORT)
                .onUnmappableCharacter(CodingErrorAction.REPORT);
        try {
            String text = decoder.decode(ByteBuffer.wrap(bytes)).toString();
            String bare = text.startsWith("\ufeff") ? text.substring(1) : text;
            int nul = bare.indexOf('\0');
            if (nul >= 0) {
                problems.add(at(file.name(), bare, nul).problem("there is a NUL byte; save the file as UTF-8 text"));
                return Optional.empty();
            }
            return Optional.of(bare);
        } catch (CharacterCodingException notUtf8) {
            problems.add(whole(file.name(), "the file is not UTF-8; save it as UTF-8"));
            return Optional.empty();
        }
    }

    private static Spot at(String name, String text, int index) {
        String before = text.substring(0, Math.min(Math.max(index, 0), text.length()));
        int line = (int) before.chars().filter(letter -> letter == '\n').count() + 1;
        return new Spot(name, line, before.length() - before.lastIndexOf('\n'));
    }

    private static ConfigProblem whole(String name, String what) {
        return new ConfigProblem(name, 0, 0, what, Optional.empty());
    }
}
