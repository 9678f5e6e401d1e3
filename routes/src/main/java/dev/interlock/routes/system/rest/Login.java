package dev.interlock.routes.system.rest;

import java.time.Duration;
import java.util.Map;

/** How calls to a service are allowed. Secrets are named here by their keys under the connection. */
sealed interface Login {

    /** Nothing is sent. */
    record Open() implements Login {}

    /**
     * The same header with every call.
     *
     * @param header the header that carries it
     * @param scheme {@code basic}, {@code bearer}, or a word of its own before the value
     * @param user the connection key that holds the user, for {@code basic}
     * @param secret the connection key that holds the password, token or key
     */
    record Fixed(String header, String scheme, String user, String secret) implements Login {}

    /**
     * A token that is fetched first and kept until it expires (OAuth 2.0 client credentials, RFC 6749 section 4.4, and what
     * resembles them).
     *
     * @param header the header that carries the token, after {@code scheme}
     * @param url where it is fetched: an address, or a path under the base URL
     * @param fields what is sent for it
     * @param pair whether client id and secret go as a basic login, or among the fields
     * @param token the dotted path of the token in the answer
     */
    record Fetched(
            String header,
            String scheme,
            Template url,
            Form form,
            Map<String, Template> fields,
            Pair pair,
            String token,
            Expiry expiry)
            implements Login {

        public Fetched {
            fields = Map.copyOf(fields);
        }
    }

    /** How the fields are sent. */
    enum Form {
        FORM,
        JSON
    }

    /**
     * The keys of a client's id and secret, and where these go.
     *
     * @param user blank if there is none
     */
    record Pair(String user, String secret, boolean isHeader) {}

    /**
     * How long a token may be used.
     *
     * @param at the dotted path of the expiry in the answer; blank if it does not tell
     * @param form {@code seconds} from now, or how a point in time is written
     * @param lifetime how long it is if the answer does not tell
     * @param margin how much earlier it is renewed
     */
    record Expiry(String at, String form, Duration lifetime, Duration margin) {}

    /**
     * Every call is signed (AWS Signature Version 4).
     *
     * @param user the connection key of the access key id; {@code session} that of the session token, blank if there is none
     */
    record Signed(String user, String secret, String session, String region, String service) implements Login {}
}
