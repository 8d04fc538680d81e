package org.vaksam.testkit.tck;

import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.vaksam.testkit.tck.PlatformClient.Reply;
import org.vaksam.testkit.tck.RecordKinds.Kind;

/** People who create and read records without a pause, until closed. */
final class Load implements AutoCloseable {
    private static final int PEOPLE = 3;

    private final ExecutorService people = Executors.newFixedThreadPool(PEOPLE);
    private final Queue<String> created = new ConcurrentLinkedQueue<>();
    private final Queue<String> failures = new ConcurrentLinkedQueue<>();
    private volatile boolean working = true;

    Load(PlatformClient client, Kind kind) {
        for (int i = 0; i < PEOPLE; i++) {
            people.execute(() -> {
                while (working && failures.isEmpty()) {
                    work(client, kind);
                }
            });
        }
    }

    private void work(PlatformClient client, Kind kind) {
        try {
            Reply made = client.post(kind.address(), kind.smallest()).expect(201);
            String address = kind.address() + "/" + made.body().path("id").asText();
            client.get(address).expect(200);
            created.add(address);
        } catch (RuntimeException | AssertionError e) {
            failures.add(e.toString());
        }
    }

    /** Addresses of the records that were acknowledged. */
    List<String> created() {
        return List.copyOf(created);
    }

    /** Requests that did not get what they asked for. */
    List<String> failures() {
        return List.copyOf(failures);
    }

    @Override
    public void close() throws InterruptedException {
        working = false;
        people.shutdown();
        if (!people.awaitTermination(1, TimeUnit.MINUTES)) {
            failures.add("A request has not been answered for a minute");
        }
    }
}
