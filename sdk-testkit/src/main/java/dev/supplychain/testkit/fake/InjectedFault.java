package dev.supplychain.testkit.fake;

/**
 * A fault that a request has met.
 *
 * @param request the request
 * @param fault the fault
 */
public record InjectedFault(RecordedRequest request, Fault fault) {
    /** Such as {@code GET /v1/projects/p/notes met SLOW_BODY}. */
    @Override
    public String toString() {
        return request + " met " + fault;
    }
}
