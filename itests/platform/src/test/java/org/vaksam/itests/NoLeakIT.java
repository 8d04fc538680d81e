package org.vaksam.itests;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.vaksam.itests.support.Distribution;
import org.vaksam.itests.support.IncidentVersions;
import org.vaksam.itests.support.Rest;
import org.vaksam.testkit.Waiting;

/** Promise P7: after many updates the class loaders of the old revisions are gone, and the memory for classes is what it was. */
class NoLeakIT {
    /** Until caches of the JVM and of the libraries have what they keep: about twenty updates, measured. */
    private static final int WARM_UP = 25;

    private static final int UPDATES = 50;
    private static final Pattern CLASS_OF_MODULE =
            Pattern.compile("org\\.vaksam\\.incidents\\.PoliceTypesResource$", Pattern.MULTILINE);
    private static final Pattern METASPACE = Pattern.compile("Metaspace\\s+used (\\d+)K");

    private static Distribution vaksam;
    private static Rest rest;

    @BeforeAll
    static void start() {
        vaksam = Work.distribution(NoLeakIT.class).start();
        rest = vaksam.rest();
        rest.install("incidents");
    }

    @AfterAll
    static void stop() {
        vaksam.close();
    }

    @Test
    void fiftyUpdatesLeaveNothingBehind() {
        var versions = new IncidentVersions(vaksam);
        for (int i = 0; i < WARM_UP; i++) {
            update(versions);
        }
        collect();
        long metaspace = metaspaceKilobytes();
        for (int i = 0; i < UPDATES; i++) {
            update(versions);
        }
        Waiting.until(
                () -> {
                    collect();
                    return revisionsInMemory() == 1;
                },
                "the class loaders of retired revisions to go");
        long after = metaspaceKilobytes();
        System.out.printf("%d updates: metaspace %d kB before, %d kB after%n", UPDATES, metaspace, after);
        assertThat(after).as("metaspace in kilobytes, before: " + metaspace).isLessThan(metaspace + metaspace / 10);
    }

    /** An update and a use of everything that a revision brings: its resources, its tables, its records. */
    private static void update(IncidentVersions versions) {
        assertThat(rest.install(versions.next()).path("ok").asBoolean()).isTrue();
        rest.get("/api/incidents/police-types").expect(200);
        rest.get("/api/incidents/reports/definition?kind=theft").expect(200);
        rest.post("/api/incidents/reports", "{\"kind\":\"theft\",\"title\":\"Stulen cykel\"}")
                .expect(201);
        rest.get("/api/openapi.json").expect(200);
    }

    private static void collect() {
        ask("GC.run");
    }

    /** How many class loaders hold a class that every revision of the module has. */
    private static long revisionsInMemory() {
        return CLASS_OF_MODULE
                .matcher(ask("VM.classloaders", "show-classes=true", "fold=false"))
                .results()
                .count();
    }

    private static long metaspaceKilobytes() {
        Matcher used = METASPACE.matcher(ask("GC.heap_info"));
        assertThat(used.find()).isTrue();
        return Long.parseLong(used.group(1));
    }

    private static String ask(String... command) {
        String jcmd = Path.of(System.getProperty("java.home"), "bin", "jcmd").toString();
        try {
            var line = new ArrayList<>(List.of(jcmd, Long.toString(vaksam.pid())));
            line.addAll(List.of(command));
            Process process = new ProcessBuilder(line).redirectErrorStream(true).start();
            return new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }
}
