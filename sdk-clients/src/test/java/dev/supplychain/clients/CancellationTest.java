package dev.supplychain.clients;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class CancellationTest {
    private final Cancellation cancellation = new Cancellation();
    private final List<String> done = new ArrayList<>();

    @Test
    void does_what_was_registered_once() {
        cancellation.onCancel(() -> done.add("first"));
        cancellation.onCancel(() -> done.add("second"));
        assertThat(cancellation.isCancelled()).isFalse();

        cancellation.cancel();
        cancellation.cancel();

        assertThat(cancellation.isCancelled()).isTrue();
        assertThat(done).containsExactly("first", "second");
    }

    @Test
    void forgets_what_was_closed() {
        cancellation.onCancel(() -> done.add("closed")).close();

        cancellation.cancel();

        assertThat(done).isEmpty();
    }

    @Test
    void does_at_once_what_comes_late() {
        cancellation.cancel();

        cancellation.onCancel(() -> done.add("late"));

        assertThat(done).containsExactly("late");
    }

    @Test
    void nobody_cancels_what_cannot_be_cancelled() {
        Cancellation never = Cancellation.never();
        never.onCancel(() -> done.add("never")).close();

        assertThat(never.isNever()).isTrue();
        assertThat(cancellation.isNever()).isFalse();
        assertThatThrownBy(never::cancel).isInstanceOf(IllegalStateException.class);
        assertThat(done).isEmpty();
    }
}
