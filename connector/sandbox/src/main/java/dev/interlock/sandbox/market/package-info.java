/**
 * A made-up market with its truth: partners, customers, leads and deals as several systems would hold them, written as
 * differently as people write. The same seed makes the same market.
 *
 * <p>{@link dev.interlock.sandbox.market.Market} is the way in. {@code Firms} and {@code Persons} make what is true;
 * {@code Spelling} and {@code Contacts} write it down as one system has it; a {@code Sheet} keeps the rows and who they are.
 * How often each kind of dirt occurs follows what was seen in real data; nothing here knows how records are matched.
 */
@NullMarked
package dev.interlock.sandbox.market;

import org.jspecify.annotations.NullMarked;
