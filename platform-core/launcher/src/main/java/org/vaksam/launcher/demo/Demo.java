package org.vaksam.launcher.demo;

import com.fasterxml.jackson.databind.JsonNode;
import java.security.SecureRandom;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.vaksam.launcher.cli.Arguments;
import org.vaksam.launcher.cli.Failure;
import org.vaksam.launcher.cli.Output;
import org.vaksam.launcher.rest.Platform;

/** The whole demo, in the order in which a municipality would start: module, organisation, people, reports. */
public final class Demo {
    private static final int HANDS = 4;
    private static final List<String> MODULES = List.of("incidents", "coordination");
    private static final String LETTERS = "abcdefghjkmnpqrstuvwxyz23456789";

    private final Platform platform;
    private final Output output;

    public Demo(Platform platform, Output output) {
        this.platform = platform;
        this.output = output;
    }

    /** Makes what is missing; a second run adds nothing. */
    public int run(Arguments arguments) {
        Options options = Options.of(arguments);
        MODULES.forEach(this::install);
        List<TownUnit> units = TownUnit.all();
        var organisation = new Organisation(platform, units);
        LocalDate anchor = organisation.anchor(LocalDate.now());
        output.line(
                "Organisation: " + units.size() + " units, " + organisation.ensure() + " of them new below the top");
        var people = new People(platform);
        accounts(people, options);
        report(new Town(anchor, units, people.handlers()).incidents(options.incidents()), units, anchor);
        return 0;
    }

    private void install(String id) {
        for (JsonNode module : platform.get("/api/modules").path("items")) {
            boolean live = "live".equals(module.path("state").asText());
            if (live && id.equals(module.path("id").asText())) {
                return;
            }
        }
        JsonNode plan = platform.post("/api/modules/plan", Map.of("catalogue", id));
        if (!plan.path("possible").asBoolean()) {
            throw new Failure(
                    Failure.REFUSED,
                    "The module " + id + " cannot be installed: "
                            + plan.path("problems").path(0).path("en").asText());
        }
        platform.post("/api/modules/apply", Map.of("plan", plan.path("hash").asText()));
        output.line("Module " + id + ": installed");
    }

    private void accounts(People people, Options options) {
        String password = options.password().orElseGet(Demo::newPassword);
        List<String> made = people.ensure(password);
        output.line("People: " + made.size() + " new accounts");
        if (!made.isEmpty() && options.password().isEmpty()) {
            output.line("  Password of all of them, shown only now: " + password);
            output.line("  For example: " + made.get(0));
        }
    }

    private void report(List<Incident> town, List<TownUnit> units, LocalDate anchor) {
        var incidents = new Incidents(platform, units.get(0).code(), anchor.toString());
        var hands = Executors.newFixedThreadPool(HANDS);
        try {
            var results = new ArrayList<Future<Boolean>>();
            town.forEach(incident -> results.add(hands.submit(() -> incidents.ensure(incident))));
            int made = 0;
            int done = 0;
            for (Future<Boolean> result : results) {
                made += result.get() ? 1 : 0;
                done++;
                output.progress("Incidents", (double) done / results.size(), done + " of " + results.size());
            }
            output.endProgress();
            output.line("Incidents: " + town.size() + ", " + made + " of them new");
        } catch (ExecutionException e) {
            throw e.getCause() instanceof Failure failure ? failure : new IllegalStateException(e);
        } catch (InterruptedException e) {
            throw Failure.interrupted();
        } finally {
            hands.shutdownNow();
        }
    }

    private static String newPassword() {
        var random = new SecureRandom();
        var password = new StringBuilder();
        for (int i = 0; i < 20; i++) {
            password.append(i > 0 && i % 5 == 0 ? "-" : "").append(LETTERS.charAt(random.nextInt(LETTERS.length())));
        }
        return password.toString();
    }
}
