package dev.supplychain.clients.internal;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class TokenBucketTest {
    @Test
    void is_empty_after_a_hundred_repetitions() {
        TokenBucket tokens = new TokenBucket(500, 5);

        for (int i = 0; i < 100; i++) {
            assertThat(tokens.takeForRetry()).isTrue();
        }
        assertThat(tokens.takeForRetry()).isFalse();
    }

    @Test
    void fills_up_with_successes() {
        TokenBucket tokens = new TokenBucket(10, 5);
        tokens.takeForRetry();
        tokens.takeForRetry();

        tokens.giveBack(false);
        assertThat(tokens.takeForRetry()).isFalse();
        tokens.giveBack(true);
        assertThat(tokens.takeForRetry()).isTrue();
    }

    @Test
    void never_holds_more_than_at_the_start() {
        TokenBucket tokens = new TokenBucket(5, 5);
        tokens.giveBack(true);

        assertThat(tokens.takeForRetry()).isTrue();
        assertThat(tokens.takeForRetry()).isFalse();
    }
}
