package dev.interlock.mapping;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Sees to it that no two fields write the same column of a system: the later would undo the earlier for ever. */
record Columns(List<ConfigProblem> problems) {

    void checkWrittenOnce(Yaml.Mapping file, Map<String, Field> fields) {
        Map<String, String> writers = new HashMap<>();
        fields.forEach((name, field) -> field.bindings().forEach((system, binding) -> {
            if (!binding.isWritten() || ProperLens.within(binding.lens()) instanceof SplitNameLens) {
                return;
            }
            for (String column : binding.lens().columns()) {
                String other = writers.putIfAbsent(system + " " + column, name);
                if (other != null) {
                    Yaml.Mapping bound = file.mapping("fields").mapping(name).mapping("systems");
                    Spot at = bound.get(system.name()).map(Yaml::at).orElse(bound.at());
                    problems.add(at.problem("the field '" + other + "' writes " + column + " of " + system
                            + " already; make one of them 'direction: in'"));
                }
            }
        }));
    }
}
