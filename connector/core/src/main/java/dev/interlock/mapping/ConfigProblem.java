package dev.interlock.mapping;

import java.util.Optional;

/**
 * One mistake in a configuration file.
 *
 * @param file the file, as the operator named it
 * @param line counted from 1; 0 if the whole file is meant
 * @param column counted from 1
 * @param what what is wrong, in one sentence
 * @param didYouMean the nearest thing that would be right
 */
public record ConfigProblem(String file, int line, int column, String what, Optional<String> didYouMean) {

    private static final int LONGEST = 600;

    /** What files say is shown to people on terminals, so nothing but letters gets through, and not without end. */
    public ConfigProblem {
        String shown = what.replaceAll("\\p{Cntrl}|\\p{Cf}", "\ufffd");
        what = shown.length() <= LONGEST ? shown : shown.substring(0, LONGEST) + "...";
    }

    @Override
    public String toString() {
        String place = line == 0 ? file : file + ":" + line + ":" + column;
        return place + " " + what
                + didYouMean.map(near -> " (did you mean '" + near + "'?)").orElse("");
    }
}
