package dev.supplychain.testkit.fake;

/** What a fault makes of a request. */
@FunctionalInterface
interface FaultScript {
    /** How the request is answered; whether the service does what was asked is up to the script. */
    Delivery play(FaultyCall call);
}
