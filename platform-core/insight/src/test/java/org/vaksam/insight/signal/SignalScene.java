package org.vaksam.insight.signal;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.servlet.http.HttpServletRequest;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;
import org.vaksam.api.security.Caller;
import org.vaksam.api.text.Text;
import org.vaksam.insight.signal.dismiss.DismissalTable;
import org.vaksam.insight.signal.dismiss.Dismissals;
import org.vaksam.insight.signal.follow.FollowTable;
import org.vaksam.insight.signal.follow.Sight;
import org.vaksam.insight.signal.follow.SignalWatch;
import org.vaksam.insight.signal.rest.SignalsResource;
import org.vaksam.insight.store.InsightTables;
import org.vaksam.insight.testing.Address;
import org.vaksam.insight.testing.FakeAccounts;
import org.vaksam.insight.testing.World;
import org.vaksam.spi.security.Authenticator;
import org.vaksam.spi.security.Grants;
import org.vaksam.testkit.ClassPathBundle;
import org.vaksam.testkit.HandClock;
import org.vaksam.testkit.TestDatabase;

/** A town with a signal, somebody who may put it aside, and somebody who may follow. */
abstract class SignalScene {
    final HandClock clock = new HandClock("2025-11-20T12:00:00Z");
    final List<String> told = new ArrayList<>();
    final List<Grants.Reason> reasons = new ArrayList<>();
    World world;
    Signals signals;
    TestDatabase database;
    SignalsResource resource;
    FollowTable follows;
    Dismissals dismissals;
    SignalWatch watch;
    Year year;

    @BeforeEach
    void open(@TempDir Path folder) {
        world = new World(folder.resolve("index"));
        database = TestDatabase.derby(folder);
        signals = world.signals(clock);
        var tables = new InsightTables(
                database.database(), database.migrations(), ClassPathBundle.contextOf(InsightTables.class));
        follows = new FollowTable(tables);
        dismissals =
                new Dismissals(new DismissalTable(tables), database.transactions(), world.journal, world.access, clock);
        resource = new SignalsResource(
                signals, world.scopes(), dismissals, follows, new FakeAccounts(), world.access, clock);
        watch = watch();
        year = Year.usual();
        for (int age = 0; age < 6; age++) {
            year.add("threat", "Torget", "north", age);
        }
        world.put(year.rows());
        grant("incidents:report:read", Optional.empty());
    }

    @AfterEach
    void close() throws Exception {
        watch.close();
        database.close();
        world.close();
    }

    /** A threat, and the minute after it, in which signals may still be as they were. */
    void happens(String unit, int age) {
        world.put(year.add("threat", "Torget", unit, age));
        clock.advance(Duration.ofMinutes(1));
    }

    SignalsResource.Listed list() {
        world.settle();
        return resource.list(Address.of());
    }

    static Map<String, Object> body(String reason, String until) {
        return Map.of("reason", reason, "until", until);
    }

    void grant(String permission, Optional<String> unit) {
        reasons.add(new Grants.Reason("g", Optional.empty(), "reader", Text.same("Reader"), permission, unit));
    }

    SignalWatch watch() {
        Grants grants = (account, permissions) -> reasons.stream()
                .filter(reason -> permissions.contains(reason.permission()))
                .toList();
        var sight = new Sight(new FakeAccounts(), grants, world.types);
        return new SignalWatch(follows, sight, world.scopes(), signals, dismissals, this::tell, authenticator(), clock);
    }

    void tell(String account, String kind, String template, Map<String, String> params) {
        if (told.equals(List.of("full"))) {
            throw new IllegalStateException("no room");
        }
        assertThat(List.of(account, kind, template)).containsExactly(FakeAccounts.ANNA, "signal", "signal");
        told.add(params.toString());
    }

    Authenticator authenticator() {
        return new Authenticator() {
            @Override
            public Caller authenticate(HttpServletRequest request) {
                throw new UnsupportedOperationException();
            }

            @Override
            public Binding bind(Caller caller) {
                Caller before = world.access.caller();
                world.access.as(caller);
                return () -> world.access.as(before);
            }
        };
    }
}
