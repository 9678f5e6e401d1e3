package dev.interlock.sandbox.hubspot;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;

/** A person of the portal to whom records can belong. Archiving one changes no stamp anywhere. */
record Owner(String id, String email, String firstName, String lastName, boolean archived) {

    Owner archivedAs(boolean state) {
        return new Owner(id, email, firstName, lastName, state);
    }

    ObjectNode described() {
        ObjectNode node = JsonNodeFactory.instance
                .objectNode()
                .put("id", id)
                .put("email", email)
                .put("type", "PERSON")
                .put("firstName", firstName)
                .put("lastName", lastName);
        if (!archived) {
            node.put("userId", Long.parseLong(id) + 1_000);
        }
        return node.put("userIdIncludingInactive", Long.parseLong(id) + 1_000)
                .put("createdAt", Stamps.iso(1_704_067_200_000L))
                .put("updatedAt", Stamps.iso(1_704_067_200_000L))
                .put("archived", archived);
    }
}
