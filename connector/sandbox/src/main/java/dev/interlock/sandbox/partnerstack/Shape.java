package dev.interlock.sandbox.partnerstack;

import static dev.interlock.sandbox.partnerstack.FieldRule.allowed;
import static dev.interlock.sandbox.partnerstack.FieldRule.required;

import dev.interlock.sandbox.partnerstack.FieldRule.Kind;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * The objects of a partner programme and their standard fields. Source: docs.partnerstack.com reference
 * post_partnerships-1, post_leads-1, patch_v2-deals-deal-key.
 */
enum Shape {
    PARTNERSHIPS(
            "partnerships",
            "Partnership",
            "part_",
            "partner_key",
            List.of(
                    required("email", Kind.EMAIL).neverPatched(),
                    allowed("first_name", Kind.TEXT).atMost(50).neverPatched(),
                    allowed("last_name", Kind.TEXT).atMost(50).neverPatched(),
                    allowed("partner_key", Kind.TEXT),
                    allowed("group_key", Kind.TEXT),
                    allowed("tier_key", Kind.TEXT),
                    allowed("manager_email", Kind.EMAIL),
                    allowed("manager_name", Kind.TEXT),
                    allowed("tags", Kind.TEXTS).neverPatched(),
                    allowed("team_name", Kind.TEXT).neverSent())),
    LEADS(
            "leads",
            "Lead",
            "lead_",
            "external_key",
            List.of(
                    allowed("amount", Kind.CENTS),
                    allowed("approved", Kind.FLAG),
                    required("external_key", Kind.TEXT),
                    allowed("group_key", Kind.TEXT),
                    allowed("mold_key", Kind.TEXT),
                    required("partner_key", Kind.TEXT),
                    required("status", Kind.STATUS))),
    DEALS(
            "deals",
            "Deal",
            "deal_",
            "external_key",
            List.of(
                    allowed("account_name", Kind.TEXT),
                    allowed("amount", Kind.CENTS),
                    allowed("close_date", Kind.DAY),
                    allowed("contact_first_name", Kind.TEXT),
                    allowed("contact_last_name", Kind.TEXT),
                    allowed("customer_key", Kind.TEXT),
                    allowed("external_key", Kind.TEXT),
                    allowed("group_key", Kind.TEXT),
                    allowed("lost_reason", Kind.TEXT),
                    allowed("mold_key", Kind.TEXT),
                    allowed("partner_key", Kind.TEXT),
                    allowed("source", Kind.SOURCE),
                    allowed("stage", Kind.TEXT))),
    CUSTOMERS(
            "customers",
            "Customer",
            "cust_",
            "customer_key",
            List.of(
                    allowed("customer_key", Kind.TEXT),
                    required("email", Kind.EMAIL),
                    allowed("name", Kind.TEXT),
                    allowed("partner_key", Kind.TEXT)));

    private final String plural;
    private final String label;
    private final String prefix;
    private final String otherKey;

    @SuppressWarnings("ImmutableEnumChecker") // a copy that nobody can change
    private final List<FieldRule> rules;

    Shape(String plural, String label, String prefix, String otherKey, List<FieldRule> rules) {
        this.plural = plural;
        this.label = label;
        this.prefix = prefix;
        this.otherKey = otherKey;
        this.rules = List.copyOf(rules);
    }

    static Optional<Shape> named(String plural) {
        return Arrays.stream(values())
                .filter(shape -> shape.plural.equals(plural))
                .findFirst();
    }

    String plural() {
        return plural;
    }

    String label() {
        return label;
    }

    String prefix() {
        return prefix;
    }

    String otherKey() {
        return otherKey;
    }

    List<FieldRule> rules() {
        return rules;
    }

    Optional<FieldRule> rule(String field) {
        return rules.stream().filter(rule -> rule.name().equals(field)).findFirst();
    }
}
