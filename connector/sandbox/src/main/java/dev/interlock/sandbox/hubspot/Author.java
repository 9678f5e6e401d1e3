package dev.interlock.sandbox.hubspot;

/** Who makes a change, and when (epoch ms). */
record Author(Source source, long at) {}
