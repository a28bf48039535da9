package dev.supplychain.testkit.fake;

import dev.supplychain.model.Json;
import java.util.List;
import java.util.stream.Stream;

/** What Google's service asks of notes and occurrences beyond their description. */
final class GrafeasRules {
    private static final int MAX_NOTE_ID_CHARS = 100;

    private final GrafeasVersion version;
    private final GrafeasStore store;

    GrafeasRules(GrafeasVersion version, GrafeasStore store) {
        this.version = version;
        this.store = store;
    }

    static void requireNoteId(String id) {
        if (id.length() > MAX_NOTE_ID_CHARS || id.isEmpty() || id.contains("/")) {
            throw Refusal.invalid(
                    "note_id \"" + id + "\" is not at most " + MAX_NOTE_ID_CHARS + " characters without /");
        }
    }

    /** The kind of a note that may be stored. */
    String requireNote(Json note) {
        String kind = kindOf(note, "note");
        if (kind.equals("ATTESTATION")) {
            GrafeasJson.requireText(note, "note", List.of(version.authority(), "hint", "humanReadableName"));
        }
        return kind;
    }

    /** The kind of an occurrence that may be stored. */
    String requireOccurrence(Json occurrence) {
        GrafeasJson.requireText(occurrence, "occurrence", version.resourceUri());
        String noteName = GrafeasJson.requireText(occurrence, "occurrence", List.of("noteName"));
        String kind = kindOf(occurrence, "occurrence");
        if (!GrafeasPath.isNoteName(noteName)) {
            throw Refusal.invalid("note_name \"" + noteName + "\" is not projects/[PROVIDER_ID]/notes/[NOTE_ID]");
        }
        if (kind.equals("ATTESTATION")) {
            requireAttestation(occurrence);
        }
        requireNoteOfKind(noteName, kind);
        return kind;
    }

    private void requireNoteOfKind(String noteName, String kind) {
        Json note = store.notes().get(noteName);
        if (note == null) {
            throw Refusal.notFound("note \"" + noteName + "\" does not exist");
        }
        if (!GrafeasJson.text(note, "kind").equals(kind)) {
            throw Refusal.invalid("details of kind " + kind + " do not fit note \"" + noteName + "\" of kind "
                    + GrafeasJson.text(note, "kind"));
        }
    }

    /** Signatures and what they sign; a PGP signature of version 1beta1 has both in one. */
    private void requireAttestation(Json occurrence) {
        List<String> pgp = List.of("attestation", "attestation", "pgpSignedAttestation");
        if (!version.isV1() && GrafeasJson.at(occurrence, pgp).isPresent()) {
            GrafeasJson.requireText(occurrence, "occurrence", append(pgp, "signature"));
            return;
        }
        List<String> path = version.signedAttestation();
        Json attestation = GrafeasJson.at(occurrence, path)
                .orElseThrow(() -> Refusal.invalid("occurrence." + String.join(".", path) + " is required"));
        List<Json> signatures = GrafeasJson.elements(attestation, "signatures");
        if (GrafeasJson.elements(attestation, "jwts").isEmpty()) {
            GrafeasJson.requireText(occurrence, "occurrence", append(path, "serializedPayload"));
            if (signatures.isEmpty()) {
                throw Refusal.invalid("occurrence." + String.join(".", path) + ".signatures is required");
            }
        }
        for (Json signature : signatures) {
            GrafeasJson.requireText(
                    signature, "occurrence." + String.join(".", path) + ".signatures", List.of("publicKeyId"));
        }
    }

    private static List<String> append(List<String> path, String name) {
        return Stream.concat(path.stream(), Stream.of(name)).toList();
    }

    /** The same attestation again is a conflict; other kinds may be reported as often as a scanner runs. */
    void refuseDuplicate(String kind, Json sent) {
        if (!kind.equals("ATTESTATION") && !kind.equals("DSSE_ATTESTATION")) {
            return;
        }
        store.occurrences().forEach((name, stored) -> {
            if (isSame(stored, sent)) {
                throw Refusal.of(RpcCode.ALREADY_EXISTS, "occurrence \"" + name + "\" already exists");
            }
        });
    }

    private static boolean isSame(Json stored, Json sent) {
        return Stream.of("noteName", "resourceUri", "resource", "attestation", "dsseAttestation")
                .allMatch(name -> stored.get(name).equals(sent.get(name)));
    }

    /** The kind that belongs to the one details member. */
    String kindOf(Json resource, String what) {
        List<String> details = resource.members().keySet().stream()
                .filter(member -> version.kindOf(member).isPresent())
                .toList();
        if (details.isEmpty()) {
            throw Refusal.invalid(what + " details are required");
        }
        if (details.size() > 1) {
            throw Refusal.invalid("Invalid value at '" + what
                    + "' (oneof), oneof field 'type' is already set. Cannot set '" + details.get(1) + "'");
        }
        return version.kindOf(details.get(0)).orElseThrow();
    }
}
