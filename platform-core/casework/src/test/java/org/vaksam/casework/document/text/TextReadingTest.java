package org.vaksam.casework.document.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Date;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.vaksam.api.data.Ids;
import org.vaksam.api.journal.Journal;
import org.vaksam.casework.document.incoming.FileCheck.Checked;
import org.vaksam.casework.document.store.ContentTable;
import org.vaksam.casework.document.store.Document;
import org.vaksam.casework.document.store.DocumentTable;
import org.vaksam.casework.document.store.Uploaded;
import org.vaksam.casework.document.type.FileType;
import org.vaksam.casework.store.AroundRecords;
import org.vaksam.casework.store.CaseworkTables;
import org.vaksam.spi.casework.RecordSurroundings.Surroundings;
import org.vaksam.testkit.ClassPathBundle;
import org.vaksam.testkit.TestDatabase;

/** What files say is read once, is told to whoever follows the records, and is kept. */
final class TextReadingTest {
    private static final String RECORD = Ids.next();

    private Path folder;
    private final List<Journal.Entry> journal = new CopyOnWriteArrayList<>();
    private TestDatabase database;
    private TextTable texts;
    private ContentTable contents;
    private AroundRecords around;
    private TextReading reading;

    @BeforeEach
    void open(@TempDir Path temporary) {
        folder = temporary;
        database = TestDatabase.derby(folder.resolve("db"));
        database.database().write(sql -> {
            sql.update("CREATE TABLE record (id CHAR(36) NOT NULL PRIMARY KEY, type VARCHAR(100), number VARCHAR(40))");
            sql.update("CREATE TABLE asset (id CHAR(36) NOT NULL PRIMARY KEY)");
            return sql.update("INSERT INTO record (id, type, number) VALUES (?, 'incidents.report', 'I-1')", RECORD);
        });
        var tables = new CaseworkTables(
                database.database(), database.migrations(), ClassPathBundle.contextOf(CaseworkTables.class));
        texts = new TextTable(tables);
        contents = new ContentTable(tables);
        around = new AroundRecords(tables);
        Journal entries = entry -> {
            journal.add(entry);
            return Ids.next();
        };
        reading = new TextReading(texts, contents, entries, folder, TextProcessTest.classPath(), Duration.ofMinutes(2));
    }

    @AfterEach
    void close() throws Exception {
        reading.close();
        database.close();
    }

    @Test
    void whatAFileSaysIsFoundWithItsRecord() throws Exception {
        add(Optional.of(RECORD), "internal", "text/plain", "Rutan var krossad");
        assertThat(texts.states(List.of(sha("Rutan var krossad")))).containsValue(TextState.WAITING);

        reading.work();
        reading.work();

        assertThat(texts.states(List.of(sha("Rutan var krossad")))).containsValue(TextState.READ);
        assertThat(around().texts()).contains("Rutan var krossad", "fil.txt");
        assertThat(journal).hasSize(1);
        assertThat(journal.get(0).action()).isEqualTo("document.text-read");
        assertThat(journal.get(0).subject()).isEqualTo(RECORD);
    }

    @Test
    void whatIsRestrictedIsNotFound() throws Exception {
        add(Optional.of(RECORD), "restricted", "text/plain", "Namnet på vittnet");

        reading.work();

        assertThat(journal).isEmpty();
        assertThat(around.of(List.of(RECORD))).isEmpty();
    }

    @Test
    void aFileThatFoundItsRecordWhileItWasReadIsFound() throws Exception {
        String document = add(Optional.empty(), "internal", "text/plain", "Väntar på sin post");
        reading.work();
        assertThat(journal).isEmpty();

        database.database().write(sql -> DocumentTable.attach(sql, document, "anna", RECORD));

        assertThat(around().texts()).contains("Väntar på sin post");
    }

    @Test
    void contentOutOfAnArchiveIsReadToo() throws Exception {
        add(Optional.of(RECORD), "internal", "text/plain", "Ur ett arkiv");
        database.database().write(sql -> sql.update("DELETE FROM document_text"));

        assertThat(database.database().write(TextTable::await)).isEqualTo(1);
        reading.work();

        assertThat(around().texts()).contains("Ur ett arkiv");
    }

    @Test
    void otherKindsAreNotRead() throws Exception {
        add(Optional.of(RECORD), "internal", "image/png", "no picture");
        reading.work();
        assertThat(texts.states(List.of(sha("no picture")))).containsValue(TextState.UNSUPPORTED);
        assertThat(journal).isEmpty();
    }

    @Test
    void actionsAreCountedAndTheFirstDueDateCounts() {
        action("Byt lås", true, "2026-05-02");
        action("Sätt upp skylt", true, "2026-04-01");
        action("Ring polisen", false, "2026-01-01");

        var found = around();

        assertThat(found.openActions()).isEqualTo(2);
        assertThat(found.actions()).isEqualTo(3);
        assertThat(found.due()).contains(LocalDate.of(2026, 4, 1));
        assertThat(found.texts()).contains("Byt lås", "Sätt upp skylt", "Ring polisen");
    }

    @Test
    void documentsAreCountedExceptThoseThatAreRestrictedByThemselves() throws Exception {
        add(Optional.of(RECORD), "internal", "image/png", "one");
        add(Optional.of(RECORD), "internal", "text/plain", "another");
        add(Optional.of(RECORD), "restricted", "text/plain", "secret");

        assertThat(around().documents()).isEqualTo(2);
    }

    private Surroundings around() {
        return Objects.requireNonNull(around.of(List.of(RECORD)).get(RECORD));
    }

    private void action(String title, boolean open, String due) {
        database.database()
                .write(sql -> sql.update(
                        "INSERT INTO work_action (id, record_id, record_type, title, why, due_on, due_order, priority,"
                                + " state, is_open, state_reason, effect_text, verify, escalated, version, created_at,"
                                + " updated_at) VALUES (?, ?, 'incidents.report', ?, '', ?, ?, 2, ?, ?, '', '', ?, 0, 1, ?, ?)",
                        Ids.next(),
                        RECORD,
                        title,
                        Date.valueOf(due),
                        Date.valueOf(due),
                        open ? "PLANNED" : "DONE",
                        open,
                        false,
                        Instant.now(),
                        Instant.now()));
    }

    private String add(Optional<String> record, String secrecy, String mediaType, String says) throws IOException {
        Path file = Files.writeString(Files.createTempFile(folder, "up", ".tmp"), says);
        var document = new Document(Ids.next(), record, Optional.empty(), "", secrecy, 1, 1, "anna", Instant.now());
        var version = new Document.Version(
                document.id(),
                1,
                "fil.txt",
                mediaType,
                Files.size(file),
                sha(says),
                "none",
                "anna",
                Instant.now(),
                false);
        var checked =
                new Checked(file, "fil.txt", FileType.TEXT, Files.size(file), sha(says), "none", Optional.empty());
        database.database().write(sql -> {
            DocumentTable.insert(sql, document);
            new Uploaded(checked, Optional.empty()).store(sql, contents, document, version);
            return true;
        });
        return document.id();
    }

    private static String sha(String text) {
        return "%064x".formatted(text.hashCode() & 0xFFFFFFFFL);
    }
}
