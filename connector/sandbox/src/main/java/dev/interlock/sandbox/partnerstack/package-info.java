/**
 * PartnerStack's Vendor API v2 over a state in memory: partnerships, groups, stages, leads, deals, customers.
 *
 * <p>Documented, and so: envelope, paging, filters, default order, required fields, archiving by DELETE, a deal needs its
 * partner when its source is the partner and its group when it is the vendor (docs.partnerstack.com; field texts of the
 * two Node clients). Not documented, and so the stricter reading: unknown body fields and unknown query parameters are
 * refused; archived leads and deals are neither listed nor found, but their external key stays taken; every refusal is
 * 400; a partner's name and e-mail cannot be patched ({@code settings.partnershipPatchable} opens them); a lead's
 * {@code meta} may only hold form fields; a change without a difference moves {@code updated_at}. The shape of the stages
 * answer and the wording of messages are ours. No limit of calls is published, so none is simulated.
 */
@NullMarked
package dev.interlock.sandbox.partnerstack;

import org.jspecify.annotations.NullMarked;
