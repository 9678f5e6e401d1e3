package dev.interlock.routes.system.rest;

import dev.interlock.routes.system.Connection;
import dev.interlock.routes.system.Misconfigured;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Makes of a described login, and of the secrets under the connection, what every request must carry. */
record Gatekeeper(Connection connection, InstantSource clock) {

    /** Stands for a new id with every request, which a request that is made again keeps. */
    static final String GUID = "{guid}";

    Access access(Login login, Wire wire, String baseUrl) {
        return switch (login) {
            case Login.Open open -> Access.fixed(Map.of());
            case Login.Fixed fixed -> Access.fixed(Map.of(fixed.header(), credentials(fixed)));
            case Login.Fetched fetched -> fetched(fetched, wire, baseUrl);
            case Login.Signed signed ->
                Access.signed(new AwsSigner(
                        new AwsSigner.Credentials(
                                connection.required(signed.user()),
                                connection.secret(signed.secret()),
                                signed.session().isEmpty() ? "" : connection.secret(signed.session())),
                        signed.region(),
                        signed.service(),
                        clock));
        };
    }

    private String credentials(Login.Fixed login) {
        String secret = connection.secret(login.secret());
        return switch (login.scheme()) {
            case "basic" -> TokenAccess.basic(connection.required(login.user()), secret);
            case "bearer" -> "Bearer " + secret;
            default -> login.scheme() + " " + secret;
        };
    }

    private Access fetched(Login.Fetched login, Wire wire, String baseUrl) {
        try {
            return new TokenAccess(login, wire, clock, template -> filled(connection, template), baseUrl);
        } catch (IllegalArgumentException broken) {
            throw new Misconfigured(List.of(connection.yaml().at().problem("login.url is not a web address")));
        }
    }

    /** A text whose places are keys under the connection. */
    static String filled(Connection connection, Template template) {
        Map<String, String> values = new HashMap<>();
        template.places().forEach(key -> values.put(key, key.equals("guid") ? GUID : connection.required(key)));
        return template.filled(values).orElse("");
    }
}
