package org.vaksam.web.gateway;

import java.time.Duration;
import java.util.Map;
import org.vaksam.spi.front.Front;
import org.vaksam.spi.journal.JournalFollower;
import org.vaksam.spi.web.GatewayMetrics;
import org.vaksam.web.application.Json;
import org.vaksam.web.events.LiveEvents;
import org.vaksam.web.files.ModuleFiles;
import org.vaksam.web.files.Sites;
import org.vaksam.web.openapi.OpenApi;
import org.vaksam.web.problem.ProblemAnswers;
import org.vaksam.web.problem.ProblemDocuments;

/** The gateway with everything it is made of, put together once. */
public final class Assembled implements AutoCloseable {
    private static final Duration LONGEST_HOLD = Duration.ofSeconds(10);

    private final Sites sites;
    private final LiveEvents events;
    private final Counters counters;
    private final WebGateway gateway;

    /** Puts it together; requests come in after {@link WebGateway#start}. */
    public Assembled(Front front, Surroundings surroundings, Duration heartbeat) {
        sites = new Sites(new ModuleFiles(surroundings.liveModules()));
        events = new LiveEvents(surroundings, heartbeat);
        counters = new Counters(events::open);
        var table = new Tables();
        var openApi = new OpenApi(table::current, surroundings.recordTypes());
        var router = new Router(
                table,
                Map.of(
                        "/api/events", new Direct(events, Destination.Identity.NEEDED, counters.of("events")),
                        "/api/openapi.json",
                                new Direct(openApi, Destination.Identity.INDIFFERENT, counters.of("openapi"))),
                sites,
                new MissingModules(surroundings.modules(), surroundings.complete()),
                counters);
        var holds = new Holds(LONGEST_HOLD);
        var pipeline = new Pipeline(new ProblemAnswers(new ProblemDocuments(Json.mapper())));
        var handler = new FrontHandler(router, holds, surroundings.authenticator(), pipeline);
        gateway = new WebGateway(front, table, holds, counters, surroundings.accounting(), handler);
    }

    public WebGateway gateway() {
        return gateway;
    }

    public GatewayMetrics metrics() {
        return counters;
    }

    public JournalFollower follower() {
        return events.follower();
    }

    public Sites sites() {
        return sites;
    }

    @Override
    public void close() {
        events.close();
        gateway.close();
    }
}
