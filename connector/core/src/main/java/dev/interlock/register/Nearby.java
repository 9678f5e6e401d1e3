package dev.interlock.register;

import java.util.Collection;

/** The claims that may be about the same customer. A port: whoever answers it looks keys up and scans nothing. */
public interface Nearby {

    Collection<Claim> near(Claim claim);
}
