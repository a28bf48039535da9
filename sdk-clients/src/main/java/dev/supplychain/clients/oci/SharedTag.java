package dev.supplychain.clients.oci;

import dev.supplychain.clients.ApiException;
import dev.supplychain.clients.ApiException.Kind;
import dev.supplychain.clients.oci.Repository.Found;
import dev.supplychain.model.Digest;
import dev.supplychain.model.oci.Descriptor;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.locks.Lock;
import java.util.function.UnaryOperator;

/**
 * A tag whose manifest is a list to which several writers add: the layers of signatures, or the entries of an index.
 *
 * <p>Registries have one operation for that, overwriting. So a writer looks, writes and looks again, until what it wants
 * is there. That alone loses entries: another may have looked before our write and writes after our second look. Hence
 * the second look comes late: after a time in which whoever had looked before our write has written too, and which is
 * some multiple of what our own write took. With conditions ({@code If-Match}), which the specification does not have
 * and some registries obey, the late writer is refused as well.
 */
final class SharedTag {
    private static final int MAX_ATTEMPTS = 16;
    /** As often a registry may refuse to change what nobody else has changed. */
    private static final int MAX_REFUSALS = 2;

    private final Repository repository;
    private final Registry registry;
    private final String tag;
    private final Format format;

    SharedTag(Repository repository, String tag, Format format) {
        this.repository = repository;
        this.registry = repository.registry();
        this.tag = tag;
        this.format = format;
    }

    /** What kind of list it is. */
    interface Format {
        /** The entries of a manifest. */
        List<Descriptor> entries(RegistryManifest manifest);

        /**
         * A manifest with these entries, and all else as it was; what it needs is in the repository then.
         *
         * @param before what is there; absent for nothing
         */
        Document with(Optional<RegistryManifest> before, List<Descriptor> entries);
    }

    /**
     * A manifest to be stored.
     *
     * @param mediaType what it is
     * @param content its bytes
     */
    @SuppressWarnings("ArrayRecordComponent") // never compared
    record Document(String mediaType, byte[] content) {}

    private String line(String method) {
        return method + " /v2/" + repository.path() + "/manifests/" + tag;
    }

    /** The entries now; empty when the tag does not exist. */
    List<Descriptor> entries() {
        return entries(repository.find(tag));
    }

    private List<Descriptor> entries(Optional<Found> found) {
        return repository.parse(
                "GET",
                tag,
                () -> found.map(there -> format.entries(there.manifest())).orElse(List.of()));
    }

    /**
     * Makes a change that lasts.
     *
     * @param change from the entries to those that are wanted; gives the same list when nothing is to be done
     * @throws ApiException when the registry refuses or fails, is not reached, or others change the tag all the time
     */
    void change(UnaryOperator<List<Descriptor>> change) {
        int refusals = 0;
        for (int attempt = 1; attempt <= MAX_ATTEMPTS; attempt++) {
            Step step = step(change, refusals >= MAX_REFUSALS);
            if (step.isDone()) {
                return;
            }
            refusals = step.refused() ? refusals + 1 : 0;
            if (step.written()) {
                registry.settle(line("PUT"), step.took());
            }
        }
        throw ApiException.builder(Kind.ANSWERED, line("PUT"))
                .reason("others have changed the tag in each of " + MAX_ATTEMPTS + " attempts")
                .attempts(MAX_ATTEMPTS)
                .build();
    }

    /** What one attempt has brought; both false when somebody else was faster. */
    private record Step(boolean isDone, boolean written, boolean refused, Duration took) {
        static final Step DONE = new Step(true, false, false, Duration.ZERO);
        static final Step OVERTAKEN = new Step(false, false, false, Duration.ZERO);
        static final Step REFUSED = new Step(false, false, true, Duration.ZERO);

        static Step writtenIn(Duration took) {
            return new Step(false, true, false, took);
        }
    }

    private Step step(UnaryOperator<List<Descriptor>> change, boolean unconditional) {
        Lock lock = registry.lock(repository.path() + ":" + tag);
        lockInterruptibly(lock);
        try {
            Optional<Found> before = repository.find(tag);
            List<Descriptor> now = entries(before);
            List<Descriptor> wanted = change.apply(now);
            if (wanted.equals(now)) {
                return Step.DONE;
            }
            Document next = format.with(before.map(Found::manifest), wanted);
            return write(before, next, unconditional);
        } finally {
            lock.unlock();
        }
    }

    private Step write(Optional<Found> before, Document next, boolean unconditional) {
        long start = System.nanoTime();
        Optional<Digest> now = repository.digest(tag);
        if (!now.equals(before.map(found -> found.manifest().digest()))) {
            return Step.OVERTAKEN;
        }
        try {
            if (unconditional) {
                repository.overwrite(tag, next.mediaType(), next.content());
            } else if (!repository.replace(tag, before, next.mediaType(), next.content())) {
                return Step.REFUSED;
            }
        } catch (ApiException e) {
            if (!e.mayHaveActed()) {
                throw e;
            }
            // The next look tells.
        }
        return Step.writtenIn(Duration.ofNanos(System.nanoTime() - start));
    }

    private void lockInterruptibly(Lock lock) {
        try {
            lock.lockInterruptibly();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw ApiException.builder(Kind.INTERRUPTED, line("PUT"))
                    .reason("interrupted while another thread writes")
                    .attempts(0)
                    .cause(e)
                    .build();
        }
    }
}
