package org.vaksam.security.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class ShortMemoryTest {
    private final AtomicLong now = new AtomicLong();
    private final AtomicInteger reads = new AtomicInteger();
    private final ShortMemory<String, Integer> memory = new ShortMemory<>(Duration.ofNanos(10), 2, now::get);

    @Test
    void readsOnceWhileItRemembers() {
        assertThat(read("a")).isEqualTo(1);
        assertThat(read("a")).isEqualTo(1);
        now.addAndGet(11);
        assertThat(read("a")).isEqualTo(2);
    }

    @Test
    void readsAnewAfterForgetting() {
        read("a");
        memory.forget();
        assertThat(read("a")).isEqualTo(2);
    }

    @Test
    void aReadThatWasUnderWayWhenItForgotIsNotKept() {
        memory.get("a", key -> {
            memory.forget();
            return Optional.of(99);
        });
        assertThat(read("a")).isEqualTo(1);
    }

    @Test
    void doesNotGrowWithoutEnd() {
        read("a");
        read("b");
        read("c");
        assertThat(read("c")).isEqualTo(3);
        assertThat(read("a")).isEqualTo(4);
    }

    private int read(String key) {
        return memory.get(key, unused -> Optional.of(reads.incrementAndGet())).orElseThrow();
    }
}
