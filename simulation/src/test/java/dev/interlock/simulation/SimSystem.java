package dev.interlock.simulation;

import dev.interlock.mapping.RecordMapping;
import dev.interlock.mapping.SystemSettings.Budget;
import dev.interlock.record.Fate;
import dev.interlock.record.Observation;
import dev.interlock.record.RawFields;
import dev.interlock.record.RecordKey;
import dev.interlock.record.RecordType;
import dev.interlock.record.SystemId;
import dev.interlock.routes.system.Arrivals;
import dev.interlock.routes.system.ConnectedSystem;
import dev.interlock.routes.system.Line;
import dev.interlock.routes.system.Outgoing;
import dev.interlock.routes.system.Trouble;
import java.time.Duration;
import java.time.Instant;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Supplier;

/** One system in memory: its records, its clock, its manner. */
final class SimSystem implements ConnectedSystem {
    final Manner manner;
    final Map<String, SimRecord> records = new TreeMap<>();
    private final SystemId id;
    private final World world;
    private final Line line;
    private final Map<Observation, SimRecord.Image> shown = new IdentityHashMap<>();
    private int lastId;

    SimSystem(SystemId id, Manner manner, World world) {
        this.id = id;
        this.manner = manner;
        this.world = world;
        this.line = new Line(id, new Budget(100, 1_000_000, 4), Map.of(), 0);
    }

    @Override
    public SystemId id() {
        return id;
    }

    @Override
    public Arrivals arrivals() {
        return world.guise().arrivals(this, new SimArrivals(this));
    }

    @Override
    public Outgoing handover() {
        return world.guise().outgoing(this, new SimOutgoing(this, world));
    }

    @Override
    public Line line() {
        return line;
    }

    @Override
    public List<String> check(RecordMapping mapping) {
        return List.of();
    }

    World world() {
        return world;
    }

    /** The system's own time. */
    Instant now() {
        return world.clock().instant().plus(manner.skew());
    }

    Instant stampNow() {
        long granule = manner.granule().toMillis();
        long millis = now().toEpochMilli();
        return Instant.ofEpochMilli(millis - millis % granule);
    }

    String lastId() {
        return "%s%04d".formatted(id.name(), lastId);
    }

    SimRecord create(RecordType type, int soul) {
        SimRecord record = new SimRecord(id, type, "%s%04d".formatted(id.name(), ++lastId), soul);
        records.put(record.id, record);
        return record;
    }

    List<SimRecord> live(RecordType type) {
        return records.values().stream()
                .filter(record -> record.type.equals(type) && record.isLive())
                .toList();
    }

    /** After any change of a record: its stamp moves, and the index will show it some time later. */
    void changed(SimRecord record) {
        Instant stamp = stampNow();
        record.changedAt = now();
        // Where an index lags, no record changes twice in a millisecond: else nobody could tell its older state from
        // the newer.
        Instant later = manner.lag().isZero() ? record.stamp : record.stamp.plus(manner.granule());
        record.stamp = stamp.isAfter(record.stamp) ? stamp : later;
        long lag = manner.lag().toMillis();
        long late = lag == 0 ? 0 : Math.floorMod(record.id.hashCode() * 31L + record.images.size() * 977L, lag);
        Duration birth = record.images.isEmpty() ? manner.birth() : Duration.ZERO;
        Instant from = world.clock().instant().plusMillis(late).plus(birth);
        if (!record.images.isEmpty() && record.images.getLast().from().isAfter(from)) {
            from = record.images.getLast().from();
        }
        record.images.add(new SimRecord.Image(
                from, record.stamp, new TreeMap<>(record.columns), new TreeMap<>(record.held), record.fate));
    }

    /**
     * What reading shows of a record now. The index lags; what was deleted is in a list of its own, which does not, and a
     * record that was taken back is in neither until the index has it.
     */
    Optional<SimRecord.Image> listed(SimRecord record) {
        return record.fate instanceof Fate.Gone
                ? Optional.of(record.images.getLast())
                : indexed(record).filter(image -> !(image.fate() instanceof Fate.Gone));
    }

    private Optional<SimRecord.Image> indexed(SimRecord record) {
        Instant now = world.clock().instant();
        SimRecord.Image shown = null;
        for (SimRecord.Image image : record.images) {
            if (!image.from().isAfter(now)) {
                shown = image;
            }
        }
        return Optional.ofNullable(shown);
    }

    Observation observation(SimRecord record, SimRecord.Image image, Set<String> columns) {
        Observation told = new Observation(
                new RecordKey(id, record.type, record.id),
                image.fate(),
                fields(image, columns),
                image.stamp(),
                world.clock().instant());
        shown.put(told, image);
        return told;
    }

    /** The image that an observation was made of. */
    SimRecord.Image imageOf(Observation told) {
        return java.util.Objects.requireNonNull(shown.get(told));
    }

    static SimRecord.Image present(SimRecord record) {
        return new SimRecord.Image(Instant.EPOCH, record.stamp, record.columns, record.held, record.fate);
    }

    RawFields fields(SimRecord.Image image, Set<String> columns) {
        Map<String, Optional<String>> fields = new LinkedHashMap<>();
        for (String column : new java.util.TreeSet<>(columns)) {
            if (!world.isHidden(id, column)) {
                fields.put(column, Optional.ofNullable(image.columns().get(column)));
            }
        }
        return new RawFields(fields);
    }

    static Fate gone() {
        return new Fate.Gone(Fate.Evidence.REPORTED);
    }

    /** A call about an object: time passes, users go on working, and the answer may not come. */
    <T> T call(RecordType type, String what, boolean writing, Supplier<T> work) {
        return world.calls().call(this, what, writing, () -> {
            if (world.locked().contains(id + " " + type)) {
                throw Trouble.of(Trouble.Kind.PERMISSION, "INSUFFICIENT_ACCESS", "no access to " + type);
            }
            return work.get();
        });
    }
}
