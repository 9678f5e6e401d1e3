package dev.interlock.benchmark;

import dev.interlock.sandbox.market.Market;
import dev.interlock.sandbox.market.Sheet;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Made-up leads, with the pairs that are one.
 *
 * @param columns what the cells of each row are; the first is the id, the second the system
 * @param truth pairs of ids, as {@link Score#pair} writes them
 */
record Leads(List<String> columns, List<List<String>> rows, Set<String> truth) {

    /** Of as many records of a market there are about half leads. */
    static Leads made(long seed, int about) {
        Sheet sheet = Market.of(seed, about * 2).sheets().stream()
                .filter(each -> each.name().equals("leads"))
                .findFirst()
                .orElseThrow();
        List<List<String>> rows = new ArrayList<>();
        Map<String, List<String>> byEntity = new HashMap<>();
        for (Sheet.Row row : sheet.rows()) {
            rows.add(row.values());
            byEntity.computeIfAbsent(row.entity(), any -> new ArrayList<>())
                    .add(row.values().getFirst());
        }
        Set<String> truth = new HashSet<>();
        byEntity.values().forEach(ids -> {
            for (int one = 0; one < ids.size(); one++) {
                for (int other = 0; other < one; other++) {
                    truth.add(Score.pair(ids.get(one), ids.get(other)));
                }
            }
        });
        return new Leads(sheet.columns(), rows, truth);
    }
}
