/**
 * The connected systems. One folder is one kind of system, always with the same five roles: itself, what arrives from it,
 * what is handed over to it, the shape of its records, and its failures. Nothing outside a folder knows which system it is.
 *
 * <p>Every call to a system goes through its {@link dev.interlock.routes.system.Line}: rate limits, retries, circuit
 * breaker and daily budget are there and nowhere else.
 */
@NullMarked
package dev.interlock.routes.system;

import org.jspecify.annotations.NullMarked;
