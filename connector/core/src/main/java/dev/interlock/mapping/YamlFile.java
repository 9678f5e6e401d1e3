package dev.interlock.mapping;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** A YAML file read on its own, such as the description of a REST service. */
public final class YamlFile {

    private YamlFile() {}

    /**
     * Reads a file that holds a mapping.
     *
     * @param problems gets what is wrong with it; an empty mapping is given then
     */
    public static Yaml.Mapping read(SourceFile file, Map<String, String> environment, List<ConfigProblem> problems) {
        List<ConfigProblem> found = new ArrayList<>();
        Yaml tree = new YamlReader(new Environment(environment))
                .read(file, found)
                .orElse(new Yaml.Mapping(List.of(), new Spot(file.name(), 0, 0)));
        problems.addAll(found);
        if (tree instanceof Yaml.Mapping mapping) {
            return mapping;
        }
        problems.add(tree.at().problem("the file must hold a mapping of keys to values"));
        return new Yaml.Mapping(List.of(), tree.at());
    }

    /**
     * Holds a tree against one of the published schemas.
     *
     * @param schema its file name in {@code config/schema}
     * @return everything in which it is not of that shape
     */
    public static List<ConfigProblem> check(Yaml tree, String schema) {
        return SchemaCheck.of(schema).problems(tree);
    }
}
