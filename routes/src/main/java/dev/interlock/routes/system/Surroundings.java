package dev.interlock.routes.system;

import dev.interlock.record.SystemId;
import java.time.InstantSource;
import java.util.function.ToLongFunction;
import org.apache.camel.CamelContext;

/**
 * What a system finds around it.
 *
 * @param spent calls that were made to a system today, before this program started
 */
public record Surroundings(CamelContext camel, Memory memory, InstantSource clock, ToLongFunction<SystemId> spent) {

    public long spentToday(SystemId system) {
        return spent.applyAsLong(system);
    }
}
