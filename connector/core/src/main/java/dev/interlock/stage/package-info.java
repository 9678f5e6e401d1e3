/**
 * What must survive a crash? Everything that was observed, agreed on, decided and still has to be delivered. {@link
 * dev.interlock.stage.StagingStore} is the port; what happens inside one call of it happens in one transaction.
 */
@NullMarked
package dev.interlock.stage;

import org.jspecify.annotations.NullMarked;
