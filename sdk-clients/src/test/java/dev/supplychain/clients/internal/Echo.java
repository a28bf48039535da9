package dev.supplychain.clients.internal;

import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.supplychain.clients.ApiException;
import dev.supplychain.clients.Cancellation;
import dev.supplychain.clients.ClientOptions;
import dev.supplychain.model.rpc.Status;

/** A service made up for tests: reads with GET, creates with POST, and asks with a POST that may be repeated. */
final class Echo implements AutoCloseable {
    private static final Endpoint GET = Endpoint.get("/v1/{name}");
    private static final Endpoint CREATE = Endpoint.post("/v1/{name}");
    private static final Endpoint QUERY = Endpoint.query("/v1/{name}");
    private static final byte[] BODY = {'{', '}'};

    private final Transport transport;

    Echo(ClientOptions options) {
        this(Transport.create(options));
    }

    private Echo(Transport transport) {
        this.transport = transport;
    }

    /** This service with calls that can be cancelled. */
    Echo cancelledBy(Cancellation cancellation) {
        return new Echo(transport.cancelledBy(cancellation));
    }

    /** GET, with something in the query that belongs into no message. */
    Status get() {
        return transport.call(GET.with("things").query("filter", "qu3ry-s3cr3t"), Status.class);
    }

    Status create() {
        return transport.call(CREATE.with("things").json(BODY), Status.class);
    }

    Status query() {
        return transport.call(QUERY.with("things").json(BODY), Status.class);
    }

    ApiException getFails() {
        return catchThrowableOfType(ApiException.class, this::get);
    }

    ApiException createFails() {
        return catchThrowableOfType(ApiException.class, this::create);
    }

    ApiException queryFails() {
        return catchThrowableOfType(ApiException.class, this::query);
    }

    @Override
    public void close() {
        transport.close();
    }
}
