/**
 * What is the same value, written properly? Names, companies, phones, e-mail addresses, domains, countries, regions,
 * streets, dates and amounts. Every function here is total (it has an answer for any string, however broken) and idempotent (normalising
 * twice is normalising once), because echo suppression and the lens laws rest on both.
 *
 * <p>What cannot be understood is kept as it was written: a normaliser never loses what a person typed.
 */
@NullMarked
package dev.interlock.normalise;

import org.jspecify.annotations.NullMarked;
