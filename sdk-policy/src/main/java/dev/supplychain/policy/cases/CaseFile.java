package dev.supplychain.policy.cases;

import dev.supplychain.model.Digest;
import dev.supplychain.model.MalformedDataException;
import dev.supplychain.policy.PredicateSource;
import dev.supplychain.policy.internal.Issues;
import dev.supplychain.policy.internal.YamlNode;
import dev.supplychain.policy.internal.YamlObject;
import dev.supplychain.policy.internal.YamlReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** The terms of a case, from {@code case.yaml}. */
record CaseFile(
        Optional<String> scan,
        Optional<Digest> artifact,
        Instant time,
        Map<String, KeyTerms> keys,
        Map<String, String> parameters,
        List<PredicateSource> predicates,
        boolean deduplicates) {
    private static final Instant USUAL_TIME = Instant.parse("2026-11-20T00:00:00Z");

    /** How a key is made. */
    enum Algorithm {
        ED25519,
        ECDSA_P256,
        ECDSA_P384,
        RSA;

        String text() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }

    /** What is said of a key. */
    record KeyTerms(
            Algorithm algorithm,
            Optional<String> keyId,
            boolean trusted,
            Optional<String> publicKey,
            Optional<Instant> notBefore,
            Optional<Instant> notAfter) {
        static final KeyTerms USUAL = new KeyTerms(
                Algorithm.ED25519, Optional.empty(), true, Optional.empty(), Optional.empty(), Optional.empty());
    }

    private enum Answer {
        TRUE,
        FALSE;

        String text() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    static CaseFile read(Path file) throws IOException {
        if (!Files.exists(file)) {
            return new CaseFile(Optional.empty(), Optional.empty(), USUAL_TIME, Map.of(), Map.of(), List.of(), false);
        }
        String text = Files.readString(file);
        Issues issues = new Issues(file.toString(), text);
        List<YamlNode> documents = YamlReader.documents(text, issues);
        Optional<CaseFile> read = documents.stream()
                .findFirst()
                .flatMap(document -> YamlObject.read("the case", document, issues, CaseFile::read));
        if (!issues.isEmpty() || read.isEmpty()) {
            String list =
                    issues.inFileOrder().stream().map(issue -> "\n" + issue).collect(Collectors.joining());
            throw new MalformedDataException(file.toString(), "", "is not the terms of a case" + list);
        }
        return read.get();
    }

    private static CaseFile read(YamlObject object) {
        return new CaseFile(
                object.text("scan"),
                object.text("artifact", Digest::parse),
                object.instant("time").orElse(USUAL_TIME),
                object.objectMap("keys", (name, key) -> Optional.of(readKey(key))),
                object.labels("parameters"),
                object.constants("predicates", PredicateSource.class, PredicateSource::text),
                is(object, "deduplicate", false));
    }

    private static KeyTerms readKey(YamlObject key) {
        return new KeyTerms(
                key.constant("algorithm", Algorithm.class, Algorithm::text).orElse(Algorithm.ED25519),
                key.text("keyId"),
                is(key, "trusted", true),
                key.text("publicKey"),
                key.instant("notBefore"),
                key.instant("notAfter"));
    }

    private static boolean is(YamlObject object, String field, boolean otherwise) {
        return object.constant(field, Answer.class, Answer::text)
                .map(answer -> answer == Answer.TRUE)
                .orElse(otherwise);
    }
}
