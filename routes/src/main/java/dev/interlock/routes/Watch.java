package dev.interlock.routes;

import dev.interlock.record.RecordType;
import dev.interlock.record.SystemId;
import java.util.function.LongConsumer;

/** Whoever watches a run go by. */
public interface Watch {

    /** A stage of the run begins; what it returns is told how many records went through, page by page. */
    LongConsumer begin(String what, SystemId system, RecordType type);

    /** Nobody watches. */
    Watch NOBODY = (what, system, type) -> records -> {};
}
