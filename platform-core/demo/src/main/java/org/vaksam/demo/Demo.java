package org.vaksam.demo;

import com.fasterxml.jackson.databind.JsonNode;
import java.security.SecureRandom;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** The whole demo, in the order in which a municipality would start: module, organisation, people, reports. */
final class Demo {
    private static final int HANDS = 4;
    private static final String LETTERS = "abcdefghjkmnpqrstuvwxyz23456789";

    private final Platform platform;
    private final Options options;
    private final Progress progress;

    Demo(Platform platform, Options options, Progress progress) {
        this.platform = platform;
        this.options = options;
        this.progress = progress;
    }

    void run() {
        installIncidents();
        List<TownUnit> units = TownUnit.all();
        var organisation = new Organisation(platform, units);
        LocalDate anchor = organisation.anchor(LocalDate.now());
        progress.line(
                "Organisation: " + units.size() + " units, " + organisation.ensure() + " of them new below the top");
        var people = new People(platform);
        accounts(people);
        report(new Town(anchor, units, people.handlers()).incidents(options.incidents()), units, anchor);
    }

    private void installIncidents() {
        for (JsonNode module : platform.get("/api/modules").path("items")) {
            boolean live = "live".equals(module.path("state").asText());
            if (live && "incidents".equals(module.path("id").asText())) {
                return;
            }
        }
        JsonNode plan = platform.post("/api/modules/plan", Map.of("catalogue", "incidents"));
        if (!plan.path("possible").asBoolean()) {
            throw new Failure(
                    Failure.REFUSED,
                    "The module incidents cannot be installed: "
                            + plan.path("problems").path(0).path("en").asText());
        }
        platform.post("/api/modules/apply", Map.of("plan", plan.path("hash").asText()));
        progress.line("Module incidents: installed");
    }

    private void accounts(People people) {
        String password = options.password().orElseGet(Demo::newPassword);
        List<String> made = people.ensure(password);
        progress.line("People: " + made.size() + " new accounts");
        if (!made.isEmpty() && options.password().isEmpty()) {
            progress.line("  Password of all of them, shown only now: " + password);
            progress.line("  For example: " + made.get(0));
        }
    }

    private void report(List<Incident> town, List<TownUnit> units, LocalDate anchor) {
        var incidents = new Incidents(platform, units.get(0).code(), anchor.toString());
        var hands = Executors.newFixedThreadPool(HANDS);
        try {
            var results = new ArrayList<Future<Boolean>>();
            town.forEach(incident -> results.add(hands.submit(() -> incidents.ensure(incident))));
            int made = 0;
            for (Future<Boolean> result : results) {
                made += result.get() ? 1 : 0;
                progress.step("Incidents", results.size());
            }
            progress.line("Incidents: " + town.size() + ", " + made + " of them new");
        } catch (ExecutionException e) {
            throw e.getCause() instanceof Failure failure ? failure : new IllegalStateException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new Failure(Failure.UNREACHABLE, "Interrupted");
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
