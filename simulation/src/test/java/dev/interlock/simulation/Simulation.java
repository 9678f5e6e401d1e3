package dev.interlock.simulation;

import dev.interlock.mapping.Field;
import dev.interlock.plan.Conflict;
import dev.interlock.plan.Dossier;
import dev.interlock.routes.Order;
import dev.interlock.routes.Report;
import dev.interlock.stage.Quarantined;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Plays one schedule and looks after every step. */
final class Simulation {
    private static final Order EVERYTHING =
            new Order(Set.of(), Set.of(), Order.Reach.EVERYTHING, Order.Writes.HAND_OVER, Order.Deletes.GUARDED);
    private static final int MOST_ROUNDS = 4;
    private final World world;
    private final Engine engine;
    private final Ledgers ledgers;
    private final Watchdog watchdog;

    private Simulation(House house, Schedule schedule, Guise guise) {
        Dice dice = new Dice(schedule.seed() ^ 0x5DEECE66DL);
        World[] made = new World[1];
        this.ledgers = house.begin(() -> made[0].clock().instant());
        this.world = new World(Landscape.of(dice), guise, dice, ledgers);
        made[0] = world;
        this.engine = new Engine(house, world);
        this.watchdog = new Watchdog(world, ledgers);
    }

    /** How a schedule ended. */
    record Outcome(Optional<Violation> violation, List<String> log) {
        Outcome {
            log = List.copyOf(log);
        }
    }

    static Outcome play(House house, Schedule schedule, Guise guise) {
        Simulation simulation = new Simulation(house, schedule, guise);
        try {
            simulation.world.tell("landscape: " + simulation.world.landscape().shape());
            for (Act act : schedule.acts()) {
                simulation.world.tell("-- " + act);
                simulation.play(act);
            }
            simulation.settle();
            return new Outcome(Optional.empty(), simulation.world.log());
        } catch (Violation violation) {
            return new Outcome(Optional.of(violation), simulation.world.log());
        }
    }

    private void play(Act act) {
        Dice dice = act.dice();
        world.calls().arriveLate();
        world.clock().advance(Duration.ofMillis(dice.one(List.of(0, 0, 300, 5_000, 90_000, 400_000))));
        Users users = world.users();
        switch (act.kind()) {
            case CREATE -> users.create(dice);
            case TWIN -> users.twin(dice);
            case EDIT -> users.edit(dice);
            case CLASH -> users.clash(dice);
            case AGREE -> users.agree(dice);
            case DISJOINT -> users.disjoint(dice);
            case BURST -> users.burst(dice);
            case THERE_AND_BACK -> users.thereAndBack(dice);
            case BLANK -> users.blank(dice);
            case CHANGE_KEY -> users.changeKey(dice);
            case MERGE -> users.merge(dice);
            case DELETE -> users.delete(dice);
            case UNDELETE -> users.undelete(dice);
            case MASS_DELETE -> new Upheavals(world).massDelete(dice);
            case CONVERT -> new Upheavals(world).convert(dice);
            case SAME_KEY -> new Upheavals(world).sameKey(dice);
            case AMBIGUOUS -> new Upheavals(world).ambiguous(dice);
            case HIDE_RECORD -> new Upheavals(world).hideRecord(dice);
            case HIDE_ALL -> new Upheavals(world).hideAll(dice);
            case LOCK_OBJECT -> new Upheavals(world).lockObject(dice);
            case SHOW_RECORDS -> new Upheavals(world).showRecords();
            case HIDE_FIELD -> new Upheavals(world).hideField(dice);
            case SHOW_FIELDS -> world.hidden().clear();
            case FORBID -> world.forbidden().add(dice.one(List.of("same", "O'Brien & Söhne")));
            case ALLOW -> world.forbidden().clear();
            case FLOW -> world.flows().begin(dice);
            case END_FLOWS -> world.flows().end();
            case CHANGE_RULES -> world.change(dice);
            case RESOLVE -> resolve(dice);
            case SWING -> swing(dice, Duration.ofMinutes(5));
            case GRANULE -> swing(dice, Duration.ofMillis(10));
            case WAIT -> world.clock().advance(Duration.ofMinutes(dice.below(90)));
            case DRY_RUN -> dryRun();
            case REPLAY -> replay(dice);
            case SYNC -> run(dice, Weather.fair());
            case STORMY_SYNC -> run(dice, Weather.stormy(dice));
        }
    }

    private void run(Dice dice, Weather weather) {
        Optional<Report> report = engine.run(order(dice), weather);
        report.ifPresent(done -> watchdog.everythingIsInTheAudit(done.run()));
        watchdog.look();
        watchdog.nothingIsSkipped();
        if (report.isEmpty() && dice.chance(75)) {
            world.tell("what died is started again at once");
            run(dice, Weather.fair());
        }
    }

    /** F25: somebody replays some of what failed, whatever changed since. */
    private void replay(Dice dice) {
        List<Quarantined> failures =
                ledgers.quarantined().stream().filter(any -> dice.chance(60)).toList();
        if (failures.isEmpty()) {
            return;
        }
        if (dice.chance(50)) {
            engine.replay(failures, Weather.stormy(dice));
        } else {
            replayTwice(failures);
        }
        watchdog.look();
    }

    /** S11; what a flow makes of the first is news for the second. */
    private void replayTwice(List<Quarantined> failures) {
        world.clock().advance(Duration.ofSeconds(20));
        int edits = world.claims().count();
        engine.replay(failures, Weather.fair());
        long writes = world.oracle().writes();
        world.clock().advance(Duration.ofSeconds(20));
        engine.replay(failures, Weather.fair());
        Oracle.require(
                world.oracle().writes() == writes || world.claims().count() > edits,
                Invariant.S11,
                "a second replay wrote again");
    }

    /** S20. */
    private void dryRun() {
        String before = ledgers.everything();
        long writes = world.oracle().writes();
        engine.rehearse();
        Oracle.require(world.oracle().writes() == writes, Invariant.S20, "a dry run wrote to a system");
        Oracle.require(ledgers.everything().equals(before), Invariant.S20, "a dry run changed the store");
    }

    /** Most runs read what changed; some everything, and some one system only. */
    private static Order order(Dice dice) {
        int at = dice.below(100);
        if (at < 15) {
            return EVERYTHING;
        }
        return at < 30
                ? new Order(
                        Set.of(),
                        Set.of(dice.one(List.of(Landscape.SF, Landscape.HS, Landscape.PS))),
                        Order.Reach.CHANGES,
                        Order.Writes.HAND_OVER,
                        Order.Deletes.GUARDED)
                : Order.usual();
    }

    /** A, B, A, B, with a run after each. */
    private void swing(Dice dice, Duration pause) {
        List<SimRecord> partners = world.records(Landscape.PARTNER).stream()
                .filter(record ->
                        record.isLive() && !record.hidden && world.observed().contains(record))
                .toList();
        if (partners.isEmpty()) {
            return;
        }
        SimRecord record = dice.one(partners);
        for (String value : List.of("swing a", "swing b", "swing a", "swing b")) {
            if (record.isLive()) {
                world.users().set(record, "tier", value, dice);
                run(dice, Weather.fair());
                world.clock().advance(pause);
            }
        }
    }

    /** A person takes an open question from the inbox and answers it in the systems. */
    private void resolve(Dice dice) {
        // Nobody looks at three systems faster than an index catches up.
        world.clock().advance(Duration.ofSeconds(10));
        List<Dossier> asked = ledgers.dossiers().values().stream()
                .filter(dossier -> dossier.conflicts().values().stream().anyMatch(Simulation::isAsked))
                .toList();
        if (asked.isEmpty()) {
            return;
        }
        Dossier dossier = dice.one(asked);
        String name = dossier.conflicts().values().stream()
                .filter(Simulation::isAsked)
                .map(Conflict::field)
                .findFirst()
                .orElseThrow();
        Field field = world.landscape().field(dossier.golden().type(), name);
        dossier.shadows().values().stream()
                .filter(shadow -> shadow.isLive() && field.in(shadow.system()).isPresent())
                .flatMap(shadow ->
                        Optional.ofNullable(world.system(shadow.system())
                                        .records
                                        .get(shadow.key().id()))
                                .stream())
                .filter(SimRecord::isLive)
                .findFirst()
                .ifPresent(record -> world.users().resolve(record, field, dice));
    }

    /** A mere notice asks nothing. */
    private static boolean isAsked(Conflict conflict) {
        return conflict.freezes() && !conflict.field().equals(Conflict.WHOLE_RECORD);
    }

    /** No faults any more: L1 to L4. */
    private void settle() {
        world.tell("-- fair weather from now on");
        new Upheavals(world).showRecords();
        world.hidden().clear();
        world.flows().end();
        if (!world.forbidden().isEmpty()) {
            nothingElseIsDelayed();
        }
        world.forbidden().clear();
        calmRun(Order.usual());
        calmRun(Order.usual());
        calmRun(EVERYTHING);
        long before = -1;
        for (int i = 0; i < MOST_ROUNDS && before != world.oracle().writes(); i++) {
            before = world.oracle().writes();
            calmRun(Order.usual());
        }
        before = world.oracle().writes();
        Report last = calmRun(Order.usual());
        Oracle.require(
                world.oracle().writes() == before,
                Invariant.L2,
                (world.oracle().writes() - before) + " writes in a round with no edit");
        Oracle.require(last.converged() || !last.troubles().isEmpty(), Invariant.L1, "the last run did not converge");
        nothingIsParked();
        new Settled(world, ledgers).look();
        Oracle.require(
                world.oracle().writes() <= world.mostWrites(),
                Invariant.L3,
                world.oracle().writes() + " writes for " + world.claims().count() + " edits");
    }

    /** S9: while something is refused, everything else comes in step. */
    private void nothingElseIsDelayed() {
        calmRun(Order.usual());
        calmRun(EVERYTHING);
        calmRun(Order.usual());
        calmRun(Order.usual());
        try {
            new Settled(world, ledgers).look();
        } catch (Violation late) {
            throw new Violation(Invariant.S9, "while something else is refused, " + late.getMessage());
        }
    }

    private Report calmRun(Order order) {
        world.clock().advance(Duration.ofMinutes(10));
        Report report = engine.run(order, Weather.fair())
                .orElseThrow(() -> new Violation(Invariant.L4, "a run without faults did not end"));
        watchdog.everythingIsInTheAudit(report.run());
        watchdog.look();
        return report;
    }

    /** L4. */
    private void nothingIsParked() {
        Set<String> told = new java.util.HashSet<>();
        ledgers.quarantined().forEach(aside -> told.add(aside.traceKey()));
        for (Ledgers.IntentRow row : ledgers.intents()) {
            boolean done = switch (row.status()) {
                case CONFIRMED, WITHDRAWN -> true;
                case PLANNED, SENT, UNKNOWN, FAILED -> false;
            };
            boolean held = row.kind().equals("DELETE") && row.status() == dev.interlock.stage.Intent.Status.PLANNED;
            Oracle.require(
                    done
                            || held
                            || row.status() != dev.interlock.stage.Intent.Status.FAILED
                                    && told.contains("write " + row.entity() + " " + row.system()),
                    Invariant.L4,
                    "intent " + row + " is parked and nobody is told");
        }
    }
}
