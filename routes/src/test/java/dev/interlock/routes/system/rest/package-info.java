/** Tests of described REST services over real HTTP. */
@NullMarked
package dev.interlock.routes.system.rest;

import org.jspecify.annotations.NullMarked;
