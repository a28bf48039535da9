package dev.supplychain.testkit.fake;

import dev.supplychain.model.Json;
import dev.supplychain.testkit.fake.Delivery.Proper;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;

/** Faults that are answers with an error status. */
final class StatusFaults {
    private static final String REASON = "injected";
    private static final int HTML_CHARS = 1 << 20;

    private StatusFaults() {}

    /** A refusal in the service's own format. */
    static FaultScript of(RpcCode code) {
        return call -> new Proper(call.refused(code, REASON));
    }

    /** Status 503 with a header {@code Retry-After}. */
    static FaultScript retryAfter(String value) {
        return call -> retryLater(call, value);
    }

    /** Status 503 with the date so many seconds from now. */
    static FaultScript retryAfterDate(long seconds) {
        return call -> retryLater(call, httpDate(call.now().plusSeconds(seconds)));
    }

    private static Delivery retryLater(FaultyCall call, String value) {
        return new Proper(call.refused(RpcCode.UNAVAILABLE, REASON).withHeader("Retry-After", value));
    }

    private static String httpDate(Instant time) {
        return DateTimeFormatter.RFC_1123_DATE_TIME.format(time.atOffset(ZoneOffset.UTC));
    }

    static Delivery actedAndFailed(FaultyCall call) {
        call.own();
        return new Proper(call.refused(RpcCode.INTERNAL, REASON));
    }

    static Delivery redirectElsewhere(FaultyCall call) {
        return redirect(307, "https://elsewhere.example.com" + call.request().path());
    }

    static Delivery redirectOtherPort(FaultyCall call) {
        String host = call.url().substring(0, call.url().lastIndexOf(':'));
        // Port 1 answers nobody.
        return redirect(307, host + ":1" + call.request().path());
    }

    static Delivery redirectToHttp(FaultyCall call) {
        return redirect(302, "http://service.example.com" + call.request().path());
    }

    static Delivery redirectLoop(FaultyCall call) {
        return redirect(307, call.url() + call.request().path());
    }

    private static Delivery redirect(int status, String location) {
        return new Proper(FakeAnswer.text(status, "text/plain", "").withHeader("Location", location));
    }

    static Delivery html(FaultyCall call) {
        String page = "<html><body>Bad Gateway" + "<p>\u0007</p>".repeat(HTML_CHARS / 8) + "</body></html>";
        return new Proper(FakeAnswer.text(502, "text/html", page));
    }

    /** The credentials as they came, in the message and in a member that is called like a secret. */
    static Delivery credentialsEcho(FaultyCall call) {
        String secret = call.request().header("Authorization").orElse("");
        FakeAnswer refused = call.refused(RpcCode.INVALID_ARGUMENT, "credentials " + secret + " are not understood");
        return BodyFaults.edited(refused, body -> BodyFaults.with(body, "token", Json.of(secret)));
    }

    static Delivery foreignRealm(FaultyCall call) {
        return new Proper(call.refused(RpcCode.UNAUTHENTICATED, REASON)
                .withHeader(
                        "WWW-Authenticate", "Bearer realm=\"http://tokens.example.com/token\",service=\"registry\""));
    }
}
