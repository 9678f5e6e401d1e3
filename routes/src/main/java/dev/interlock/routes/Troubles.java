package dev.interlock.routes;

import dev.interlock.deliver.Catalogue;
import dev.interlock.deliver.Remedy;
import dev.interlock.record.RecordType;
import dev.interlock.record.SystemId;
import dev.interlock.routes.system.Trouble;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What went wrong in one run, told once each; and who asked to be left alone for a while. */
final class Troubles {

    private final Workplace place;
    private final List<Report.Mishap> all = new ArrayList<>();

    Troubles(Workplace place) {
        this.place = place;
    }

    List<Report.Mishap> all() {
        return all;
    }

    void add(String what, Optional<Trouble.Kind> kind) {
        Report.Mishap mishap = new Report.Mishap(what, kind);
        if (!all.contains(mishap)) {
            all.add(mishap);
        }
    }

    /** S23: whoever asked to be left alone is not called before that is over, be it in this run or in a later one. */
    boolean isLeftAlone(SystemId system, RecordType type) {
        Instant now = place.clock().instant();
        Optional<Instant> until = place.store().inTransaction(stage -> Pauses.notBefore(system, now, stage));
        until.map(end -> Duration.between(now, end)).filter(Pauses::isShort).ifPresent(place.pause());
        Optional<Instant> end = until.filter(any -> any.isAfter(place.clock().instant()));
        end.map(any -> new Pauses.Pause(system, "asked to be left alone", any))
                .ifPresent(pause -> add(system + " " + type + ": " + pause, Optional.of(Trouble.Kind.LIMIT)));
        return end.isPresent();
    }

    /** A limit is a pause, and what is told of it is when it is over. */
    void met(SystemId system, RecordType type, Trouble trouble) {
        String what = system + " " + type + ": " + trouble.told();
        String remedy = explained(system, trouble);
        Instant now = place.clock().instant();
        if (trouble.kind() != Trouble.Kind.LIMIT) {
            add(what + remedy, Optional.of(trouble.kind()));
            return;
        }
        Pauses.Pause pause = Pauses.of(system, trouble, now);
        place.store().inTransaction(stage -> {
            Pauses.keep(pause, now, stage);
            trouble.after().ifPresent(length -> Pauses.asked(system, length, now, stage));
            return pause;
        });
        add(what + "; " + pause + remedy, Optional.of(trouble.kind()));
    }

    /** Which entry of the catalogue says what to do; nothing where none knows the code. */
    private String explained(SystemId system, Trouble trouble) {
        Remedy remedy = Catalogue.shipped().remedy(place.settings(system).vendor(), trouble.failure());
        return remedy.kind() == Remedy.Kind.UNKNOWN ? "" : " (see 'interlock failures explain " + remedy.id() + "')";
    }
}
