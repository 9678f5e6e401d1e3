/**
 * HubSpot's CRM APIs over a portal in memory: objects, batches, search, associations v4, properties, pipelines, owners.
 *
 * <p>Undated ({@code /crm/v3}, {@code /crm/v4}) and dated ({@code /crm/objects/2026-09}) paths lead to the same room.
 * Where HubSpot is silent the stricter reading is taken: a deal needs name, pipeline and stage; null and JSON numbers are
 * refused as property values; a merge gives a new id unless {@code settings.mergedIdIsNew} is false; an upsert by e-mail
 * is all or nothing; a datetime is searched by epoch ms only; {@code hs_lastmodifieddate} of a contact does not follow its
 * edits; an unchanged value still moves the last-modified stamp, but leaves no history. Validation rules set by admins,
 * webhooks and the journal are not simulated.
 */
@NullMarked
package dev.interlock.sandbox.hubspot;

import org.jspecify.annotations.NullMarked;
