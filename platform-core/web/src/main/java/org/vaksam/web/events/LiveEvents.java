package org.vaksam.web.events;

import jakarta.servlet.AsyncContext;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Supplier;
import org.vaksam.api.security.Caller;
import org.vaksam.api.text.Text;
import org.vaksam.spi.journal.JournalFeed;
import org.vaksam.spi.journal.JournalFollower;
import org.vaksam.spi.security.Authenticator;
import org.vaksam.web.gateway.Surroundings;
import org.vaksam.web.http.Exchange;
import org.vaksam.web.http.Handler;
import org.vaksam.web.problem.Problems;

/** {@code GET /api/events}: server-sent events whose ids are journal positions, so that a client continues without a gap. */
public final class LiveEvents implements Handler, AutoCloseable {
    private static final int RETRY_SECONDS = 5;
    private static final int MOST = 500;
    private static final int MOST_OF_ONE_CALLER = 8;

    private final Supplier<Optional<JournalFeed>> journal;
    private final Supplier<Optional<Authenticator>> authenticator;
    private final EventKinds kinds = new EventKinds();
    private final EventPump pump;

    public LiveEvents(Surroundings surroundings, Duration heartbeat) {
        this.journal = surroundings.journal();
        this.authenticator = surroundings.authenticator();
        this.pump = new EventPump(surroundings, kinds, heartbeat);
        pump.start();
    }

    /** Streams open now. */
    public int open() {
        return pump.open();
    }

    /** What administrators see of it. */
    public JournalFollower follower() {
        return new EventsFollower(pump);
    }

    @Override
    public void handle(Exchange exchange, HttpServletResponse response) throws IOException {
        if (!"GET".equals(exchange.getMethod())) {
            throw Problems.methodNotAllowed("GET");
        }
        Caller caller = exchange.caller();
        if (!caller.isKnown()) {
            throw Problems.notSignedIn();
        }
        JournalFeed feed = journal.get().orElseThrow(() -> Problems.unavailable(RETRY_SECONDS));
        long position = start(exchange.getHeader("Last-Event-ID"), feed.head());
        int open = pump.open();
        if (open >= MOST) {
            throw Problems.tooMany(
                    new Text(
                            "Det finns redan " + open + " öppna händelseströmmar.",
                            "There are " + open + " open event streams already."),
                    RETRY_SECONDS);
        }
        open(caller, position, exchange, response);
    }

    private void open(Caller caller, long position, Exchange exchange, HttpServletResponse response)
            throws IOException {
        response.setContentType("text/event-stream;charset=utf-8");
        response.setHeader("X-Accel-Buffering", "no");
        AsyncContext connection = exchange.startAsync();
        connection.setTimeout(0);
        var out = response.getOutputStream();
        var listener = new Listener(caller, exchange, authenticator);
        var stream = new EventStream(listener, position, connection, out, pump::remove);
        stream.offer(kinds.hello(position));
        out.setWriteListener(stream);
        pump.add(stream, MOST_OF_ONE_CALLER);
    }

    /** Where the client was; at the end when it is new, or knows a position that the journal has not reached. */
    private static long start(String lastEventId, long head) {
        boolean number = lastEventId != null && lastEventId.matches("[0-9]{1,18}");
        return number ? Math.min(Long.parseLong(lastEventId), head) : head;
    }

    @Override
    public void close() {
        pump.close();
    }
}
