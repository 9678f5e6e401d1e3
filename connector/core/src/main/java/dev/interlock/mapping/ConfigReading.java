package dev.interlock.mapping;

import java.util.List;

/** What became of a set of configuration files. */
public sealed interface ConfigReading {

    /** They make sense, each alone and together. */
    record Good(Configuration configuration) implements ConfigReading {}

    /** They do not; these are all the problems of all the files, in the order of files and lines. */
    record Bad(List<ConfigProblem> problems) implements ConfigReading {
        public Bad {
            problems = List.copyOf(problems);
        }
    }
}
