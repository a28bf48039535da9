package dev.supplychain.dsse.cosign;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.supplychain.dsse.TestKeys;
import dev.supplychain.model.Bytes;
import dev.supplychain.model.Digest;
import dev.supplychain.model.JsonElements;
import dev.supplychain.model.cosign.Bundle;
import dev.supplychain.model.cosign.CosignSignature;
import dev.supplychain.model.cosign.Resigning;
import dev.supplychain.model.cosign.SignatureSubject;
import dev.supplychain.model.cosign.SigningRecord;
import dev.supplychain.model.dsse.Envelope;
import dev.supplychain.model.dsse.EnvelopeSignature;
import dev.supplychain.model.intoto.PredicateTypes;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.AlphaChars;
import net.jqwik.api.constraints.Chars;
import net.jqwik.api.constraints.Size;
import net.jqwik.api.constraints.StringLength;
import net.jqwik.api.lifecycle.AfterTry;
import net.jqwik.api.lifecycle.BeforeTry;

/** Files hold what lists in memory would hold. */
class SignatureStoreProperties {
    private static final SignatureSubject SUBJECT = SignatureSubject.file(Digest.sha256(new byte[0]), 0);

    private Path folder = Path.of("");

    @BeforeTry
    void open() throws IOException {
        folder = Files.createTempDirectory("store");
    }

    @AfterTry
    void remove() throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
    }

    /** What is attached: a layer, a signature in a bundle, or an attestation. */
    private enum Kind {
        LAYER,
        SIGNATURE,
        STATEMENT_OF_COSIGN,
        ATTESTATION
    }

    private record Step(Kind kind, int content, Resigning resigning) {
        CosignSignature layer() {
            return CosignSignature.of(Bytes.utf8("payload " + content), Bytes.utf8("signature"));
        }

        Bundle bundle() {
            return kind == Kind.SIGNATURE
                    ? BlobSignature.of(Bytes.utf8("signature " + content)).bundle()
                    : Bundle.of(
                            Envelope.builder()
                                    .payload(Bytes.of(TestKeys.statement(
                                                    kind == Kind.ATTESTATION
                                                            ? TestKeys.PROVENANCE
                                                            : PredicateTypes.COSIGN_SIGN_V1)
                                            .toJson()))
                                    .payloadType("application/vnd.in-toto+json")
                                    .addSignatures(EnvelopeSignature.builder()
                                            .sig(Bytes.utf8("signature " + content))
                                            .build())
                                    .build(),
                            "");
        }
    }

    @Provide
    static Arbitrary<List<Step>> steps() {
        return Combinators.combine(
                        Arbitraries.of(Kind.class),
                        Arbitraries.integers().between(0, 3),
                        Arbitraries.of(Resigning.class))
                .as(Step::new)
                .list()
                .ofMaxSize(8);
    }

    @Property(tries = 40)
    void a_directory_holds_what_was_attached_and_not_replaced(@ForAll("steps") List<Step> steps) throws IOException {
        DirectorySignatureStore store = DirectorySignatureStore.at(folder);
        List<CosignSignature> layers = new ArrayList<>();
        List<Bundle> bundles = new ArrayList<>();
        List<Bundle> replaceable = new ArrayList<>();
        for (Step step : steps) {
            if (step.kind() == Kind.LAYER) {
                store.attach(SUBJECT, step.layer(), step.resigning());
                if (step.resigning() == Resigning.REPLACE) {
                    layers.clear();
                }
                addOnce(layers, step.layer());
            } else {
                store.attach(SUBJECT, step.bundle(), step.resigning());
                if (step.resigning() == Resigning.REPLACE && step.kind() != Kind.ATTESTATION) {
                    bundles.removeAll(replaceable);
                    replaceable.clear();
                }
                addOnce(bundles, step.bundle());
                if (step.kind() != Kind.ATTESTATION) {
                    replaceable.add(step.bundle());
                }
            }
        }

        assertThat(store.signatures(SUBJECT)).isEqualTo(layers);
        assertThat(store.bundles(SUBJECT)).isEqualTo(bundles);
    }

    private static <T> void addOnce(List<T> list, T added) {
        if (!list.contains(added)) {
            list.add(added);
        }
    }

    @Property(tries = 20)
    void a_chain_gives_back_what_was_appended_in_its_order(
            @ForAll @Size(max = 10)
                    List<@StringLength(max = 10) @AlphaChars @Chars({'"', '\\', '\n', '\u2028', '\u00e4'}) String>
                            names)
            throws IOException {
        ChainOfCustody chain = ChainOfCustody.at(folder.resolve("signings.ndjson"));
        List<SigningRecord> written = new ArrayList<>();
        for (String name : names) {
            SigningRecord record = SigningRecord.builder()
                    .from(ChainOfCustodyTest.record(name, name))
                    .digest(Digest.sha256(Integer.toString(name.length() % 3).getBytes(UTF_8)))
                    .build();
            chain.append(record);
            written.add(record);
        }

        List<SigningRecord> read = new ArrayList<>();
        try (JsonElements<SigningRecord> records = chain.records()) {
            records.forEachRemaining(read::add);
        }
        assertThat(read).isEqualTo(written);
        assertThat(chain.overview().keySet())
                .allSatisfy(digest -> assertThat(chain.latest(digest))
                        .isEqualTo(chain.of(digest).stream().reduce((earlier, later) -> later)));
    }
}
