package dev.interlock.simulation;

import dev.interlock.stage.Stage;
import dev.interlock.stage.StagingStore;
import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.util.function.Function;
import java.util.function.Supplier;

/** A store of which one call is falsified. */
record Tampering(StagingStore store, Supplier<Falsifier> falsifiers) implements StagingStore {

    /** Does something else instead of a call; one lives as long as a transaction. */
    interface Falsifier {
        /** Answers what the call answers. */
        Object call(Stage stage, String name, Object[] arguments, Function<Object[], Object> honest);
    }

    @Override
    public <T> T inTransaction(Function<Stage, T> work) {
        Falsifier falsifier = falsifiers.get();
        return store.inTransaction(stage -> work.apply(falsified(stage, falsifier)));
    }

    private static Stage falsified(Stage stage, Falsifier falsifier) {
        InvocationHandler handler = (proxy, method, arguments) -> {
            Object[] given = arguments == null ? new Object[0] : arguments;
            return falsifier.call(stage, method.getName(), given, changed -> invoke(stage, method, changed));
        };
        return (Stage) Proxy.newProxyInstance(Stage.class.getClassLoader(), new Class<?>[] {Stage.class}, handler);
    }

    private static Object invoke(Stage stage, Method method, Object[] arguments) {
        try {
            return method.invoke(stage, arguments);
        } catch (InvocationTargetException failed) {
            if (failed.getCause() instanceof RuntimeException cause) {
                throw cause;
            }
            if (failed.getCause() instanceof Error cause) {
                throw cause;
            }
            throw new IllegalStateException(failed);
        } catch (IllegalAccessException failed) {
            throw new IllegalStateException(failed);
        }
    }

    @Override
    public StagingStore rehearsal() {
        return store.rehearsal();
    }

    @Override
    public void close() {}

    /** An engine whose store is falsified. */
    static Guise with(Supplier<Falsifier> falsifiers) {
        return new Guise() {
            @Override
            public StagingStore store(StagingStore store, World world) {
                return new Tampering(store, falsifiers);
            }
        };
    }
}
