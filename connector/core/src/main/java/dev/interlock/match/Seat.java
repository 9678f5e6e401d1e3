package dev.interlock.match;

/**
 * Where an aspect has its place.
 *
 * @param number its first number in a record
 * @param part its first part in the findings
 * @param clue its first clue
 */
record Seat(int number, int part, int clue) {}
