package dev.supplychain.clients.grafeas;

import static org.assertj.core.api.Assertions.assertThat;

import dev.supplychain.clients.grafeas.BatchOutcome.Result;
import dev.supplychain.model.grafeas.v1.NoteKind;
import dev.supplychain.model.grafeas.v1.Occurrence;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;

/** Whatever a server leaves out, and in whatever order it answers, nothing is taken for stored that is not. */
class BatchAnswerProperties {
    private static final V1Occurrences TYPE = new V1Occurrences();

    @Property
    void every_answer_is_of_an_equal_item_and_counts_once(
            @ForAll @Size(max = 12) List<@IntRange(max = 3) Integer> contents,
            @ForAll @Size(max = 12) List<Boolean> kept,
            @ForAll Random random) {
        List<Occurrence> sent = contents.stream().map(i -> item(i)).toList();
        List<Occurrence> stored = new ArrayList<>();
        for (int i = 0; i < sent.size(); i++) {
            if (i >= kept.size() || kept.get(i)) {
                stored.add(stored(sent.get(i), i));
            }
        }
        Collections.shuffle(stored, random);

        List<BatchOutcome<Occurrence>> outcomes = BatchAnswer.outcomes(TYPE, "POST /x", sent, stored);

        assertThat(outcomes).extracting(BatchOutcome::item).isEqualTo(sent);
        assertThat(new BatchResult<>(outcomes).stored()).containsExactlyInAnyOrderElementsOf(stored);
        assertThat(outcomes)
                .allSatisfy(outcome -> assertThat(outcome.stored().map(TYPE::writable))
                        .isIn(Optional.empty(), Optional.of(outcome.item())));
        assertThat(outcomes).noneSatisfy(outcome -> assertThat(outcome.result()).isEqualTo(Result.UNKNOWN));
    }

    @Property
    void what_was_rewritten_is_never_stored_more_often_than_answered(
            @ForAll @Size(max = 12) List<@IntRange(max = 3) Integer> contents,
            @ForAll @Size(max = 12) List<@IntRange(max = 3) Integer> answers) {
        List<Occurrence> sent = contents.stream().map(i -> item(i)).toList();
        List<Occurrence> stored = new ArrayList<>();
        for (int i = 0; i < answers.size(); i++) {
            stored.add(Occurrence.builder()
                    .from(stored(item(answers.get(i)), i))
                    .remediation("rewritten")
                    .build());
        }

        List<BatchOutcome<Occurrence>> outcomes = BatchAnswer.outcomes(TYPE, "POST /x", sent, stored);

        assertThat(outcomes).extracting(BatchOutcome::item).isEqualTo(sent);
        assertThat(new BatchResult<>(outcomes).stored()).doesNotHaveDuplicates();
        // Something may be among what was answered and not recognised: then nothing is said not to be stored.
        if (sent.size() > stored.size() && new BatchResult<>(outcomes).stored().size() < stored.size()) {
            assertThat(outcomes)
                    .noneSatisfy(outcome -> assertThat(outcome.result()).isEqualTo(Result.NOT_STORED));
        }
    }

    private static Occurrence item(int content) {
        return Occurrence.builder()
                .resourceUri("https://host/" + content / 2)
                .noteName("projects/p/notes/n")
                .remediation("r" + content % 2)
                .build();
    }

    private static Occurrence stored(Occurrence item, int id) {
        return Occurrence.builder()
                .from(item)
                .name("projects/p/occurrences/" + id)
                .kind(NoteKind.BUILD)
                .build();
    }
}
