package dev.interlock.store;

import dev.interlock.plan.Dossier;
import dev.interlock.plan.Shadow;
import dev.interlock.record.EntityId;
import dev.interlock.record.SystemId;
import dev.interlock.stage.Stage;
import dev.interlock.stage.Staged;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;

/** An empty store for each test, and short words for what tests do with it. */
abstract class ContractSetting {

    JdbcStagingStore store;

    /** Opens an empty store whose clock stands at {@link Sample#NOON}. */
    abstract JdbcStagingStore open(InstantSource clock);

    @BeforeEach
    void open_an_empty_store() {
        store = open(InstantSource.fixed(Sample.NOON));
        store.startRun("run-1");
    }

    @AfterEach
    void close_the_store() {
        store.close();
    }

    void does(Consumer<Stage> work) {
        store.inTransaction(stage -> {
            work.accept(stage);
            return true;
        });
    }

    <T> T asks(Function<Stage, T> question) {
        return store.inTransaction(question);
    }

    void save(Sample... samples) {
        List<Staged> staged = Arrays.stream(samples).map(Sample::staged).toList();
        does(stage -> stage.save(staged));
    }

    Dossier dossier(String entity) {
        EntityId id = Sample.id(entity);
        return asks(stage -> stage.dossiers(List.of(id))).get(id);
    }

    /** What is stored, ready to be changed. */
    Sample again(String entity) {
        return Sample.of(dossier(entity).golden());
    }

    Shadow shadow(String entity, SystemId system) {
        return dossier(entity).shadows().get(system);
    }
}
