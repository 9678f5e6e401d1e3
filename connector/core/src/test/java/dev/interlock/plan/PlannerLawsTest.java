package dev.interlock.plan;

import static org.assertj.core.api.Assertions.assertThat;

import dev.interlock.mapping.Authority;
import dev.interlock.mapping.Binding.Direction;
import dev.interlock.mapping.Field;
import dev.interlock.mapping.FieldKind;
import dev.interlock.mapping.FieldRule;
import dev.interlock.mapping.Place;
import dev.interlock.record.FieldValue;
import dev.interlock.record.SystemId;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** What holds of every plan, whatever the rules and whatever happened: random lives of a deal in three systems. */
class PlannerLawsTest {

    /** One thing that happens to the deal. */
    sealed interface Event {
        record Edit(SystemId system, String field, String text) implements Event {}

        record Planned() implements Event {}

        record Sent(SystemId system) implements Event {}

        record Acknowledged(SystemId system) implements Event {}

        record Refused(SystemId system) implements Event {}

        record Gone(SystemId system) implements Event {}

        record Missing(SystemId system) implements Event {}
    }

    private static final List<String> TEXT_FIELDS = List.of("stage", "owner");
    static final List<String> FIELDS = List.of("stage", "owner", "products");

    @Provide
    Arbitrary<Sketch> rules() {
        return Combinators.combine(
                        ruled("stage", FieldKind.CHOICE),
                        ruled("owner", FieldKind.TEXT),
                        ruled("products", FieldKind.MULTI),
                        systems(),
                        Arbitraries.of(Place.Deletes.class).list().ofSize(3))
                .as((stage, owner, products, creating, deletes) -> {
                    Sketch sketch = Sketch.of(stage, owner, products).creatingIn(creating.toArray(new SystemId[0]));
                    for (int i = 0; i < 3; i++) {
                        sketch.whenGoneElsewhere(Sketch.ALL.get(i), deletes.get(i));
                    }
                    return sketch;
                });
    }

    private static Arbitrary<FieldSketch> ruled(String name, FieldKind kind) {
        Arbitrary<Direction> direction = Arbitraries.frequencyOf(
                net.jqwik.api.Tuple.of(8, Arbitraries.just(Direction.BOTH)),
                net.jqwik.api.Tuple.of(1, Arbitraries.of(Direction.class)));
        return Combinators.combine(
                        authorities(),
                        systems(),
                        Arbitraries.of(FieldRule.Unauthorised.class),
                        Arbitraries.of(FieldRule.Blank.class),
                        direction.list().ofSize(3))
                .as((authority, writers, intruders, blank, directions) -> {
                    FieldSketch sketch = FieldSketch.of(name, kind)
                            .authority(authority)
                            .writers(writers.toArray(new SystemId[0]))
                            .intruders(intruders)
                            .blank(blank);
                    for (int i = 0; i < 3; i++) {
                        sketch.in(Sketch.ALL.get(i), directions.get(i));
                    }
                    return sketch;
                });
    }

    static Arbitrary<Authority> authorities() {
        return Arbitraries.oneOf(
                systems().map(systems -> new Authority.Ranked(List.copyOf(systems))),
                Arbitraries.of(0, 60, 200).map(seconds -> new Authority.Newest(Duration.ofSeconds(seconds))),
                Arbitraries.of(new Authority.Merged(), new Authority.Ask()));
    }

    private static Arbitrary<Set<SystemId>> systems() {
        return Arbitraries.of(Sketch.ALL).set().ofMaxSize(3);
    }

    @Provide
    Arbitrary<List<Event>> lives() {
        Arbitrary<SystemId> system = Arbitraries.of(Sketch.ALL);
        Arbitrary<Event> edit = Combinators.combine(
                        system, Arbitraries.of(FIELDS), Arbitraries.of("", "a", "b", "c", "a;b", "b;c"))
                .as(Event.Edit::new);
        return Arbitraries.frequencyOf(
                        net.jqwik.api.Tuple.of(8, edit),
                        net.jqwik.api.Tuple.of(6, Arbitraries.just(new Event.Planned())),
                        net.jqwik.api.Tuple.of(2, system.map(Event.Sent::new)),
                        net.jqwik.api.Tuple.of(3, system.map(Event.Acknowledged::new)),
                        net.jqwik.api.Tuple.of(1, system.map(Event.Refused::new)))
                .list()
                .ofMinSize(3)
                .ofMaxSize(25);
    }

    @Provide
    Arbitrary<List<Event>> mortalLives() {
        Arbitrary<SystemId> system = Arbitraries.of(Sketch.ALL);
        Arbitrary<Event> end = Arbitraries.oneOf(system.map(Event.Gone::new), system.map(Event.Missing::new));
        return Combinators.combine(lives(), end, lives()).as((before, death, after) -> {
            List<Event> all = new ArrayList<>(before);
            all.add(death);
            all.addAll(after);
            return all;
        });
    }

    /** What happened, with every plan that was made. */
    private record Told(Scene scene, List<Plan> plans, Map<String, Set<FieldValue>> said, Set<String> told) {}

    private static Told live(Sketch rules, List<Event> events) {
        Scene scene = Scene.of(rules);
        Told told = new Told(scene, new ArrayList<>(), new TreeMap<>(), new TreeSet<>());
        for (Event event : events) {
            happen(event, told);
        }
        return told;
    }

    private static void happen(Event event, Told told) {
        Scene scene = told.scene();
        switch (event) {
            case Event.Edit edit -> {
                scene.says(edit.system(), edit.field(), edit.text());
                Field field = scene.mapping().fields().get(edit.field());
                told.said()
                        .computeIfAbsent(edit.field(), any -> new java.util.HashSet<>())
                        .add(PlainLens.value(field.kind(), edit.text()));
                told.told().add(edit.field() + "=" + edit.text() + " by " + edit.system());
            }
            case Event.Planned planned -> told.plans().add(scene.plan());
            case Event.Sent sent -> scene.owedTo(sent.system()).ifPresent(write -> scene.sends(sent.system()));
            case Event.Refused refused ->
                scene.owedTo(refused.system()).ifPresent(write -> scene.refuses(refused.system()));
            case Event.Acknowledged done ->
                scene.owedTo(done.system()).ifPresent(write -> scene.acknowledges(done.system()));
            case Event.Gone gone -> endIfKnown(scene, gone.system(), scene::isGone);
            case Event.Missing missing -> endIfKnown(scene, missing.system(), scene::isMissing);
        }
    }

    private static void endIfKnown(Scene scene, SystemId system, java.util.function.Consumer<SystemId> end) {
        if (scene.dossier().shadows().containsKey(system)) {
            end.accept(system);
        }
    }

    @Property(tries = 400)
    void the_same_dossier_gives_the_same_plan(
            @ForAll("rules") Sketch rules, @ForAll("mortalLives") List<Event> events) {
        Scene scene = live(rules, events).scene();

        Plan one = Planner.plan(scene.dossier(), scene.mapping(), scene.now());
        Plan other = Planner.plan(scene.dossier(), scene.mapping(), scene.now());

        assertThat(one).isEqualTo(other);
    }

    @Property(tries = 2000, shrinking = net.jqwik.api.ShrinkingMode.BOUNDED)
    void planning_again_without_news_changes_nothing(
            @ForAll("rules") Sketch rules, @ForAll("mortalLives") List<Event> events) {
        Scene scene = live(rules, events).scene();
        scene.plan();
        Dossier before = scene.dossier();

        Plan again = scene.planAgain();

        assertThat(again.writes()).as("writes").isEmpty();
        assertThat(again.withdrawn()).as("withdrawn").isEmpty();
        assertThat(again.decisions()).as("decisions").isEmpty();
        assertThat(again.opened()).as("opened").isEmpty();
        assertThat(again.closed()).as("closed").isEmpty();
        assertThat(scene.dossier()).isEqualTo(before);
    }

    @Property(tries = 600)
    void every_golden_value_was_said_by_a_system_or_merged_from_what_systems_said(
            @ForAll("rules") Sketch rules, @ForAll("lives") List<Event> events) {
        Told told = live(rules, events);
        told.scene().plan();

        for (String field : FIELDS) {
            Set<String> choices = new TreeSet<>();
            told.said().getOrDefault(field, Set.of()).forEach(value -> choices.addAll(choices(value)));
            told.scene().dossier().golden().field(field).ifPresent(golden -> {
                boolean said = told.said().getOrDefault(field, Set.of()).contains(golden.value());
                boolean merged =
                        golden.origin().rule().equals("D7 merged") && choices.containsAll(choices(golden.value()));
                assertThat(said || merged).as(field + " " + golden).isTrue();
            });
        }
    }

    private static Set<String> choices(FieldValue value) {
        return value instanceof FieldValue.Many many ? many.choices() : Set.of();
    }

    @Property(tries = 600)
    void a_frozen_field_is_in_no_write(@ForAll("rules") Sketch rules, @ForAll("mortalLives") List<Event> events) {
        Scene scene = live(rules, events).scene();
        scene.plan();

        for (Pending pending : scene.dossier().pending().values()) {
            if (pending.progress() != Pending.Progress.IN_FLIGHT) {
                for (String field : pending.write().fields().keySet()) {
                    assertThat(scene.conflict(field).filter(Conflict::freezes))
                            .as(pending.toString())
                            .isEmpty();
                }
            }
        }
    }

    @Property(tries = 600)
    void an_unauthorised_value_never_becomes_golden(
            @ForAll("rules") Sketch rules, @ForAll("lives") List<Event> events) {
        Told told = live(rules, events);
        told.scene().plan();

        for (String name : TEXT_FIELDS) {
            FieldRule rule = told.scene().mapping().fields().get(name).rule();
            told.scene().dossier().golden().field(name).ifPresent(golden -> {
                boolean authorised = Sketch.ALL.stream()
                        .filter(rule::allows)
                        .anyMatch(system ->
                                told.told().contains(name + "=" + PlainLens.text(golden.value()) + " by " + system));
                assertThat(authorised).as(name + " " + golden).isTrue();
            });
        }
    }

    @Property(tries = 2000, shrinking = net.jqwik.api.ShrinkingMode.BOUNDED)
    void when_every_write_is_acknowledged_all_systems_come_to_rest_and_agree(
            @ForAll("rules") Sketch rules, @ForAll("lives") List<Event> events) {
        Scene scene = live(rules, events).scene();

        int rounds = scene.settle();

        assertThat(rounds).isLessThanOrEqualTo(4);
        for (Field field : scene.mapping().fields().values()) {
            if (scene.conflict(field.name()).isEmpty()) {
                assertAgreed(scene, field);
            }
        }
    }

    private static void assertAgreed(Scene scene, Field field) {
        scene.dossier().golden().field(field.name()).ifPresent(golden -> {
            for (Shadow shadow : scene.dossier().shadows().values()) {
                FieldValue holds = shadow.observed().get(field.name());
                boolean both = field.in(shadow.system()).orElseThrow().direction() == Direction.BOTH;
                if (holds != null && both && !holds.equals(shadow.held().get(field.name()))) {
                    assertThat(holds).as(shadow.system() + " " + field.name()).isEqualTo(golden.value());
                }
            }
        });
    }
}
