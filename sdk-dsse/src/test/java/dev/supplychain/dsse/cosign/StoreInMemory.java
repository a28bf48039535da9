package dev.supplychain.dsse.cosign;

import dev.supplychain.model.Digest;
import dev.supplychain.model.cosign.Bundle;
import dev.supplychain.model.cosign.CosignSignature;
import dev.supplychain.model.cosign.Resigning;
import dev.supplychain.model.cosign.SignatureStore;
import dev.supplychain.model.cosign.SignatureSubject;
import dev.supplychain.model.oci.ImageReference;
import java.io.IOException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;

/** A store that says what it was asked, and whose tags move when a test wants it. */
final class StoreInMemory implements SignatureStore {
    final List<ImageReference> resolved = new ArrayList<>();
    final List<CosignSignature> layers = new ArrayList<>();
    final List<Bundle> bundles = new ArrayList<>();
    final List<SignatureSubject> attached = new ArrayList<>();
    private final Deque<Digest> answers = new ArrayDeque<>();
    private boolean full;

    /** Answers with these digests, one after the other; the last one again and again. */
    StoreInMemory answering(Digest... digests) {
        answers.addAll(List.of(digests));
        return this;
    }

    /** Takes nothing from now on. */
    void beFull() {
        full = true;
    }

    @Override
    public Digest resolve(ImageReference image) throws IOException {
        resolved.add(image);
        Digest answer = answers.size() > 1 ? answers.poll() : answers.peek();
        if (answer == null) {
            throw new IOException("image " + image + " is not known");
        }
        return answer;
    }

    @Override
    public List<CosignSignature> signatures(SignatureSubject subject) {
        return List.copyOf(layers);
    }

    @Override
    public List<Bundle> bundles(SignatureSubject subject) {
        return List.copyOf(bundles);
    }

    @Override
    public void attach(SignatureSubject subject, CosignSignature signature, Resigning resigning) throws IOException {
        attach(subject, layers, signature, resigning);
    }

    @Override
    public void attach(SignatureSubject subject, Bundle bundle, Resigning resigning) throws IOException {
        attach(subject, bundles, bundle, resigning);
    }

    private <T> void attach(SignatureSubject subject, List<T> present, T added, Resigning resigning)
            throws IOException {
        if (full) {
            throw new IOException("disk full");
        }
        if (resigning == Resigning.REPLACE) {
            present.clear();
        }
        present.add(added);
        attached.add(subject);
    }
}
