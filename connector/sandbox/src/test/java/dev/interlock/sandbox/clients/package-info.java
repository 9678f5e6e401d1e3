/** The vendors' own clients, unmodified, against the sandbox. Run by {@code -Pclients}: it needs Node and npm. */
@NullMarked
package dev.interlock.sandbox.clients;

import org.jspecify.annotations.NullMarked;
