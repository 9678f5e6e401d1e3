package dev.interlock.benchmark;

/**
 * How fast records that arrive are recognised, planned and staged.
 *
 * @param loaded records per second while the store was filled
 * @param recordsPerSecond of those that arrived afterwards
 * @param p95 milliseconds per record of all pages but the slowest twentieth
 * @param heap megabytes in use afterwards
 */
record Speed(double loaded, double recordsPerSecond, double recordsPerCpuSecond, double p95, long heap) {}
