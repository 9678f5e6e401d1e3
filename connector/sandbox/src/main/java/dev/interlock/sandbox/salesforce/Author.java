package dev.interlock.sandbox.salesforce;

import java.time.Instant;

/** Who changes records, when, and by which way in. */
record Author(int user, Instant now, Access access) {

    /** The ways in. */
    enum Access {
        /** The integration user over REST: hidden fields do not exist, read-only fields are refused. */
        API,
        /** A human user at the screen: sees every field. */
        SCREEN,
        /** Records from before our time: any stored field may be given. */
        LOADER
    }
}
