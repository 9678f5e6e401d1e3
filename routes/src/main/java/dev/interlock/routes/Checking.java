package dev.interlock.routes;

import dev.interlock.mapping.RecordMapping;
import dev.interlock.plan.Shadow;
import dev.interlock.plan.Write;
import dev.interlock.record.Fate;
import dev.interlock.record.Observation;
import dev.interlock.record.RawFields;
import dev.interlock.record.SystemId;
import dev.interlock.routes.system.Outgoing;
import dev.interlock.stage.StagingStore;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
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

    private List<Optional<Observation>> lookUp(Parcels parcels) {
        Errands errands = parcels.errands();
        Outgoing outgoing = errands.system().handover();
        List<Optional<Observation>> found = new ArrayList<>();
        int size = outgoing.recordsPerCall(Write.Kind.UPDATE);
        List<Outgoing.Address> addresses = parcels.packed().stream()
                .map(packed -> packed.parcel().address())
                .toList();
        Set<String> columns = columns(errands.desk().mapping(), errands.system().id());
        for (int from = 0; from < addresses.size(); from += size) {
            found.addAll(outgoing.lookUp(new Outgoing.Question(
                    errands.desk().mapping().type(),
                    Claiming.place(errands),
                    columns,
                    addresses.subList(from, Math.min(addresses.size(), from + size)))));
            errands.tally().add(Tally.Of.LEAST_READS, outgoing.leastCalls(columns));
        }
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

    /** Every column that any lens reads, and our external key. */
    static Set<String> columns(RecordMapping mapping, SystemId system) {
        Set<String> columns = new LinkedHashSet<>();
        mapping.fields()
                .values()
                .forEach(field -> field.in(system)
                        .filter(dev.interlock.mapping.Binding::isRead)
                        .ifPresent(binding -> columns.addAll(binding.lens().columns())));
        mapping.place(system).flatMap(dev.interlock.mapping.Place::keyColumn).ifPresent(columns::add);
        return columns;
    }
}
