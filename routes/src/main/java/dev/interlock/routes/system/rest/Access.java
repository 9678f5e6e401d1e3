package dev.interlock.routes.system.rest;

import java.util.Map;

/** What a request must carry so that it is let in. */
interface Access {

    /** The headers that go with this very request. */
    Map<String, String> headers(Wire.Outbound request);

    /**
     * Told that a request with these headers was not let in.
     *
     * @return whether it is worth another try, because what it carried has been given up
     */
    boolean renew(Map<String, String> refused);

    /** Always the same headers. */
    static Access fixed(Map<String, String> headers) {
        Map<String, String> same = Map.copyOf(headers);
        return new Access() {
            @Override
            public Map<String, String> headers(Wire.Outbound request) {
                return same;
            }

            @Override
            public boolean renew(Map<String, String> refused) {
                return false;
            }
        };
    }

    /** What a signer makes of each request. */
    static Access signed(RequestSigner signer) {
        return new Access() {
            @Override
            public Map<String, String> headers(Wire.Outbound request) {
                return signer.sign(request);
            }

            @Override
            public boolean renew(Map<String, String> refused) {
                return false;
            }
        };
    }
}
