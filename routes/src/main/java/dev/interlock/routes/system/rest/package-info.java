/**
 * Any REST service that is described in YAML: how to log in, list, page, read what changed, and write. PartnerStack's
 * description comes with the product; nothing here knows a vendor.
 */
@NullMarked
package dev.interlock.routes.system.rest;

import org.jspecify.annotations.NullMarked;
