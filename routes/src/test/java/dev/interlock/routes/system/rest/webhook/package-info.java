/** Tests of what tells genuine notices from others, by published vectors where there are some. */
@NullMarked
package dev.interlock.routes.system.rest.webhook;

import org.jspecify.annotations.NullMarked;
