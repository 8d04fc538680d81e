package org.vaksam.front;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.lang.reflect.Proxy;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.vaksam.spi.front.Front;

/** Requests wait for a handler, a bounded time and a bounded number of them. */
@Timeout(20)
class WaitingRoomTest {
    private final HttpServletRequest request = fake(HttpServletRequest.class);
    private final HttpServletResponse response = fake(HttpServletResponse.class);

    private static <T> T fake(Class<T> type) {
        return type.cast(Proxy.newProxyInstance(
                type.getClassLoader(), new Class<?>[] {type}, (proxy, method, arguments) -> null));
    }

    private CompletableFuture<Boolean> later(WaitingRoom room) {
        return CompletableFuture.supplyAsync(() -> {
            try {
                return room.handle(request, response);
            } catch (Exception e) {
                throw new IllegalStateException(e);
            }
        });
    }

    @Test
    void aHandlerAnswersAtOnce() throws Exception {
        var room = new WaitingRoom(Duration.ofSeconds(10), 1);
        room.use((q, s) -> true);
        assertThat(room.handle(request, response)).isTrue();
    }

    @Test
    void whoeverCameBeforeTheHandlerIsAnswered() throws Exception {
        var room = new WaitingRoom(Duration.ofSeconds(10), 1);
        CompletableFuture<Boolean> waiting = later(room);
        room.use((q, s) -> true);
        assertThat(waiting.get(5, TimeUnit.SECONDS)).isTrue();
    }

    @Test
    void aHandlerThatSaysNoIsAskedAgain() throws Exception {
        var room = new WaitingRoom(Duration.ofSeconds(10), 1);
        var asked = new AtomicInteger();
        var willing = new AtomicBoolean();
        var twice = new CountDownLatch(2);
        room.use((q, s) -> {
            asked.incrementAndGet();
            twice.countDown();
            return willing.get();
        });
        CompletableFuture<Boolean> waiting = later(room);
        assertThat(twice.await(5, TimeUnit.SECONDS)).isTrue();
        willing.set(true);
        assertThat(waiting.get(5, TimeUnit.SECONDS)).isTrue();
        assertThat(asked.get()).isLessThan(200);
    }

    @Test
    void theSuccessorTakesOver() throws Exception {
        var room = new WaitingRoom(Duration.ofSeconds(10), 1);
        Front.Handler old = (q, s) -> false;
        room.use(old);
        CompletableFuture<Boolean> waiting = later(room);
        room.use((q, s) -> true);
        room.release(old);
        assertThat(waiting.get(5, TimeUnit.SECONDS)).isTrue();
        assertThat(room.handle(request, response)).isTrue();
    }

    @Test
    void nobodyWaitsForEver() throws Exception {
        var room = new WaitingRoom(Duration.ofMillis(50), 1);
        assertThat(room.handle(request, response)).isFalse();
    }

    @Test
    void aFullRoomTakesNobodyMore() throws Exception {
        var room = new WaitingRoom(Duration.ofSeconds(10), 0);
        assertThat(room.handle(request, response)).isFalse();
    }
}
