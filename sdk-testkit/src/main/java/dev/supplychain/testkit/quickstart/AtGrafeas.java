package dev.supplychain.testkit.quickstart;

import dev.supplychain.clients.ApiException;
import dev.supplychain.clients.grafeas.GrafeasClient;
import dev.supplychain.model.NoteName;
import dev.supplychain.model.OccurrenceName;
import dev.supplychain.model.dsse.Envelope;
import dev.supplychain.model.grafeas.v1.Note;
import dev.supplychain.model.grafeas.v1.Occurrence;
import dev.supplychain.testkit.fake.FakeGrafeas;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Keeps the envelope in Grafeas: an attestation note, and an occurrence under it. */
final class AtGrafeas implements AutoCloseable {
    private static final int CONFLICT = 409;

    private final @Nullable FakeGrafeas fake;
    private final GrafeasClient client;
    private final NoteName note;

    AtGrafeas(Settings settings, Account account) {
        Optional<String> url = settings.url("grafeas");
        this.fake = url.isPresent() ? null : FakeGrafeas.start();
        this.client = GrafeasClient.create(
                settings.options("grafeas", fake == null ? url.orElseThrow() : fake.url(), account));
        this.note = fake == null
                ? NoteName.of(
                        settings.require("grafeas.project", "the project of the occurrence"),
                        settings.require("grafeas.note", "the attestation note"))
                : NoteName.of("quickstart", "built-here");
    }

    /** The name of the new occurrence. */
    String store(Artifact artifact, Envelope envelope) {
        createNote();
        return client.createOccurrence(note.project(), Occurrence.attestation(artifact.resourceUri(), note, envelope))
                .name()
                .orElseThrow();
    }

    private void createNote() {
        try {
            client.createNote(note, Note.attestation("quickstart"));
        } catch (ApiException e) {
            // A note of an earlier run serves as well.
            if (e.httpStatus().orElse(0) != CONFLICT) {
                throw e;
            }
        }
    }

    Envelope fetch(String name) {
        return client.getOccurrence(OccurrenceName.parse(name))
                .envelope()
                .orElseThrow()
                .toDsse();
    }

    @Override
    public void close() {
        client.close();
        if (fake != null) {
            fake.close();
        }
    }
}
