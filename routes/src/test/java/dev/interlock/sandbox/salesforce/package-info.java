/** A door into the sandbox's SOQL parser, for tests that hold queries against it. */
@NullMarked
package dev.interlock.sandbox.salesforce;

import org.jspecify.annotations.NullMarked;
