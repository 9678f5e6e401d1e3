/**
 * The program: the command line, the service, and the wiring of everything else. {@link dev.interlock.app.Main} is the
 * visible list of what there is; a {@link dev.interlock.app.Workshop} is opened by a command that needs the systems.
 */
@NullMarked
package dev.interlock.app;

import org.jspecify.annotations.NullMarked;
