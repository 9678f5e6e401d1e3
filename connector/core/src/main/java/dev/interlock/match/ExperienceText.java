package dev.interlock.match;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** How an {@link Experience} is written down: a line for each thing that is known. */
public final class ExperienceText {

    private static final String VERSION = "interlock-experience 1";

    private ExperienceText() {}

    public static String write(Experience experience) {
        List<String> lines = new ArrayList<>();
        lines.add(VERSION);
        lines.add(experience.signature());
        lines.add(Double.toString(experience.prior()));
        for (int part = 0; part < experience.same().size(); part++) {
            lines.add("part " + numbers(experience.same().get(part)) + "/"
                    + numbers(experience.other().get(part)));
        }
        for (Counts counts : experience.counts()) {
            lines.add("values " + counts.filled());
            counts.common().forEach((value, count) -> lines.add(count + "\t" + value));
        }
        return String.join("\n", lines);
    }

    private static String numbers(List<Double> chances) {
        return chances.stream().map(Object::toString).collect(Collectors.joining(" "));
    }

    /** Reads what {@link #write} wrote; empty if it is of another version. */
    public static Optional<Experience> read(String text) {
        List<String> lines = List.of(text.split("\n", -1));
        if (lines.size() < 3 || !lines.getFirst().equals(VERSION)) {
            return Optional.empty();
        }
        List<List<Double>> same = new ArrayList<>();
        List<List<Double>> other = new ArrayList<>();
        List<Counts> counts = new ArrayList<>();
        Map<String, Integer> common = new TreeMap<>();
        int filled = -1;
        for (String line : lines.subList(3, lines.size())) {
            if (line.startsWith("part ")) {
                String[] halves = line.substring(5).split("/", -1);
                same.add(chances(halves[0]));
                other.add(chances(halves[1]));
            } else if (line.startsWith("values ")) {
                keep(filled, common, counts);
                filled = Integer.parseInt(line.substring(7));
            } else {
                int tab = line.indexOf('\t');
                common.put(line.substring(tab + 1), Integer.valueOf(line.substring(0, tab)));
            }
        }
        keep(filled, common, counts);
        return Optional.of(new Experience(lines.get(1), Double.parseDouble(lines.get(2)), same, other, counts));
    }

    private static void keep(int filled, Map<String, Integer> common, List<Counts> into) {
        if (filled >= 0) {
            into.add(new Counts(filled, common));
            common.clear();
        }
    }

    private static List<Double> chances(String text) {
        List<Double> chances = new ArrayList<>();
        for (String each : text.split(" ", -1)) {
            chances.add(Double.valueOf(each));
        }
        return chances;
    }
}
