package dev.supplychain.testkit.fake;

import java.time.Instant;

/** A request that meets a fault, and what its fake would do with it. */
interface FaultyCall {
    /** The request. */
    FakeRequest request();

    /** Does what was asked, and says what the fake would have answered. */
    FakeAnswer own();

    /** A refusal in the service's own format. */
    FakeAnswer refused(RpcCode code, String reason);

    /** The base URL of the fake. */
    String url();

    /** The time on the clock of the fake. */
    Instant now();
}
