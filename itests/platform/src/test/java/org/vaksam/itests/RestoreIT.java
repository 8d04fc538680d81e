package org.vaksam.itests;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.vaksam.itests.support.Distribution;
import org.vaksam.itests.support.Rest;
import org.vaksam.testkit.Waiting;

/** A backup that is made under load comes back on an empty machine as it was, or nothing of it does. */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class RestoreIT {
    private static final String PASSWORD = "fyra gröna hästar";
    private static final int RECORDS = 300;
    /**
     * Tokens know when they were used, numbers how far they have come, a head makes room for the next one; the others describe
     * the backup itself.
     */
    private static final Set<String> CHANGING = Set.of(
            "tables/vaksam.token.jsonl",
            "tables/vaksam.record_number.jsonl",
            "tables/vaksam.journal_head.jsonl",
            "tables/vaksam.talking_position.jsonl",
            "backup.json",
            "contents.json");

    private static Path folder;
    private static Path backup;
    private static Path encrypted;
    private static Distribution original;
    private static Distribution fresh;
    private static Rest rest;
    private static String id = "";

    @BeforeAll
    static void start() {
        folder = Work.folder(RestoreIT.class);
        backup = folder.resolve("backup.zip");
        encrypted = folder.resolve("backup.zip.enc");
        original = Work.distribution(folder.resolve("original"))
                .with("VAKSAM_PASSPHRASE", "korrekt häst batteri")
                .start();
        fresh = Work.distribution(folder.resolve("fresh")).with("VAKSAM_PASSPHRASE", "korrekt häst batteri");
        rest = original.rest();
        rest.install("incidents");
        rest.post(
                        "/api/accounts",
                        "{\"username\":\"anna\",\"name\":\"Anna Ek\",\"password\":\"" + PASSWORD
                                + "\",\"roles\":[\"administrator\"]}")
                .expect(201);
        id = report("Stulen cykel");
        for (int i = 0; i < RECORDS; i++) {
            report("Rapport " + i);
        }
    }

    @AfterAll
    static void stop() {
        original.close();
        fresh.close();
    }

    @Test
    @Order(1)
    void aBackupIsMadeWhileEverybodyWorks() {
        var done = new AtomicBoolean();
        var load = CompletableFuture.supplyAsync(() -> {
            int stored = 0;
            while (!done.get()) {
                report("Under last");
                stored++;
            }
            return stored;
        });
        var made = original.command("backup", backup.toString());
        done.set(true);

        assertThat(made.exitCode()).as(made.output()).isZero();
        assertThat(made.output()).contains("verified");
        assertThat(load.join()).isPositive();
        assertThat(original.command("backup", encrypted.toString(), "--encrypt").exitCode())
                .isZero();
        assertThat(rest.get("/api/backups").expect(200).json().path("items")).hasSize(2);
        assertThat(original.command("backup", "verify", backup.toString()).output())
                .contains("The backup is whole");
        assertThat(original.command("restore", backup.toString()).exitCode())
                .as("into a platform that runs")
                .isEqualTo(1);
    }

    @Test
    @Order(2)
    void whatIsAlteredOrNotMeantForItIsRefused() throws IOException {
        Path altered = folder.resolve("altered.zip");
        byte[] bytes = Files.readAllBytes(backup);
        bytes[bytes.length / 3] ^= 1;
        Files.write(altered, bytes);
        var refused = fresh.command("restore", altered.toString());
        assertThat(refused.exitCode()).as(refused.output()).isEqualTo(1);
        assertThat(refused.output()).contains("damaged or altered");

        fresh.with("VAKSAM_PASSPHRASE", "something else entirely");
        assertThat(fresh.command("restore", encrypted.toString()).output()).contains("The passphrase is wrong");
        fresh.with("VAKSAM_PASSPHRASE", "korrekt häst batteri");
        assertThat(fresh.data().resolve("db")).doesNotExist();
    }

    @Test
    @Order(3)
    void aRestoreThatIsKilledLeavesNothingOrCanBeRepeated() throws Exception {
        for (int millis : List.of(700, 1500, 2500)) {
            Process restore = fresh.launchCommand("restore", encrypted.toString());
            restore.waitFor(millis, TimeUnit.MILLISECONDS);
            restore.descendants().forEach(ProcessHandle::destroyForcibly);
            restore.destroyForcibly().waitFor();
            if (Files.exists(fresh.data().resolve("db"))) {
                break;
            }
        }
        boolean complete = Files.exists(fresh.data().resolve("db"));
        var repeated = complete
                ? fresh.command("restore", encrypted.toString(), "--replace")
                : fresh.command("restore", encrypted.toString());
        assertThat(repeated.exitCode()).as(repeated.output()).isZero();
        assertThat(fresh.data().resolve("restoring")).doesNotExist();
        assertThat(fresh.command("restore", backup.toString()).output()).contains("is not empty");
    }

    @Test
    @Order(4)
    void everythingIsAsItWas() {
        fresh.start();
        Rest anna = fresh.rest();
        JsonNode modules = anna.get("/api/modules").expect(200).json().path("items");
        assertThat(modules.path(0).path("id").asText()).isEqualTo("incidents");
        assertThat(modules.path(0).path("state").asText()).isEqualTo("live");
        String record = "/api/incidents/reports/" + id;
        assertThat(anna.get(record).expect(200).json())
                .isEqualTo(rest.get(record).expect(200).json());
        assertThat(anna.get(record + "/history").expect(200).json())
                .isEqualTo(rest.get(record + "/history").expect(200).json());
        Rest.anonymous(fresh.url())
                .post("/api/session", "{\"username\":\"anna\",\"password\":\"" + PASSWORD + "\"}")
                .expect(200);
        // the index is made anew from the journal, and holds what the backup held
        Waiting.until(
                () -> anna.get("/api/incidents/reports?limit=1")
                                .expect(200)
                                .json()
                                .path("total")
                                .asInt()
                        > RECORDS,
                "all records in the list");
        long before = position(anna, id);
        String later = anna.post("/api/incidents/reports", "{\"kind\":\"theft\",\"title\":\"Efteråt\"}")
                .expect(201)
                .json()
                .path("id")
                .asText();
        Waiting.until(() -> position(anna, later) > before, "the seal of a new record");
        var verified = fresh.command("journal", "verify");
        assertThat(verified.exitCode()).as(verified.output()).isZero();
    }

    /** A backup of what was restored holds every row and every file of the backup it was restored from. */
    @Test
    @Order(5)
    void noRowOfAnyTableIsMissingOrDifferent() throws IOException {
        Path second = folder.resolve("second.zip");
        var made = fresh.command("backup", second.toString());
        assertThat(made.exitCode()).as(made.output()).isZero();
        // the encrypted one, which was restored, is later: it has every row of this one
        Map<String, List<String>> before = contents(backup);
        Map<String, List<String>> after = contents(second);
        assertThat(after.keySet()).isEqualTo(before.keySet());
        assertThat(before.get("tables/vaksam.journal_seal.jsonl")).hasSizeGreaterThan(RECORDS);
        for (String entry : before.keySet()) {
            if (!CHANGING.contains(entry)) {
                assertThat(after.get(entry)).as(entry).containsAll(before.get(entry));
            }
        }
    }

    @Test
    @Order(6)
    void aBackupThatIsKilledLeavesNothing() {
        int kept = rest.get("/api/backups").json().path("items").size();
        rest.post("/api/backups", "{}").expect(202);
        original.kill();
        original.start();
        Rest again = original.rest();
        assertThat(again.get("/api/backups").expect(200).json().path("items")).hasSizeBetween(kept, kept + 1);
        assertThat(original.data().resolve("backups").toFile().list((where, name) -> name.endsWith(".incomplete")))
                .isEmpty();
        again.get("/api/incidents/reports/" + id).expect(200);
    }

    private static Map<String, List<String>> contents(Path backup) throws IOException {
        var contents = new TreeMap<String, List<String>>();
        try (var zip = new ZipFile(backup.toFile())) {
            for (ZipEntry entry : zip.stream().toList()) {
                try (var in = zip.getInputStream(entry)) {
                    String text = new String(in.readAllBytes(), StandardCharsets.ISO_8859_1);
                    contents.put(
                            entry.getName(),
                            entry.getName().endsWith(".jsonl") ? text.lines().toList() : List.of(text));
                }
            }
        }
        return contents;
    }

    private static String report(String title) {
        return rest.post("/api/incidents/reports", "{\"kind\":\"theft\",\"title\":\"" + title + "\"}")
                .expect(201)
                .json()
                .path("id")
                .asText();
    }

    private static long position(Rest from, String record) {
        return from.get("/api/incidents/reports/" + record + "/history")
                .expect(200)
                .json()
                .path("items")
                .path(0)
                .path("position")
                .asLong();
    }
}
