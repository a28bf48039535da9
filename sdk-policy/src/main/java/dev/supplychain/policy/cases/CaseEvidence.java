package dev.supplychain.policy.cases;

import dev.supplychain.dsse.EnvelopeVerifier;
import dev.supplychain.dsse.KeyException;
import dev.supplychain.model.Bytes;
import dev.supplychain.model.Json;
import dev.supplychain.model.MalformedDataException;
import dev.supplychain.policy.Evidence;
import dev.supplychain.policy.EvidenceSet;
import dev.supplychain.policy.RejectedEvidence;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** The evidence of a case, with the names of its files. */
final class CaseEvidence {
    private final CaseKeys keys;
    private final EvidenceSet set;
    private final IdentityHashMap<Object, String> names;

    private CaseEvidence(CaseKeys keys, EvidenceSet set, IdentityHashMap<Object, String> names) {
        this.keys = keys;
        this.set = set;
        this.names = names;
    }

    /** An envelope in JSON, and where it is said to be stored. */
    private record Envelope(Bytes json, Optional<String> attestationUri) {}

    static CaseEvidence read(Path folder, CaseFile terms) throws IOException, KeyException {
        CaseKeys keys = new CaseKeys(terms.keys());
        Map<String, Envelope> envelopes = new LinkedHashMap<>();
        for (Path file : files(folder)) {
            envelopes.put(String.valueOf(file.getFileName()), envelope(PolicyCase.json(file), file, keys));
        }
        EnvelopeVerifier verifier = keys.verifier(terms.time());
        EvidenceSet.Builder all = EvidenceSet.builder();
        IdentityHashMap<Object, String> names = new IdentityHashMap<>();
        envelopes.forEach((name, envelope) -> {
            EvidenceSet.Builder one = EvidenceSet.builder();
            byte[] json = envelope.json().toByteArray();
            envelope.attestationUri()
                    .ifPresentOrElse(uri -> one.verify(verifier, json, uri), () -> one.verify(verifier, json));
            for (Evidence accepted : one.build().accepted()) {
                all.add(accepted);
                names.put(accepted, name);
            }
            for (RejectedEvidence rejected : one.build().rejected()) {
                all.reject(rejected);
                names.put(rejected, name);
            }
        });
        return new CaseEvidence(keys, all.build(), names);
    }

    private static List<Path> files(Path folder) throws IOException {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> file.toString().endsWith(".json"))
                    .sorted()
                    .toList();
        }
    }

    private static Envelope envelope(Json file, Path path, CaseKeys keys) {
        Optional<String> uri = file.get("attestationUri").map(Json::string);
        if (file.get("payload").isPresent()) {
            return new Envelope(Bytes.of(file.toUtf8()), uri);
        }
        Json statement = file.get("statement")
                .orElseThrow(() -> new MalformedDataException(
                        path.toString(), "", "has neither a payload, as an envelope, nor a statement"));
        List<String> signers = file.get("signedBy")
                .map(names -> names.elements().stream().map(Json::string).toList())
                .orElse(List.of("signer"));
        return new Envelope(Bytes.of(keys.sign(signers, statement)), uri);
    }

    CaseKeys keys() {
        return keys;
    }

    EvidenceSet set() {
        return set;
    }

    /** The file of an attestation. */
    Optional<String> nameOf(Object evidence) {
        return Optional.ofNullable(names.get(evidence));
    }
}
