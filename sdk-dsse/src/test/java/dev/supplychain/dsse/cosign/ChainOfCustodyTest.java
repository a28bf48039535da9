package dev.supplychain.dsse.cosign;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.supplychain.model.Bytes;
import dev.supplychain.model.Digest;
import dev.supplychain.model.JsonElements;
import dev.supplychain.model.MalformedDataException;
import dev.supplychain.model.Timestamp;
import dev.supplychain.model.cosign.ArtifactKind;
import dev.supplychain.model.cosign.SigningRecord;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ChainOfCustodyTest {
    @TempDir
    Path folder;

    private Path file() {
        return folder.resolve("signings.ndjson");
    }

    static SigningRecord record(String artifact, String signedBy) {
        return SigningRecord.builder()
                .artifact(artifact)
                .kind(ArtifactKind.FILE)
                .digest(Digest.sha256(artifact.getBytes(UTF_8)))
                .keyId("SHA256:x")
                .signedBy(signedBy)
                .time(Timestamp.parse("2026-11-21T12:00:00Z"))
                .signature(Bytes.utf8(signedBy))
                .build();
    }

    private static List<SigningRecord> all(ChainOfCustody chain) throws IOException {
        List<SigningRecord> all = new ArrayList<>();
        try (JsonElements<SigningRecord> records = chain.records()) {
            records.forEachRemaining(all::add);
        }
        return all;
    }

    @Test
    void a_file_that_is_not_there_has_no_records_and_is_not_made_by_looking() throws Exception {
        ChainOfCustody chain = ChainOfCustody.at(file());

        assertThat(all(chain)).isEmpty();
        assertThat(chain.overview()).isEmpty();
        assertThat(chain.latest(Digest.sha256(new byte[0]))).isEmpty();
        assertThat(chain.repair()).isEmpty();
        assertThat(file()).doesNotExist();
    }

    @Test
    void every_event_is_kept_and_the_latest_is_the_overview() throws Exception {
        ChainOfCustody chain = ChainOfCustody.at(file());
        SigningRecord first = record("a.jar", "alice");
        SigningRecord other = record("b.jar", "alice");
        SigningRecord second = record("a.jar", "bob");
        chain.append(first);
        chain.append(other);
        chain.append(second);

        assertThat(all(chain)).containsExactly(first, other, second);
        assertThat(chain.of(first.digest())).containsExactly(first, second);
        assertThat(chain.latest(first.digest())).hasValue(second);
        assertThat(chain.overview().values()).containsExactly(second, other);
        assertThat(Files.readAllLines(file()))
                .hasSize(3)
                .allSatisfy(line -> assertThat(line).startsWith("{\"artifact\":"));
    }

    @Test
    void what_is_appended_while_somebody_reads_is_not_among_what_is_read() throws Exception {
        ChainOfCustody chain = ChainOfCustody.at(file());
        chain.append(record("a.jar", "alice"));

        try (JsonElements<SigningRecord> records = chain.records()) {
            chain.append(record("b.jar", "alice"));

            assertThat(records).toIterable().containsExactly(record("a.jar", "alice"));
        }
    }

    @Test
    void a_line_written_by_half_is_told_to_readers_and_writers_until_it_is_cut_off() throws Exception {
        ChainOfCustody chain = ChainOfCustody.at(file());
        SigningRecord whole = record("a.jar", "alice");
        chain.append(whole);
        Files.writeString(file(), "{\"artifact\":\"b.jar\"", StandardOpenOption.APPEND);

        for (MalformedDataException told : new MalformedDataException[] {
            catchMalformed(() -> chain.latest(whole.digest())),
            catchMalformed(chain::overview),
            catchMalformed(() -> chain.append(whole))
        }) {
            assertThat(told.problem()).contains("written by half", "19 bytes without line end");
            assertThat(told.place()).isEqualTo("line 2");
        }
        try (JsonElements<SigningRecord> records = chain.records()) {
            assertThat(records.next()).isEqualTo(whole);
            assertThatThrownBy(records::hasNext).hasMessageContaining("written by half");
        }

        assertThat(chain.repair()).hasValue(Bytes.utf8("{\"artifact\":\"b.jar\""));

        assertThat(chain.repair()).isEmpty();
        chain.append(whole);
        assertThat(all(chain)).containsExactly(whole, whole);
    }

    private interface Call {
        void run() throws Exception;
    }

    private static MalformedDataException catchMalformed(Call call) throws Exception {
        try {
            call.run();
        } catch (MalformedDataException e) {
            return e;
        }
        throw new AssertionError("nothing was told");
    }

    /** Whole as JSON, but perhaps the beginning of a longer number or of another record. */
    @Test
    void a_last_line_without_its_end_does_not_count_even_when_it_can_be_read() throws Exception {
        Files.write(file(), record("a.jar", "alice").toJson());

        assertThatThrownBy(() -> ChainOfCustody.at(file()).overview()).hasMessageContaining("written by half");
    }

    @Test
    void a_file_cut_anywhere_but_behind_a_line_is_told() throws Exception {
        ChainOfCustody chain = ChainOfCustody.at(file());
        chain.append(record("a.jar", "alice"));
        chain.append(record("ä.jar", "bob"));
        byte[] whole = Files.readAllBytes(file());
        int first = new String(whole, UTF_8).indexOf('\n') + 1;

        for (int length = 0; length <= whole.length; length++) {
            Files.write(file(), Arrays.copyOf(whole, length));
            if (length == 0 || length == first || length == whole.length) {
                assertThat(all(chain)).hasSize(length == 0 ? 0 : length == first ? 1 : 2);
            } else {
                assertThatThrownBy(() -> all(chain)).isInstanceOf(MalformedDataException.class);
            }
        }
    }

    @Test
    void a_line_that_is_no_record_is_told_with_its_place() throws Exception {
        ChainOfCustody chain = ChainOfCustody.at(file());
        chain.append(record("a.jar", "alice"));
        Files.writeString(file(), "{\"artifact\":\"b.jar\"}\n", StandardOpenOption.APPEND);

        assertThatThrownBy(chain::overview)
                .isInstanceOf(MalformedDataException.class)
                .hasMessageContaining("at /1");
    }

    @Test
    void a_torn_line_longer_than_a_block_is_found() throws Exception {
        ChainOfCustody chain = ChainOfCustody.at(file());
        SigningRecord whole = record("a.jar", "alice");
        chain.append(whole);
        Files.writeString(file(), "x".repeat(200_000), StandardOpenOption.APPEND);

        assertThatThrownBy(() -> chain.append(whole)).hasMessageContaining("200000 bytes without line end");
        assertThat(chain.repair().orElseThrow().size()).isEqualTo(200_000);
        assertThat(all(chain)).containsExactly(whole);
    }

    @Test
    void a_record_that_is_no_record_of_a_signing_any_more_is_refused() {
        SigningRecord huge = SigningRecord.builder()
                .from(record("a.jar", "alice"))
                .signedBy("x".repeat(1 << 20))
                .build();

        assertThatThrownBy(() -> ChainOfCustody.at(file()).append(huge)).isInstanceOf(IllegalArgumentException.class);
        assertThat(file()).doesNotExist();
    }

    /** Each thread has a chain of its own, as if it knew nothing of the others. */
    @Test
    void many_who_append_at_once_lose_nothing() throws Exception {
        int writers = 4;
        int each = 10;
        ExecutorService threads = Executors.newFixedThreadPool(writers);
        try {
            List<Future<?>> running = new ArrayList<>();
            for (int i = 0; i < writers; i++) {
                String name = "writer " + i;
                running.add(threads.submit(() -> {
                    ChainOfCustody chain = ChainOfCustody.at(file());
                    for (int n = 0; n < each; n++) {
                        chain.append(record(name + " " + n, name));
                        chain.latest(Digest.sha256(new byte[0]));
                    }
                    return null;
                }));
            }
            for (Future<?> writer : running) {
                writer.get();
            }
        } finally {
            threads.shutdown();
        }

        assertThat(all(ChainOfCustody.at(file())))
                .extracting(SigningRecord::artifact)
                .hasSize(writers * each)
                .doesNotHaveDuplicates();
    }
}
