/** The report before a migration, as people read it. */
@NullMarked
package dev.interlock.app.assess;

import org.jspecify.annotations.NullMarked;
