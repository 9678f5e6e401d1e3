package dev.interlock.mapping;

import dev.interlock.mapping.Yaml.Entry;
import dev.interlock.mapping.Yaml.Mapping;
import dev.interlock.mapping.Yaml.Scalar;
import dev.interlock.mapping.Yaml.Sequence;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.snakeyaml.engine.v2.events.AliasEvent;
import org.snakeyaml.engine.v2.events.CollectionStartEvent;
import org.snakeyaml.engine.v2.events.Event;
import org.snakeyaml.engine.v2.events.MappingStartEvent;
import org.snakeyaml.engine.v2.events.NodeEvent;
import org.snakeyaml.engine.v2.events.ScalarEvent;
import org.snakeyaml.engine.v2.events.SequenceStartEvent;
import org.snakeyaml.engine.v2.exceptions.Mark;

/** Builds the tree of one file out of the parser's events, and refuses what configuration has no use for. */
final class YamlTree {

    /** Our deepest file has seven levels. */
    private static final int DEEPEST = 32;

    private final String file;
    private final Environment environment;
    private final Iterator<Event> events;
    private final List<ConfigProblem> problems;

    YamlTree(String file, Environment environment, Iterator<Event> events, List<ConfigProblem> problems) {
        this.file = file;
        this.environment = environment;
        this.events = events;
        this.problems = problems;
    }

    /** The first document; a second one is a problem. Empty if there is none. */
    Optional<Yaml> document() {
        Optional<Yaml> first = Optional.empty();
        while (events.hasNext()) {
            Event event = events.next();
            boolean isContent = event instanceof NodeEvent;
            if (isContent && first.isPresent()) {
                throw new Refused(
                        spot(event).problem("a file holds one document only; remove everything from '---' on"));
            }
            if (isContent) {
                first = Optional.of(node(event, 0));
            }
        }
        return first;
    }

    private Yaml node(Event event, int depth) {
        Spot at = spot(event);
        if (depth > DEEPEST) {
            throw new Refused(at.problem("nested more than " + DEEPEST + " levels deep"));
        }
        refuseTricks(event, at);
        return switch (event) {
            case MappingStartEvent mapping -> mapping(at, depth);
            case SequenceStartEvent sequence -> sequence(at, depth);
            case ScalarEvent scalar ->
                new Scalar(environment.fill(scalar.getValue(), at, problems), scalar.getValue(), scalar.isPlain(), at);
            default -> throw new Refused(at.problem("this is no value"));
        };
    }

    private void refuseTricks(Event event, Spot at) {
        if (event instanceof AliasEvent alias) {
            throw new Refused(at.problem("aliases (*" + alias.getAlias() + ") are not allowed: write the value out"));
        }
        if (event instanceof NodeEvent node && node.getAnchor().isPresent()) {
            throw new Refused(at.problem("anchors (&" + node.getAnchor().get() + ") are not allowed"));
        }
        Optional<String> tag = switch (event) {
            case ScalarEvent scalar -> scalar.getTag();
            case CollectionStartEvent collection -> collection.getTag();
            default -> Optional.empty();
        };
        if (tag.isPresent()) {
            throw new Refused(at.problem("tags (" + tag.get() + ") are not allowed"));
        }
    }

    private Mapping mapping(Spot at, int depth) {
        List<Entry> entries = new ArrayList<>();
        Map<String, Spot> seen = new HashMap<>();
        for (Event event = events.next(); !isEnd(event); event = events.next()) {
            Yaml key = node(event, depth + 1);
            Yaml value = node(events.next(), depth + 1);
            if (!(key instanceof Scalar name)) {
                throw new Refused(key.at().problem("a key is a single word, not " + key.shape()));
            }
            Spot first = seen.putIfAbsent(name.text(), name.at());
            if (first == null) {
                entries.add(new Entry(name, value));
            } else {
                problems.add(name.at()
                        .problem("the key '" + name.written() + "' stands here a second time; it is already in line "
                                + first.line()));
            }
        }
        return new Mapping(entries, at);
    }

    private Sequence sequence(Spot at, int depth) {
        List<Yaml> items = new ArrayList<>();
        for (Event event = events.next(); !isEnd(event); event = events.next()) {
            items.add(node(event, depth + 1));
        }
        return new Sequence(items, at);
    }

    private static boolean isEnd(Event event) {
        return event.getEventId() == Event.ID.MappingEnd || event.getEventId() == Event.ID.SequenceEnd;
    }

    private Spot spot(Event event) {
        return spot(file, event.getStartMark());
    }

    static Spot spot(String file, Optional<Mark> mark) {
        return mark.map(known -> new Spot(file, known.getLine() + 1, known.getColumn() + 1))
                .orElse(new Spot(file, 1, 1));
    }

    /** Reading this file makes no sense any more. Never leaves {@link YamlReader}. */
    static final class Refused extends RuntimeException {
        private static final long serialVersionUID = 1L;
        private final transient ConfigProblem problem;

        Refused(ConfigProblem problem) {
            super(problem.what());
            this.problem = problem;
        }

        ConfigProblem problem() {
            return problem;
        }
    }
}
