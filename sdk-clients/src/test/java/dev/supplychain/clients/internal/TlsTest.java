package dev.supplychain.clients.internal;

import static org.assertj.core.api.Assertions.assertThat;

import dev.supplychain.clients.ApiException;
import dev.supplychain.clients.ApiException.Kind;
import java.io.OutputStream;
import java.util.HexFormat;
import java.util.List;
import mockwebserver3.MockWebServer;
import okhttp3.ConnectionSpec;
import okhttp3.OkHttpClient;
import okhttp3.TlsVersion;
import okhttp3.tls.HandshakeCertificates;
import okhttp3.tls.HeldCertificate;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Row 29 of the fault table: servers that do not prove who they are. */
class TlsTest {
    private static final HeldCertificate CA =
            new HeldCertificate.Builder().certificateAuthority(0).build();

    private final MockWebServer server = new MockWebServer();
    private final Recorded recorded = new Recorded();

    @AfterEach
    void stop() {
        server.close();
    }

    private Echo echo(HeldCertificate certificate, HeldCertificate trusted) throws Exception {
        server.useHttps(new HandshakeCertificates.Builder()
                .heldCertificate(certificate)
                .build()
                .sslSocketFactory());
        server.start();
        HandshakeCertificates trust = new HandshakeCertificates.Builder()
                .addTrustedCertificate(trusted.certificate())
                .build();
        OkHttpClient host = new OkHttpClient.Builder()
                .sslSocketFactory(trust.sslSocketFactory(), trust.trustManager())
                .connectionSpecs(List.of(new ConnectionSpec.Builder(ConnectionSpec.MODERN_TLS)
                        .tlsVersions(TlsVersion.TLS_1_2)
                        .build()))
                .build();
        return new Echo(recorded.options("https://localhost:" + server.getPort())
                .httpClient(host)
                .build());
    }

    private static HeldCertificate.Builder forLocalhost() {
        return new HeldCertificate.Builder()
                .addSubjectAlternativeName("localhost")
                .signedBy(CA);
    }

    private void assertRefused(Echo echo) {
        ApiException e = echo.createFails();

        assertThat(e.kind()).isEqualTo(Kind.UNREACHABLE);
        assertThat(e.mayHaveActed()).isFalse();
        assertThat(e).hasMessageContaining("no trusted TLS connection: ");
        assertThat(echo.getFails().attempts()).isEqualTo(1);
        assertThat(recorded.sleeps()).isEmpty();
        echo.close();
    }

    @Test
    void trusts_a_server_that_the_hosts_client_trusts() throws Exception {
        try (Echo echo = echo(forLocalhost().build(), CA)) {
            server.enqueue(Http.ok());

            assertThat(echo.get().code()).hasValue(5);
        }
    }

    @Test
    void refuses_a_certificate_for_another_host() throws Exception {
        assertRefused(echo(
                new HeldCertificate.Builder()
                        .addSubjectAlternativeName("example.com")
                        .signedBy(CA)
                        .build(),
                CA));
    }

    @Test
    void refuses_a_certificate_that_has_expired() throws Exception {
        assertRefused(echo(forLocalhost().validityInterval(0, 1000).build(), CA));
    }

    @Test
    void refuses_an_unknown_authority() throws Exception {
        HeldCertificate other =
                new HeldCertificate.Builder().certificateAuthority(0).build();
        assertRefused(echo(forLocalhost().build(), other));
    }

    @Test
    void refuses_a_server_that_speaks_no_tls() throws Exception {
        try (RawServer plain = RawServer.greeting("HTTP/1.1 400 Bad Request\r\n\r\n");
                Echo echo = new Echo(
                        recorded.options("https://localhost:" + plain.port()).build())) {
            assertThat(echo.getFails())
                    .returns(Kind.UNREACHABLE, ApiException::kind)
                    .returns(1, ApiException::attempts);
        }
    }

    @Test
    void refuses_a_server_that_speaks_tls_1_1_only() throws Exception {
        // ServerHello: version 1.1, 32 random bytes, no session, TLS_ECDHE_RSA_WITH_AES_128_CBC_SHA, no compression.
        byte[] hello =
                HexFormat.of().parseHex("160302002a" + "02000026" + "0302" + "5a".repeat(32) + "00" + "c013" + "00");
        RawServer.Script old = (socket, out) -> {
            out.write(hello);
            out.flush();
            socket.getInputStream().transferTo(OutputStream.nullOutputStream());
        };
        try (RawServer raw = RawServer.binary(old)) {
            assertRefused(
                    new Echo(recorded.options("https://localhost:" + raw.port()).build()));
        }
    }
}
