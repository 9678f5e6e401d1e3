package dev.interlock.sandbox.market;

import java.util.List;

/** What the sheets say of each kind of record. */
final class Columns {

    static final List<String> COMPANY =
            List.of("id", "system", "company", "website", "email", "phone", "street", "city", "postcode", "country");
    static final List<String> LEAD =
            List.of("id", "system", "first_name", "last_name", "company", "email", "phone", "title", "city", "country");
    static final List<String> DEAL = List.of(
            "id", "system", "deal_name", "account", "partner", "product", "amount", "currency", "close_date", "stage");

    static final List<String> CLAIM = List.of(
            "id",
            "system",
            "kind",
            "customer",
            "domain",
            "country",
            "product",
            "amount",
            "submitted",
            "first_seen",
            "partner",
            "partner_name",
            "distributor",
            "tender");
    static final List<String> OVERLAP = List.of("subject", "type", "counterpart", "first");

    private Columns() {}
}
