package dev.supplychain.testkit.fake;

/**
 * What can go wrong between a client and a service, to be injected into any fake.
 *
 * <pre>{@code
 * grafeas.inject(Fault.SERVER_ERROR, Fault.SLOW_BODY);                                   // the next two requests
 * grafeas.injectWhen(request -> request.method().equals("POST"), Fault.ANSWER_LOST);     // until heal()
 * grafeas.injectRandomly(0.2, seed, Fault.CONNECTION_RESET, Fault.TOO_MANY_REQUESTS);    // the same for the same seed
 * }</pre>
 *
 * <p>Most faults come in place of an answer: the service does nothing. Those that change an answer or lose it come after
 * the service has done what was asked; {@link #actsFirst()} tells which. Errors with a status have the service's own
 * format. Not here is what a server on the loopback interface cannot do wrong: names that are not found, TLS, and what a
 * caller does.
 */
public enum Fault {
    /** The connection is reset, nothing is answered. */
    CONNECTION_RESET(false, WireFaults::reset),
    /** The connection is closed properly, and nothing is answered: as when an idle connection was used too late. */
    CONNECTION_CLOSED(false, WireFaults::closed),
    /** The service does what was asked, and the connection is reset before it can say so. */
    ANSWER_LOST(true, WireFaults::answerLost),
    /** The connection is reset in the middle of the body. */
    RESET_IN_BODY(true, WireFaults::resetInBody),
    /** The connection is closed before the announced length, behind a body that looks complete. */
    CLOSED_IN_BODY(true, WireFaults::closedInBody),
    /** The head of the answer comes letter by letter and never ends in time. */
    SLOW_HEADERS(true, WireFaults::slowHeaders),
    /** The body comes letter by letter and never ends in time. */
    SLOW_BODY(true, WireFaults::slowBody),
    /** The request is read, and then there is silence. */
    NO_ANSWER(false, WireFaults::silence),
    /** The last chunk of a chunked body is missing. */
    TRUNCATED_CHUNKS(true, WireFaults::truncatedChunks),
    /** The size of a chunk is not a number. */
    BAD_CHUNK_SIZE(true, WireFaults::badChunkSize),
    /** The announced length is less than the body has. */
    WRONG_LENGTH(true, WireFaults::wrongLength),
    /** The body ends inside its last line, and the chunks with it. */
    CUT_NDJSON(true, WireFaults::cutInLine),
    /** The body ends inside its last line, and to HTTP all is well. */
    CUT_NDJSON_CLEANLY(true, BodyFaults::cutInLine),
    /** After the lines of the answer comes one that does not end. */
    NDJSON_LONG_LINE(true, WireFaults::endlessLine),
    /** After the lines of the answer comes an error, as Google's services write it. */
    NDJSON_ERROR_LINE(true, BodyFaults::errorLine),
    /** After the lines of the answer comes a problem, as RFC 9457 has it. */
    NDJSON_PROBLEM_LINE(true, BodyFaults::problemLine),
    /** A small body that becomes 64 MiB when it is inflated. */
    GZIP_BOMB(false, WireFaults::gzipBomb),
    /** A body that does not end. */
    ENDLESS_BODY(false, WireFaults::endlessBody),
    /** A body of which a tebibyte is announced. */
    OVERSIZED_BODY(false, WireFaults::oversizedBody),
    /** Headers that do not end. */
    ENDLESS_HEADERS(false, WireFaults::endlessHeaders),
    /** Status 307 to another host. */
    REDIRECT_ELSEWHERE(false, StatusFaults::redirectElsewhere),
    /** Status 307 to another port of this host. */
    REDIRECT_OTHER_PORT(false, StatusFaults::redirectOtherPort),
    /** Status 302 to a place without TLS. */
    REDIRECT_TO_HTTP(false, StatusFaults::redirectToHttp),
    /** Status 307 to the same place. */
    REDIRECT_LOOP(false, StatusFaults::redirectLoop),
    /** Status 401: the credentials are not or no longer good. */
    UNAUTHORIZED(false, StatusFaults.of(RpcCode.UNAUTHENTICATED)),
    /** Status 403. */
    FORBIDDEN(false, StatusFaults.of(RpcCode.PERMISSION_DENIED)),
    /** Status 404. */
    NOT_FOUND(false, StatusFaults.of(RpcCode.NOT_FOUND)),
    /** Status 409. */
    CONFLICT(false, StatusFaults.of(RpcCode.ALREADY_EXISTS)),
    /** Status 412. */
    PRECONDITION_FAILED(false, StatusFaults.of(RpcCode.PRECONDITION_FAILED)),
    /** Status 422. */
    UNPROCESSABLE(false, StatusFaults.of(RpcCode.UNPROCESSABLE_CONTENT)),
    /** Status 429, and no word about when to come back. */
    TOO_MANY_REQUESTS(false, StatusFaults.of(RpcCode.RESOURCE_EXHAUSTED)),
    /** Status 503; come back after two seconds. */
    RETRY_AFTER_SECONDS(false, StatusFaults.retryAfter("2")),
    /** Status 503; come back at a time two seconds from the clock of the fake. */
    RETRY_AFTER_DATE(false, StatusFaults.retryAfterDate(2)),
    /** Status 503; come back at a time that has passed. */
    RETRY_AFTER_PAST(false, StatusFaults.retryAfterDate(-3600)),
    /** Status 503; come back after three thousand years. */
    RETRY_AFTER_HUGE(false, StatusFaults.retryAfter("99999999999")),
    /** Status 503; come back a second ago. */
    RETRY_AFTER_NEGATIVE(false, StatusFaults.retryAfter("-1")),
    /** Status 503; come back {@code soon}. */
    RETRY_AFTER_WORD(false, StatusFaults.retryAfter("soon")),
    /** Status 503; come back after a second and a half, which HTTP cannot say. */
    RETRY_AFTER_FRACTION(false, StatusFaults.retryAfter("1.5")),
    /** Status 500. */
    SERVER_ERROR(false, StatusFaults.of(RpcCode.INTERNAL)),
    /** Status 502. */
    BAD_GATEWAY(false, StatusFaults.of(RpcCode.BAD_GATEWAY)),
    /** Status 503. */
    UNAVAILABLE(false, StatusFaults.of(RpcCode.UNAVAILABLE)),
    /** Status 504. */
    GATEWAY_TIMEOUT(false, StatusFaults.of(RpcCode.DEADLINE_EXCEEDED)),
    /** Status 408. */
    REQUEST_TIMEOUT(false, StatusFaults.of(RpcCode.REQUEST_TIMEOUT)),
    /** Status 500, after the service has done what was asked. */
    ACTED_AND_FAILED(true, StatusFaults::actedAndFailed),
    /** A proxy's status 502 with a page of a megabyte. */
    HTML_ERROR(false, StatusFaults::html),
    /** A success that says of itself that it is a web page. */
    WRONG_CONTENT_TYPE(true, BodyFaults::wrongContentType),
    /** A success without a body. */
    EMPTY_BODY(true, BodyFaults::empty),
    /** Status 204 where there should be a body. */
    NO_CONTENT(true, BodyFaults::noContent),
    /** A success whose body is {@code null}. */
    NULL_BODY(true, BodyFaults::literalNull),
    /** A body that is not UTF-8. */
    INVALID_UTF8(true, BodyFaults::invalidUtf8),
    /** An answer of a newer server: with members that nobody knows. */
    UNKNOWN_MEMBERS(true, BodyFaults::unknownMembers),
    /** An object that has the same member twice. */
    DUPLICATE_KEY(true, BodyFaults::duplicateKey),
    /** A second document behind the answer. */
    TRAILING_GARBAGE(true, BodyFaults::trailingGarbage),
    /** A hundred thousand arrays in each other. */
    DEEP_NESTING(true, BodyFaults::deepNesting),
    /** Status 407, as from a proxy. */
    PROXY_AUTHENTICATION(false, StatusFaults.of(RpcCode.PROXY_AUTHENTICATION_REQUIRED)),
    /** Status 400 with a message that repeats the credentials of the request. */
    CREDENTIALS_ECHO(false, StatusFaults::credentialsEcho),
    /** A page of a list whose successor has the same token, for ever. */
    REPEATED_PAGE_TOKEN(true, BodyFaults::repeatedPageToken),
    /** A page of a list that is empty and has the successor that the page has or another. */
    EMPTY_PAGE(true, BodyFaults::emptyPage),
    /** A body with a letter more: its digest is not what was asked for. */
    WRONG_DIGEST(true, BodyFaults::wrongDigest),
    /** The header {@code Docker-Content-Digest} of another content. */
    WRONG_DIGEST_HEADER(true, BodyFaults::wrongDigestHeader),
    /** Status 401 that sends the client to a token service on another host. */
    FOREIGN_REALM(false, StatusFaults::foreignRealm);

    private final boolean actsFirst;

    @SuppressWarnings("ImmutableEnumChecker") // a function without a state
    private final FaultScript script;

    Fault(boolean actsFirst, FaultScript script) {
        this.actsFirst = actsFirst;
        this.script = script;
    }

    /** Whether the service has done what was asked when the fault comes; otherwise it has done nothing. */
    public boolean actsFirst() {
        return actsFirst;
    }

    FaultScript script() {
        return script;
    }
}
