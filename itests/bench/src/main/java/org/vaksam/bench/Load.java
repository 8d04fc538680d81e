package org.vaksam.bench;

import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.IntFunction;

/** The same kind of request over some connections for some seconds. */
record Load(URI base, String token, int connections, Duration time) {

    /** What to send as the n-th request. */
    record Request(String method, String path, String body) {
        static Request get(String path) {
            return new Request("GET", path, "");
        }
    }

    /**
     * What came of it.
     *
     * @param perSecond answers with a status below 400, a second
     * @param failed    other answers
     */
    record Result(double perSecond, long failed, double p50, double p99, double longest) {
        @Override
        public String toString() {
            return String.format(
                    "%8.0f /s   p50 %6.1f ms   p99 %6.1f ms   longest %6.0f ms%s",
                    perSecond, p50, p99, longest, failed > 0 ? "   FAILED " + failed : "");
        }
    }

    Result run(IntFunction<Request> requests) throws InterruptedException {
        var next = new AtomicInteger();
        var failed = new AtomicLong();
        var latencies = new ArrayList<long[]>();
        var start = new CountDownLatch(1);
        var threads = new ArrayList<Thread>();
        for (int i = 0; i < connections; i++) {
            var thread = new Thread(() -> {
                long[] mine = work(start, requests, next, failed);
                synchronized (latencies) {
                    latencies.add(mine);
                }
            });
            threads.add(thread);
            thread.start();
        }
        start.countDown();
        for (Thread thread : threads) {
            thread.join();
        }
        return summary(latencies, failed.get());
    }

    private long[] work(CountDownLatch start, IntFunction<Request> requests, AtomicInteger next, AtomicLong failed) {
        long[] nanos = new long[1 << 12];
        int count = 0;
        try (var connection = new Connection(base, token)) {
            start.await();
            long end = System.nanoTime() + time.toNanos();
            for (long begin = System.nanoTime(); begin < end; begin = System.nanoTime()) {
                Request request = requests.apply(next.getAndIncrement());
                if (connection.send(request.method(), request.path(), request.body()) >= 400) {
                    failed.incrementAndGet();
                    continue;
                }
                if (count == nanos.length) {
                    nanos = Arrays.copyOf(nanos, count * 2);
                }
                nanos[count++] = System.nanoTime() - begin;
            }
        } catch (IOException e) {
            failed.incrementAndGet();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        return Arrays.copyOf(nanos, count);
    }

    private Result summary(List<long[]> latencies, long failed) {
        long[] all = latencies.stream().flatMapToLong(Arrays::stream).sorted().toArray();
        if (all.length == 0) {
            return new Result(0, failed, 0, 0, 0);
        }
        return new Result(
                all.length / (time.toMillis() / 1000.0),
                failed,
                all[all.length / 2] / 1e6,
                all[(int) (all.length * 0.99)] / 1e6,
                all[all.length - 1] / 1e6);
    }
}
