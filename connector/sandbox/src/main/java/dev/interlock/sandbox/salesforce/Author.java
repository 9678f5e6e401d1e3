package dev.interlock.sandbox.salesforce;

import java.time.Instant;

/** Who changes records, when, and by which way in. */
record Author(int user, Instant now, Access access, Alerts alerts) {

    /** The same, saving records all the same of which a duplicate rule only warns. */
    Author overruling() {
        return new Author(user, now, access, Alerts.OVERRULED);
    }

    /** What is done about duplicate rules that warn. */
    enum Alerts {
        HEEDED,
        OVERRULED
    }

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
