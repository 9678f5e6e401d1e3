package dev.interlock.register;

import java.util.Set;

/** Says whether two customers are one. A port: what the matcher knows goes before what names tell. */
public interface CustomerIdentity {

    Likeness compare(Customer one, Customer other);

    /** Under which keys a customer is filed: two that are the same, or may be, share one. */
    Set<String> keys(Customer customer);
}
