/**
 * The journey of a record, told to Camel: {@link dev.interlock.routes.Journey} from arrival to the staged plan, {@link
 * dev.interlock.routes.Handover} from the staged plan to the confirmed write. An exchange carries a page of records, and a
 * page is one transaction. {@link dev.interlock.routes.Sync} says what goes on its way, and when.
 */
@NullMarked
package dev.interlock.routes;

import org.jspecify.annotations.NullMarked;
