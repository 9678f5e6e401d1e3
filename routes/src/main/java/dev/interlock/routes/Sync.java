package dev.interlock.routes;

import dev.interlock.mapping.Configuration;
import dev.interlock.record.RecordType;
import dev.interlock.record.SystemId;
import dev.interlock.routes.system.ConnectedSystem;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * One run: settle what an earlier process left open, read what changed in every system, plan, hand over, and read back what
 * was written where it would not fit into one page of the next reading. Rounds go on until one has nothing to write.
 */
public final class Sync {

    private final Workplace place;

    public Sync(Workplace place) {
        this.place = place;
    }

    /** Runs, and tells what was done. A system that fails is reported; the others go on. */
    public Report run(String run, Order order, Watch watch) {
        Instant started = place.clock().instant();
        Renewal renewal = new Renewal(place);
        Order reaching = renewal.begin(order);
        Round round = new Round(place, reaching, watch);
        round.settleUnknowns();
        round.readAll();
        if (reaching.reach() == Order.Reach.EVERYTHING) {
            new LookingAgain(place).atAll(round);
        } else {
            new LookingAgain(place).atDecided(round);
        }
        if (round.troubles().isEmpty() && order.isWhole()) {
            renewal.end();
        }
        round.replanAll();
        boolean quiet = order.writes() == Order.Writes.STAGE_ONLY;
        int mostRounds = place.configuration().settings().safety().replansPerRun();
        for (int i = 0; !quiet && i < mostRounds; i++) {
            quiet = oneRound(round);
        }
        Duration took = Duration.between(started, place.clock().instant());
        return new Report(run, quiet && round.troubles().isEmpty(), lines(round), round.troubles(), took);
    }

    /** Answers whether the round had nothing to do. */
    private static boolean oneRound(Round round) {
        long done = round.handOverAll();
        round.awaitUnknowns();
        boolean readAgain = round.readBack();
        long replanned = round.replanAll();
        return done == 0 && replanned == 0 && !readAgain;
    }

    private List<Report.Line> lines(Round round) {
        List<Report.Line> lines = new ArrayList<>();
        Configuration configuration = place.configuration();
        for (RecordType type : configuration.inOrder()) {
            for (SystemId system : place.mapping(type).systems()) {
                if (round.includes(type)) {
                    lines.add(line(round, type, place.system(system)));
                }
            }
        }
        return lines;
    }

    private static Report.Line line(Round round, RecordType type, ConnectedSystem system) {
        Tally tally = round.tally(system.id(), type);
        Map<RecordType, Long> calls = system.line().calls();
        long made = calls.getOrDefault(type, 0L) - round.callsBefore(system.id(), type);
        long least = tally.of(Tally.Of.LEAST_READS) + tally.of(Tally.Of.LEAST_WRITES);
        return new Report.Line(system.id(), type, tally, made, least, round.spent(system.id(), type));
    }
}
