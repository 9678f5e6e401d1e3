/**
 * A Salesforce org that lives in memory and speaks the REST API.
 *
 * <p>The room is laid out as the real thing is: {@code Login} gives tokens, the resources ({@code RowResource}, {@code
 * CollectionResource}, {@code QueryResource}, ...) read requests, {@code Changes} is the one way in which records change,
 * {@code Table} keeps them, {@code HumanDoor} is the user at the screen. What is not sure about the real service is
 * answered in its stricter reading.
 */
@NullMarked
package dev.interlock.sandbox.salesforce;

import org.jspecify.annotations.NullMarked;
