package dev.interlock.match;

/** A column of the records to compare. */
public record Column(String name, Trait trait) {}
