package dev.interlock.routes;

import com.google.common.hash.Hasher;
import com.google.common.hash.Hashing;
import dev.interlock.mapping.Rendered;
import dev.interlock.plan.Dossier;
import dev.interlock.plan.Pending;
import dev.interlock.plan.Shadow;
import dev.interlock.plan.Write;
import dev.interlock.record.EntityId;
import dev.interlock.record.FieldValue;
import dev.interlock.record.FieldValueText;
import dev.interlock.record.RawFields;
import dev.interlock.record.SystemId;
import dev.interlock.routes.Forecast.Outcome;
import dev.interlock.stage.Cause;
import dev.interlock.stage.Quarantined;
import dev.interlock.stage.Stage;
import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/** Reads off the store, after everything was planned anew, what would become of each failure. */
final class Foreseeing {

    private final Workplace place;
    private final Stage stage;
    private final Map<EntityId, Dossier> dossiers;
    private final Map<String, EntityId> entities;
    private final Map<String, Quarantined> stillAside;

    /**
     * @param entities of failures, by trace key
     * @param stillAside failures as they are now, by trace key
     */
    Foreseeing(Workplace place, Stage stage, Map<String, EntityId> entities, Map<String, Quarantined> stillAside) {
        this.place = place;
        this.stage = stage;
        this.entities = entities;
        this.dossiers = stage.dossiers(entities.values());
        this.stillAside = stillAside;
    }

    Forecast.Row row(Quarantined failure) {
        Optional<Dossier> dossier =
                Optional.ofNullable(entities.get(failure.traceKey())).map(dossiers::get);
        Verdict verdict =
                failure.cause().step() == Cause.Step.WRITE ? write(failure, dossier) : reading(failure, dossier);
        boolean changed = dossier.filter(known -> known.shadows().values().stream()
                        .anyMatch(shadow -> shadow.changedAt().isAfter(failure.last())))
                .isPresent();
        return new Forecast.Row(
                failure.traceKey(),
                failure.id(),
                verdict.outcome(),
                verdict.why(),
                changed,
                digest(failure, dossier, verdict));
    }

    private record Verdict(Outcome outcome, String why) {}

    private Verdict write(Quarantined failure, Optional<Dossier> dossier) {
        SystemId system = failure.cause().system();
        Optional<Write> wanted = dossier.flatMap(known -> planned(known, system));
        if (wanted.isEmpty()) {
            boolean contested =
                    dossier.filter(known -> !known.conflicts().isEmpty()).isPresent();
            return contested
                    ? new Verdict(
                            Outcome.CONFLICT,
                            "a person decides first: "
                                    + dossier.orElseThrow().conflicts().keySet())
                    : new Verdict(Outcome.NOTHING, "nothing is owed any more");
        }
        Rendered rendered = render(wanted.get(), dossier.orElseThrow());
        if (!rendered.unwritable().isEmpty()) {
            return new Verdict(Outcome.INVALID, new TreeMap<>(rendered.unwritable()).toString());
        }
        if (!rendered.unlinked().isEmpty()) {
            return new Verdict(
                    Outcome.INVALID,
                    "waits for a record that is not there: "
                            + rendered.unlinked().keySet());
        }
        boolean same = failure.evidence().payload().equals(WriteAsides.payload(wanted.get()));
        return new Verdict(
                outcome(wanted.get()), same ? "the same as was refused: goes through once the cause is mended" : "");
    }

    private static Optional<Write> planned(Dossier dossier, SystemId system) {
        return Optional.ofNullable(dossier.pending().get(system))
                .filter(pending -> pending.progress() == Pending.Progress.PLANNED)
                .map(Pending::write);
    }

    private Rendered render(Write write, Dossier dossier) {
        RawFields current = Optional.ofNullable(dossier.shadows().get(write.system()))
                .map(Shadow::raw)
                .orElse(RawFields.NONE);
        Set<EntityId> parents = new HashSet<>();
        KnownLinks.pointedAt(write.fields()).forEach(parents::add);
        KnownLinks links = new KnownLinks(Map.of(), stage.dossiers(parents));
        return place.desk(write.type()).translation().render(write.system(), write.fields(), current, links);
    }

    private static Outcome outcome(Write write) {
        return switch (write.kind()) {
            case CREATE -> Outcome.CREATE;
            case UPDATE -> Outcome.UPDATE;
            case DELETE -> Outcome.DELETE;
        };
    }

    private Verdict reading(Quarantined failure, Optional<Dossier> dossier) {
        Quarantined still = stillAside.get(failure.traceKey());
        if (still != null) {
            return new Verdict(Outcome.INVALID, still.cause().message());
        }
        List<Write> writes = dossier.stream()
                .flatMap(known -> known.pending().keySet().stream().flatMap(system -> planned(known, system).stream()))
                .toList();
        boolean creates = writes.stream().anyMatch(write -> write.kind() == Write.Kind.CREATE);
        return new Verdict(
                writes.isEmpty() ? Outcome.NOTHING : creates ? Outcome.CREATE : Outcome.UPDATE,
                writes.isEmpty() ? "it is understood now, and nothing is owed" : "");
    }

    /** The versions of the record and what would be written; no identity that a rehearsal makes anew is in it. */
    private String digest(Quarantined failure, Optional<Dossier> dossier, Verdict verdict) {
        Hasher hasher = Hashing.sha256().newHasher();
        text(hasher, failure.attempts() + " " + verdict.outcome());
        dossier.ifPresent(known -> {
            known.shadows().values().forEach(shadow -> text(hasher, shadow.key() + " " + shadow.changedAt()));
            known.golden().values().forEach((name, value) -> text(hasher, name + "=" + shown(value)));
            known.pending()
                    .forEach((system, pending) -> pending.write()
                            .fields()
                            .forEach((name, value) -> text(hasher, system + " " + name + "=" + shown(value))));
        });
        return hasher.hash().toString().substring(0, 16);
    }

    private static void text(Hasher hasher, String text) {
        hasher.putInt(text.length()).putString(text, StandardCharsets.UTF_8);
    }

    private static String shown(FieldValue value) {
        return value instanceof FieldValue.Link ? "(linked)" : FieldValueText.write(value);
    }
}
