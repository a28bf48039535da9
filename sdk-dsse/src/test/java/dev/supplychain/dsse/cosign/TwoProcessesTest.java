package dev.supplychain.dsse.cosign;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.supplychain.dsse.TestKeys;
import dev.supplychain.model.Digest;
import dev.supplychain.model.JsonElements;
import dev.supplychain.model.cosign.Resigning;
import dev.supplychain.model.cosign.SignatureSubject;
import dev.supplychain.model.cosign.SigningRecord;
import dev.supplychain.model.oci.ImageReference;
import java.io.File;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Two programs that sign the same image and write to the same files at the same time. */
class TwoProcessesTest {
    private static final int EACH = 20;
    private static final ImageReference IMAGE =
            ImageReference.parse("example.com/app:1.0").withDigest(Digest.sha256("manifest".getBytes(UTF_8)));

    @TempDir
    Path folder;

    /** One of the two. */
    static final class Program {
        private Program() {}

        public static void main(String[] args) throws Exception {
            DirectorySignatureStore store = DirectorySignatureStore.at(Path.of(args[0], "store"));
            ArtifactSigning signing = ArtifactSigning.builder(TestKeys.ALICE)
                    .store(store)
                    .attach(Resigning.APPEND)
                    .records(ChainOfCustody.at(Path.of(args[0], "signings.ndjson")))
                    .build();
            for (int i = 0; i < EACH; i++) {
                signing.signImage(IMAGE);
            }
        }
    }

    @Test
    void lose_neither_a_signature_nor_a_record() throws Exception {
        DirectorySignatureStore store = DirectorySignatureStore.at(folder.resolve("store"));
        store.addImage(IMAGE);
        List<Process> running = List.of(start(), start());
        for (Process process : running) {
            assertThat(process.waitFor(120, TimeUnit.SECONDS)).isTrue();
            assertThat(process.exitValue()).isZero();
        }

        List<SigningRecord> written = new ArrayList<>();
        try (JsonElements<SigningRecord> records =
                ChainOfCustody.at(folder.resolve("signings.ndjson")).records()) {
            records.forEachRemaining(written::add);
        }
        assertThat(written).hasSize(2 * EACH).doesNotHaveDuplicates();
        assertThat(store.signatures(SignatureSubject.image(IMAGE)))
                .containsExactlyInAnyOrderElementsOf(written.stream()
                        .map(record -> record.cosignSignature().orElseThrow())
                        .toList());
    }

    private Process start() throws Exception {
        String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        String classPath = Objects.requireNonNull(
                System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")));
        File output = folder.resolve("output-" + System.nanoTime()).toFile();
        return new ProcessBuilder(
                        java,
                        "-Xshare:auto",
                        "-XX:TieredStopAtLevel=1",
                        "-cp",
                        classPath,
                        Program.class.getName(),
                        folder.toString())
                .redirectErrorStream(true)
                .redirectOutput(output)
                .start();
    }
}
