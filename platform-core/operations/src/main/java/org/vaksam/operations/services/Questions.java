package org.vaksam.operations.services;

import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;

/**
 * Asks without waiting for ever: a monitor gets its answer also when a database hangs. A question that is still being worked
 * on is not asked a second time.
 */
@Component(service = Questions.class)
public final class Questions {
    private static final Duration PATIENCE = Duration.ofSeconds(2);

    private final ExecutorService threads = Executors.newCachedThreadPool(work -> {
        var thread = new Thread(work, "vaksam-operations");
        thread.setDaemon(true);
        return thread;
    });
    private final Map<String, CompletableFuture<Object>> open = new ConcurrentHashMap<>();
    private final Duration patience;

    @Activate
    public Questions() {
        this(PATIENCE);
    }

    /** With a patience of the caller's choice. */
    public Questions(Duration patience) {
        this.patience = patience;
    }

    @Deactivate
    public void close() {
        threads.shutdownNow();
    }

    /**
     * The answer, or empty when it takes too long.
     *
     * @param name which question: the same name always stands for the same question
     */
    @SuppressWarnings("unchecked")
    public <T> Optional<T> ask(String name, Supplier<T> question) {
        CompletableFuture<Object> answer =
                open.computeIfAbsent(name, unused -> CompletableFuture.supplyAsync(question::get, threads));
        try {
            Object value = answer.get(patience.toMillis(), TimeUnit.MILLISECONDS);
            open.remove(name, answer);
            return Optional.of((T) value);
        } catch (TimeoutException e) {
            return Optional.empty();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return Optional.empty();
        } catch (ExecutionException e) {
            open.remove(name, answer);
            throw new IllegalStateException(e.getCause());
        }
    }
}
