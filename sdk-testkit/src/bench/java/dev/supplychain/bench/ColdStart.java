package dev.supplychain.bench;

import dev.supplychain.dsse.EnvelopeSigner;
import dev.supplychain.dsse.keys.PemKeys;
import dev.supplychain.dsse.keys.SignatureAlgorithm;
import dev.supplychain.dsse.keys.SigningKey;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What a build tool pays for its first verified envelope: CPU time of a fresh JVM above one that does nothing, as the
 * median over rounds in which the candidates take turns.
 */
public final class ColdStart {
    private static final List<String> CANDIDATES = List.of("nothing", "bare", "sdk", "sigstore-java");
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

        Map<String, List<Long>> times = new LinkedHashMap<>();
        for (int round = 0; round < rounds; round++) {
            for (String candidate : CANDIDATES) {
                times.computeIfAbsent(candidate, c -> new ArrayList<>()).add(cpuOf(candidate, envelope, pem));
            }
        }

        double nothing = medianMillis(times, "nothing");
        double sdk = medianMillis(times, "sdk") - nothing;
        System.out.printf("JDK %s, %d rounds, CPU ms above an empty JVM (%.0f)%n", Runtime.version(), rounds, nothing);
        for (String candidate : CANDIDATES.subList(1, CANDIDATES.size())) {
            double millis = medianMillis(times, candidate) - nothing;
            System.out.printf("%-14s %7.1f   sdk is %.2f times that%n", candidate, millis, sdk / millis);
        }
    }

    private static long cpuOf(String candidate, Path envelope, Path pem) throws IOException, InterruptedException {
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        FirstEnvelope.class.getName(),
                        candidate,
                        envelope.toString(),
                        pem.toString())
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        String printed = new String(process.getInputStream().readAllBytes(), StandardCharsets.US_ASCII);
        if (process.waitFor() != 0) {
            throw new IllegalStateException(candidate + " failed");
        }
        return Long.parseLong(printed.strip());
    }

    private static double medianMillis(Map<String, List<Long>> times, String candidate) {
        List<Long> sorted = new ArrayList<>(times.getOrDefault(candidate, List.of()));
        Collections.sort(sorted);
        return sorted.get(sorted.size() / 2) / 1e6;
    }
}
