package dev.interlock.match;

import dev.interlock.mapping.Trait;

/** A column of the records to compare. */
public record Column(String name, Trait trait) {}
