/**
 * Any REST service that is described in YAML: how to log in, list, page, read what changed and write; when a write is
 * outdated or has to wait; what must not leave the service; which words mean what, and how its notices prove themselves.
 * Descriptions of some services come with the product. Nothing here knows a vendor but the signature that AWS asks for.
 */
@NullMarked
package dev.interlock.routes.system.rest;

import org.jspecify.annotations.NullMarked;
