@NullMarked
package dev.interlock.sandbox.market;

import org.jspecify.annotations.NullMarked;
