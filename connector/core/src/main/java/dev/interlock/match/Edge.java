package dev.interlock.match;

/** Two records that may be one entity, by the logarithm of the odds, in bits. */
record Edge(int one, int other, double score) {}
