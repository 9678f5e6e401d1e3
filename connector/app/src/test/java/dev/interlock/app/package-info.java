/**
 * The program from end to end: the shipped configuration, simulated systems over HTTP, a store on disk. A test plays the
 * people who work in the systems, lets the program run, and looks into the systems again.
 */
@NullMarked
package dev.interlock.app;

import org.jspecify.annotations.NullMarked;
