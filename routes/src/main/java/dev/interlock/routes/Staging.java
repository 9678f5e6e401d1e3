package dev.interlock.routes;

import dev.interlock.match.MatchKey;
import dev.interlock.record.Observation;
import dev.interlock.record.RecordKey;
import dev.interlock.stage.Stage;
import dev.interlock.stage.Staged;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Last step: keep it. */
final class Staging {

    private Staging() {}

    static PlannedPage stage(PlannedPage page, Stage stage) {
        HeardPage heard = page.heard();
        heard.redirects().forEach(stage::redirect);
        stage.save(page.staged());
        stage.setAside(heard.aside());
        stage.settle(recovered(page));
        stage.settle(WriteAsides.withdrawn(page.staged()));
        stage.settle(WriteAsides.mergedAway(
                heard.redirects().keySet(), heard.arrived().desk().mapping().systems()));
        Set<MatchKey> keys = new HashSet<>();
        page.staged().stream().map(Staged::keys).forEach(keys::addAll);
        Set<RecordKey> linked = new HashSet<>(heard.linked());
        linked.addAll(heard.moved());
        if (!linked.isEmpty()) {
            stage.wake(linked, keys);
        }
        heard.arrived().tally().add(Tally.Of.QUARANTINED, heard.aside().size());
        return page;
    }

    /** Records that went through now were perhaps set aside before. */
    private static List<String> recovered(PlannedPage page) {
        Set<String> stillAside = new HashSet<>();
        page.heard().aside().forEach(record -> stillAside.add(record.traceKey()));
        return page.heard().news().stream()
                .filter(Observation::isLive)
                .flatMap(observation -> Asides.traceKeys(observation.key()).stream())
                .filter(key -> !stillAside.contains(key))
                .toList();
    }
}
