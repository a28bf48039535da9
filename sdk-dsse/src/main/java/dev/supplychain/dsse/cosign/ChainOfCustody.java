package dev.supplychain.dsse.cosign;

import dev.supplychain.model.Bytes;
import dev.supplychain.model.Digest;
import dev.supplychain.model.JsonElements;
import dev.supplychain.model.MalformedDataException;
import dev.supplychain.model.ModelJson;
import dev.supplychain.model.cosign.SigningRecord;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;

/**
 * All signings that were written down, in a file to which lines are added and from which none is ever taken: the chain of
 * custody of every artifact. The latest record of each is the overview.
 *
 * <pre>{@code
 * ChainOfCustody chain = ChainOfCustody.at(Path.of("signings.ndjson"));
 * chain.latest(digest).ifPresent(record -> System.out.println(record.signedBy() + " " + record.time()));
 * chain.of(digest).forEach(record -> System.out.println(record.keyId()));
 * }</pre>
 *
 * <p>The file is newline-delimited JSON, one {@link SigningRecord} on each line. A record is on the disk before {@link
 * #append} returns. Several processes may append: a lock on a file of the same name with {@code .lock} behind it lets one
 * at a time. A line that was written by half, because its writer was killed or the disk was full, is never passed over:
 * whoever reads up to it or wants to append behind it is told, until {@link #repair} was called.
 *
 * <p>It may be used by several threads.
 */
public final class ChainOfCustody {
    /** Far above any record: an RSA signature and a payload have some thousand bytes. */
    private static final int MAX_LINE_BYTES = 1 << 20;

    private static final int BLOCK = 1 << 16;

    private final Path file;
    private final Path lockFile;
    private final ReentrantLock appending = new ReentrantLock();

    private ChainOfCustody(Path file, Path lockFile) {
        this.file = file;
        this.lockFile = lockFile;
    }

    /**
     * The records in that file, which need not exist yet; its directory must.
     *
     * @throws IllegalArgumentException when the path has no file name
     */
    public static ChainOfCustody at(Path file) {
        Path name = file.getFileName();
        if (name == null || name.toString().isEmpty()) {
            throw new IllegalArgumentException("the path of the records has no file name");
        }
        return new ChainOfCustody(file, file.resolveSibling(name + ".lock"));
    }

    /**
     * Adds a record behind all others; it is on the disk when this returns.
     *
     * @throws MalformedDataException when the last line of the file was written by half; nothing was added
     * @throws IOException when the file cannot be written; it is then as it was, as far as the disk allows
     * @throws IllegalArgumentException when the record has more than 1 MiB of JSON
     */
    public void append(SigningRecord record) throws IOException {
        byte[] line = line(record);
        alone(size -> {
            requireWholeLine(size);
            write(line, size);
            if (size == 0) {
                StoredEntries.forceDirectory(file);
            }
            return Optional.empty();
        });
    }

    /** What is done to a file of that size while nobody else writes. */
    @FunctionalInterface
    private interface Change {
        Optional<Bytes> to(long size) throws IOException;
    }

    private Optional<Bytes> alone(Change change) throws IOException {
        appending.lock();
        try {
            LockFile lock = LockFile.exclusive(lockFile);
            try {
                return change.to(sizeOf(file));
            } finally {
                lock.close();
            }
        } finally {
            appending.unlock();
        }
    }

    private static byte[] line(SigningRecord record) {
        byte[] json = record.toJson();
        if (json.length >= MAX_LINE_BYTES) {
            throw new IllegalArgumentException(
                    "a signing record of " + json.length + " bytes, more than " + (MAX_LINE_BYTES - 1));
        }
        byte[] line = Arrays.copyOf(json, json.length + 1);
        line[json.length] = '\n';
        return line;
    }

    private void write(byte[] line, long size) throws IOException {
        try (FileChannel out = FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.APPEND)) {
            try {
                ByteBuffer rest = ByteBuffer.wrap(line);
                while (rest.hasRemaining()) {
                    out.write(rest);
                }
                out.force(true);
            } catch (IOException e) {
                undo(out, size, e);
                throw e;
            }
        }
    }

    private static void undo(FileChannel out, long size, IOException problem) {
        try {
            out.truncate(size);
        } catch (IOException e) {
            problem.addSuppressed(e);
        }
    }

    private void requireWholeLine(long size) throws IOException {
        long whole = endOfLastLine(size);
        if (whole < size) {
            throw WholeLines.torn(file.toString(), lines(whole) + 1, size - whole);
        }
    }

    /** Where the bytes that were written by half begin; the size of the file when there are none. */
    private long endOfLastLine(long size) throws IOException {
        if (size == 0) {
            return 0;
        }
        try (FileChannel in = FileChannel.open(file, StandardOpenOption.READ)) {
            for (long end = size; end > 0; end -= BLOCK) {
                long start = Math.max(0, end - BLOCK);
                byte[] block = read(in, start, (int) (end - start));
                for (int i = block.length - 1; i >= 0; i--) {
                    if (block[i] == '\n') {
                        return start + i + 1;
                    }
                }
            }
        }
        return 0;
    }

    private byte[] read(FileChannel in, long start, int length) throws IOException {
        ByteBuffer block = ByteBuffer.allocate(length);
        while (block.hasRemaining()) {
            if (in.read(block, start + block.position()) < 0) {
                throw new IOException(file + " became shorter while it was read; records are never removed");
            }
        }
        return block.array();
    }

    private long lines(long size) throws IOException {
        long lines = 0;
        byte[] block = new byte[BLOCK];
        try (InputStream in = new WholeLines(Files.newInputStream(file), size, file.toString())) {
            for (int n = in.read(block); n >= 0; n = in.read(block)) {
                for (int i = 0; i < n; i++) {
                    lines += block[i] == '\n' ? 1 : 0;
                }
            }
        }
        return lines;
    }

    /**
     * Cuts off a last line that was written by half, so that records can be appended again.
     *
     * @return what was cut off, to be kept or reported; absent when the file ends with a whole line
     * @throws IOException when the file cannot be read or written
     */
    public Optional<Bytes> repair() throws IOException {
        return alone(this::cut);
    }

    private Optional<Bytes> cut(long size) throws IOException {
        long whole = endOfLastLine(size);
        if (whole == size) {
            return Optional.empty();
        }
        try (FileChannel log = FileChannel.open(file, StandardOpenOption.READ, StandardOpenOption.WRITE)) {
            Bytes torn = Bytes.of(read(log, whole, Math.toIntExact(size - whole)));
            log.truncate(whole);
            log.force(true);
            return Optional.of(torn);
        }
    }

    /**
     * All records in the order in which they were written, read as they are asked for; what is appended meanwhile is not
     * among them. Close it.
     *
     * <p>It throws {@link MalformedDataException} at a line that is no record, naming it, and at a last line that was written
     * by half.
     *
     * @throws IOException when the file cannot be read; a file that does not exist has no records
     */
    public JsonElements<SigningRecord> records() throws IOException {
        long size = lockedSize();
        InputStream in = size == 0 ? new ByteArrayInputStream(new byte[0]) : Files.newInputStream(file);
        return ModelJson.lines(new WholeLines(in, size, file.toString()), SigningRecord.class);
    }

    /** No line is being written while the lock is held, or while there is no lock yet. */
    private long lockedSize() throws IOException {
        long size = sizeOf(file);
        if (!Files.exists(lockFile)) {
            return size;
        }
        LockFile lock = LockFile.shared(lockFile);
        try {
            return sizeOf(file);
        } finally {
            lock.close();
        }
    }

    private static long sizeOf(Path file) throws IOException {
        return Files.exists(file) ? Files.size(file) : 0;
    }

    /**
     * The chain of custody of one artifact: every signing of it, the first one first.
     *
     * @throws MalformedDataException when a line is no record, or the last one was written by half
     * @throws IOException when the file cannot be read
     */
    public List<SigningRecord> of(Digest artifact) throws IOException {
        List<SigningRecord> chain = new ArrayList<>();
        forEach(record -> {
            if (record.digest().equals(artifact)) {
                chain.add(record);
            }
        });
        return List.copyOf(chain);
    }

    /**
     * The latest signing of one artifact; absent when there is none.
     *
     * @throws MalformedDataException when a line is no record, or the last one was written by half
     * @throws IOException when the file cannot be read
     */
    public Optional<SigningRecord> latest(Digest artifact) throws IOException {
        List<SigningRecord> chain = of(artifact);
        return chain.isEmpty() ? Optional.empty() : Optional.of(chain.get(chain.size() - 1));
    }

    /**
     * The latest signing of every artifact, by the artifact's digest, in the order in which the artifacts were first signed.
     * What comes later in the file is later, whatever the clocks said.
     *
     * @throws MalformedDataException when a line is no record, or the last one was written by half
     * @throws IOException when the file cannot be read
     */
    public Map<Digest, SigningRecord> overview() throws IOException {
        Map<Digest, SigningRecord> latest = new LinkedHashMap<>();
        forEach(record -> latest.put(record.digest(), record));
        return Collections.unmodifiableMap(latest);
    }

    private void forEach(Consumer<SigningRecord> action) throws IOException {
        try (JsonElements<SigningRecord> records = records()) {
            records.forEachRemaining(action);
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
    }

    /** The file. */
    @Override
    public String toString() {
        return "ChainOfCustody[" + file + "]";
    }
}
