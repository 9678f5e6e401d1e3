package dev.interlock.sandbox.hubspot;

/**
 * One direction of a kind of association between two object types.
 *
 * @param from object type id
 * @param to object type id
 * @param id the type id; the way back has another one
 * @param back the type id of the way back
 * @param name as v3 answers call it
 * @param label what people see; empty for the plain association
 * @param role what it says
 */
record AssociationType(String from, String to, int id, int back, String name, String label, Role role) {

    /** What an association of this type says. */
    enum Role {
        PLAIN,
        PRIMARY,
        /** A label of HubSpot's own, as parent company. */
        NAMED,
        /** A label of the customer's. */
        LABEL
    }

    AssociationType labelled(String otherLabel) {
        return new AssociationType(from, to, id, back, name, otherLabel, role);
    }

    AssociationType reversed() {
        String[] ends = name.split("_to_", 2);
        String other = ends.length == 2 ? ends[1] + "_to_" + ends[0] : name;
        return new AssociationType(to, from, back, id, other, label, role);
    }

    String category() {
        return role == Role.LABEL ? "USER_DEFINED" : "HUBSPOT_DEFINED";
    }
}
