package dev.supplychain.bench.dsse;

import dev.supplychain.bench.FreshJvm;
import dev.supplychain.dsse.EnvelopeSigner;
import dev.supplychain.dsse.keys.PemKeys;
import dev.supplychain.dsse.keys.SignatureAlgorithm;
import dev.supplychain.dsse.keys.SigningKey;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** What a build tool pays for its first verified envelope. */
public final class ColdStart {
    private static final int PAYLOAD_BYTES = 1024;

    private ColdStart() {}

    /** Argument: the number of rounds, 21 unless given. */
    public static void main(String[] args) throws Exception {
        int rounds = args.length > 0 ? Integer.parseInt(args[0]) : 21;
        SigningKey key = SigningKey.generate(SignatureAlgorithm.ECDSA_P256_SHA256);
        Path folder = Files.createTempDirectory("cold-start");
        Path envelope = Files.write(
                folder.resolve("envelope.json"),
                EnvelopeSigner.of(key)
                        .sign("application/vnd.in-toto+json", new byte[PAYLOAD_BYTES])
                        .toJson());
        Path pem = Files.writeString(folder.resolve("key.pem"), PemKeys.writePublicKey(key.publicKey()));

        FreshJvm.compare(
                rounds,
                FirstEnvelope.class,
                List.of("bare", "sdk", "sigstore-java"),
                List.of(envelope.toString(), pem.toString()));
    }
}
