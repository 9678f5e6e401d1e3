package dev.interlock.routes;

import dev.interlock.plan.Shadow;
import dev.interlock.plan.Write;
import dev.interlock.record.Fate;
import dev.interlock.record.Observation;
import dev.interlock.record.RawFields;
import dev.interlock.stage.StagingStore;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.camel.ProducerTemplate;

/**
 * Read, compare, write: just before a record is changed it is read once more. If it is not what it was believed to be, the
 * new observation goes its journey instead, and the write is planned anew from it. No system offers a conditional write for
 * batches, so what remains is the moment between this reading and the write.
 */
final class Checking {

    private final StagingStore store;
    private final ProducerTemplate camel;

    Checking(StagingStore store, ProducerTemplate camel) {
        this.store = store;
        this.camel = camel;
    }

    Parcels check(Parcels parcels) {
        if (parcels.kind() == Write.Kind.CREATE || parcels.packed().isEmpty()) {
            return parcels;
        }
        List<Optional<Observation>> present = lookUp(parcels);
        List<Parcels.Packed> unchanged = new ArrayList<>();
        List<Observation> news = new ArrayList<>();
        for (int i = 0; i < present.size(); i++) {
            Parcels.Packed packed = parcels.packed().get(i);
            Shadow shadow = shadow(parcels, packed);
            Observation seen = present.get(i).orElseGet(() -> missing(shadow));
            if (seen.isLive() && shadow.raw().with(seen.fields()).equals(shadow.raw())) {
                unchanged.add(packed);
            } else {
                news.add(seen);
            }
        }
        if (!news.isEmpty()) {
            Errands errands = parcels.errands();
            Arrival arrival = new Arrival(camel, errands.system(), errands.desk(), errands.tally());
            arrival.of(news, ArrivedPage.Attention.NEWS);
            arrival.complete();
        }
        return parcels.with(unchanged).heardAnew(news.size());
    }

    private static List<Optional<Observation>> lookUp(Parcels parcels) {
        Errands errands = parcels.errands();
        Inquiry inquiry = new Inquiry(errands.system(), errands.desk());
        List<Optional<Observation>> found = inquiry.ask(parcels.packed().stream()
                .map(packed -> packed.parcel().address())
                .toList());
        errands.tally().add(Tally.Of.LEAST_READS, inquiry.leastCalls(found.size()));
        return found;
    }

    private static Shadow shadow(Parcels parcels, Parcels.Packed packed) {
        return Optional.ofNullable(
                        parcels.dossiers().get(packed.intent().write().entity()))
                .flatMap(dossier -> Optional.ofNullable(
                        dossier.shadows().get(parcels.errands().system().id())))
                .orElseThrow(() -> new IllegalStateException("nothing is known of the record of "
                        + packed.intent().write().entity()));
    }

    private static Observation missing(Shadow shadow) {
        return new Observation(
                shadow.key(), new Fate.Gone(Fate.Evidence.MISSING), RawFields.NONE, Instant.EPOCH, Instant.MAX);
    }
}
