package dev.supplychain.dsse.internal;

import static org.assertj.core.api.Assertions.assertThat;

import dev.supplychain.dsse.EnvelopeVerifier;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.Security;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

class BouncyCastleTest {
    @Test
    void no_class_outside_its_own_packages_refers_to_it() throws Exception {
        Path classes = Path.of(EnvelopeVerifier.class
                .getProtectionDomain()
                .getCodeSource()
                .getLocation()
                .toURI());
        try (Stream<Path> files = Files.walk(classes)) {
            List<String> referring = files.filter(f -> f.toString().endsWith(".class"))
                    .filter(BouncyCastleTest::refersToBouncyCastle)
                    .map(f -> classes.relativize(f).resolveSibling("").toString())
                    .distinct()
                    .toList();
            Path own = Path.of("dev", "supplychain", "dsse", "internal", "bc");
            assertThat(referring)
                    .containsExactlyInAnyOrder(
                            own.toString(), own.resolve("pgp").toString());
        }
    }

    private static boolean refersToBouncyCastle(Path file) {
        try {
            return new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1).contains("org/bouncycastle/");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Test
    @Tag("needs-bouncycastle")
    void it_is_found_and_never_registered() {
        assertThat(BouncyCastle.find()).isPresent();
        assertThat(Security.getProvider("BC")).isNull();
    }
}
