package dev.supplychain.dsse.cosign;

import dev.supplychain.model.Digest;
import dev.supplychain.model.cosign.Resigning;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A directory with one file for each entry, {@code GENERATION-NUMBER-SHA256.json}. Entries of the highest generation count,
 * in the order of their numbers; the others were replaced.
 *
 * <p>There is nothing to lock. A file comes into being whole, by a move, and its name has the hash of its content, so that
 * two writers never want the same name for different things. Replacing is one move too: of a file of the next generation.
 */
final class StoredEntries {
    private static final Pattern NAME = Pattern.compile("([0-9]{10})-([0-9]{10})-([0-9a-f]{64})\\.json");
    private static final int MAX_ENTRIES = 1000;
    private static final long MAX_BYTES = 32L << 20;
    /** So often is a directory listed anew when what was listed is replaced before it is read. */
    private static final int MAX_LISTINGS = 100;

    private final Path folder;

    StoredEntries(Path folder) {
        this.folder = folder;
    }

    /** The name of a file, taken apart. */
    private record Entry(long generation, long number, String sha256) {
        String fileName() {
            return String.format(Locale.ROOT, "%010d-%010d-%s.json", generation, number, sha256);
        }
    }

    /**
     * An entry that counts.
     *
     * @param number entries with higher ones came later, in other directories too
     * @param file where it lies
     * @param content what it says
     */
    @SuppressWarnings("ArrayRecordComponent") // never compared
    record Content(long number, Path file, byte[] content) {}

    /** The number of the last entry; 0 when there is none. */
    long lastNumber() throws IOException {
        return entries().stream().mapToLong(Entry::number).max().orElse(0);
    }

    /** What counts, in order. */
    List<Content> read() throws IOException {
        NoSuchFileException gone = new NoSuchFileException(folder.toString());
        for (int i = 0; i < MAX_LISTINGS; i++) {
            try {
                return contents();
            } catch (NoSuchFileException e) {
                gone = e;
            }
        }
        throw gone;
    }

    private List<Content> contents() throws IOException {
        List<Content> contents = new ArrayList<>();
        for (Entry entry : current(entries())) {
            Path file = folder.resolve(entry.fileName());
            if (Files.size(file) > MAX_BYTES) {
                throw new IOException(file + " has more than " + MAX_BYTES + " bytes");
            }
            byte[] content = Files.readAllBytes(file);
            if (!Digest.sha256(content).hex().equals(entry.sha256())) {
                throw new IOException(file + " was changed: its name has another SHA-256");
            }
            contents.add(new Content(entry.number(), file, content));
        }
        return contents;
    }

    /**
     * Adds an entry, unless the same stands there already.
     *
     * @param number higher than that of all entries it comes after
     * @throws IOException when it cannot be written, or there are 1,000 already
     */
    void append(byte[] content, long number) throws IOException {
        String sha256 = Digest.sha256(content).hex();
        List<Entry> present = current(entries());
        if (present.stream().anyMatch(entry -> entry.sha256().equals(sha256))) {
            return;
        }
        if (present.size() >= MAX_ENTRIES) {
            throw new IOException(folder + " has " + present.size() + " entries, the most that it takes");
        }
        Entry added = new Entry(generation(present), number, sha256);
        write(added, content);
        // Whoever replaced in the meantime did not see this one: it comes after the replacement.
        for (long now = generation(entries()); now > added.generation(); now = generation(entries())) {
            Path outdated = folder.resolve(added.fileName());
            added = new Entry(now, number, sha256);
            write(added, content);
            Files.deleteIfExists(outdated);
        }
    }

    /** Adds an entry in the place of all others; what is added at the same time stays. */
    void replace(byte[] content, long number) throws IOException {
        long next = generation(entries()) + 1;
        write(new Entry(next, number, Digest.sha256(content).hex()), content);
        removeBefore(next);
    }

    void add(byte[] content, long number, Resigning resigning) throws IOException {
        switch (resigning) {
            case APPEND -> append(content, number);
            case REPLACE -> replace(content, number);
        }
    }

    /** Clears away what counts no more. */
    private void removeBefore(long generation) {
        try {
            for (Entry entry : entries()) {
                if (entry.generation() < generation) {
                    Files.deleteIfExists(folder.resolve(entry.fileName()));
                }
            }
        } catch (IOException e) {
            // The new entry counts already: what stays behind is tried again with the next one.
        }
    }

    private static long generation(List<Entry> entries) {
        return entries.stream().mapToLong(Entry::generation).max().orElse(0);
    }

    private static List<Entry> current(List<Entry> entries) {
        long generation = generation(entries);
        return entries.stream()
                .filter(entry -> entry.generation() == generation)
                .sorted(Comparator.comparingLong(Entry::number).thenComparing(Entry::sha256))
                .toList();
    }

    private List<Entry> entries() throws IOException {
        List<Entry> entries = new ArrayList<>();
        try (DirectoryStream<Path> files = Files.newDirectoryStream(folder)) {
            for (Path file : files) {
                Matcher name = NAME.matcher(String.valueOf(file.getFileName()));
                if (name.matches() && Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS)) {
                    entries.add(new Entry(Long.parseLong(name.group(1)), Long.parseLong(name.group(2)), name.group(3)));
                }
            }
        } catch (NoSuchFileException e) {
            return List.of();
        } catch (DirectoryIteratorException e) {
            throw e.getCause();
        }
        return entries;
    }

    private void write(Entry entry, byte[] content) throws IOException {
        if (content.length > MAX_BYTES) {
            throw new IOException("an entry of " + content.length + " bytes, more than " + MAX_BYTES);
        }
        writeWhole(folder.resolve(entry.fileName()), content);
    }

    /** Writes a file so that others see all of it or nothing; what was there is replaced. */
    static void writeWhole(Path file, byte[] content) throws IOException {
        Path folder = file.toAbsolutePath().getParent();
        if (folder == null) {
            throw new IOException(file + " has no directory");
        }
        Files.createDirectories(folder);
        Path draft = folder.resolve("." + UUID.randomUUID() + ".tmp");
        try {
            try (FileChannel out = FileChannel.open(draft, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE)) {
                ByteBuffer rest = ByteBuffer.wrap(content);
                while (rest.hasRemaining()) {
                    out.write(rest);
                }
                out.force(true);
            }
            Files.move(draft, file, StandardCopyOption.ATOMIC_MOVE);
            forceDirectory(file);
        } finally {
            Files.deleteIfExists(draft);
        }
    }

    /** Puts the name of a new file on the disk too, where the system lets programs do that. */
    static void forceDirectory(Path file) {
        Path folder = file.toAbsolutePath().getParent();
        if (folder == null) {
            return;
        }
        try (FileChannel directory = FileChannel.open(folder, StandardOpenOption.READ)) {
            directory.force(true);
        } catch (IOException e) {
            // Windows opens no directory, and needs no such call.
        }
    }
}
