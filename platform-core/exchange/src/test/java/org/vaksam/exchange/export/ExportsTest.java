package org.vaksam.exchange.export;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.zip.ZipInputStream;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.vaksam.api.journal.Journal;
import org.vaksam.api.problem.Problem;
import org.vaksam.api.security.Caller;
import org.vaksam.exchange.ImportsResource;
import org.vaksam.exchange.RunState;
import org.vaksam.testkit.TestDatabase;

/** Files for their owner: what is in them, who gets them, and what is left of them. */
@SuppressWarnings("NullAway.Init") // opened before each test
class ExportsTest {
    private static final Map<String, List<String>> ALL = Map.of("type", List.of("things.thing"));

    @TempDir
    Path folder;

    private TestDatabase database;
    private House house;
    private Exports exports;

    @BeforeEach
    void open() {
        database = TestDatabase.derby(folder.resolve("db")).migrate("exchange", ImportsResource.class);
        house = new House(database, folder);
        exports = house.start();
    }

    @AfterEach
    void close() throws Exception {
        house.portions.release(1_000);
        exports.close();
        database.close();
    }

    @Test
    void csvIsSafeAndSpeaksTheLanguage() throws Exception {
        house.titles = List.of("=cmd|' /C calc'!A0", "rad\r\n\"två\"; 😀", "＝1+1", "");
        String csv = text(
                house.file(exports, House.order(FileFormat.CSV, ALL, "number", "title", "fields.cost", "occurredAt")));

        assertThat(csv)
                .startsWith("\uFEFFNummer;Rubrik;Kostnad;Inträffade\r\n")
                .contains("T-0;'=cmd|' /C calc'!A0;\"-1234,50\";2026-10-25 02:30\r\n")
                .contains("T-1;\"rad\r\n\"\"två\"\"; 😀\";\"-1234,50\";")
                .contains("T-2;'＝1+1;\"-1234,50\";")
                .contains("T-3;;\"-1234,50\";");
    }

    @Test
    void aWorkbookHasTypesAHeadingAndSaysWhatItIs() throws Exception {
        house.titles = List.of("=1+1", "_x0041_ & <b> \u0001", "c");
        byte[] file = house.file(
                exports,
                House.order(FileFormat.XLSX, Map.of("type", List.of("things.thing"), "kind", List.of("theft"))));
        String sheet = part(file, "xl/worksheets/sheet1.xml");
        String about = part(file, "xl/worksheets/sheet2.xml");

        assertThat(sheet)
                .contains(
                        "state=\"frozen\"",
                        "<autoFilter ref=\"A1:H4\"/>",
                        "<cols>",
                        "<t xml:space=\"preserve\">Rubrik</t>")
                .contains("<t xml:space=\"preserve\">=1+1</t>")
                .contains("_x005F_x0041_ &amp; &lt;b&gt; </t>")
                .contains("<c s=\"5\"><v>-1234.50</v></c><c t=\"b\"><v>1</v></c><c s=\"2\"><v>46082</v></c>");
        assertThat(about).contains("Anna Ek", "Slag", "Stöld", "2026-11-23 22:00", "Antal rader");
        assertThat(part(file, "xl/styles.xml")).contains("#,##0.00\\ &quot;kr&quot;");
    }

    @Test
    void aMapSaysHowManyHaveNoPlace() throws Exception {
        house.titles = List.of("a", "b", "c", "d");
        Export done = House.end(exports, exports.order(House.order(FileFormat.GEOJSON, ALL, "title", "occurredAt")));
        JsonNode map = new ObjectMapper().readTree(Files.readAllBytes(exports.file(House.ANNA, done)));

        assertThat(map.at("/features")).hasSize(3);
        assertThat(map.at("/withoutPlace").asInt()).isEqualTo(1);
        assertThat(map.at("/features/0/geometry/coordinates").toString()).isEqualTo("[12.7,56.05]");
        assertThat(map.at("/features/0/properties").toString())
                .isEqualTo("{\"title\":\"a\",\"occurredAt\":\"2026-10-25T01:30:00Z\"}");
        assertThat(done.rows()).isEqualTo(3);
        assertThat(done.unlocated()).isEqualTo(1);
    }

    @Test
    void paperHoldsTheSameAndIsShort() throws Exception {
        try (var pdf = Loader.loadPDF(
                house.file(exports, House.order(FileFormat.PDF, ALL, "number", "title", "fields.cost")))) {
            assertThat(new PDFTextStripper().getText(pdf))
                    .contains("Saker", "allt du får se", "T-0", "one", "-1234,50 SEK", "av Anna Ek");
        }
        house.titles = Collections.nCopies(1_001, "x");
        assertThatThrownBy(() -> exports.order(House.order(FileFormat.PDF, ALL)))
                .isInstanceOfSatisfying(
                        Problem.class, problem -> assertThat(problem.type()).isEqualTo("export-too-large"));
    }

    @Test
    void aCrossTableStandsAcrossWithItsTotals() throws Exception {
        String csv = text(house.file(
                exports,
                House.cube(
                        FileFormat.CSV, Map.of("type", List.of("things.thing"), "dimensions", List.of("month,kind")))));

        assertThat(csv)
                .isEqualTo("\uFEFFMånad;Stöld;'=Brand;Totalt\r\n2026-01;4;1;5\r\n2026-02;;2;2\r\nTotalt;4;3;7\r\n");
    }

    @Test
    void aCrossTableAndItsTotalsAreOfOneMoment() throws Exception {
        Order order = House.cube(FileFormat.CSV, Map.of("dimensions", List.of("month")));
        house.restless = 3;
        assertThat(text(house.file(exports, order))).endsWith("Totalt;7\r\n");
        house.restless = 1_000;
        assertThatThrownBy(() -> exports.order(order))
                .isInstanceOfSatisfying(
                        Problem.class, problem -> assertThat(problem.status()).isEqualTo(503));
    }

    @Test
    void aCrossTableOfOneDimensionIsAList() throws Exception {
        byte[] pdf = house.file(exports, House.cube(FileFormat.PDF, Map.of("dimensions", List.of("month"))));
        try (var document = Loader.loadPDF(pdf)) {
            assertThat(new PDFTextStripper().getText(document))
                    .contains("Alla områden: Månad", "2026-01", "Totalt", "7");
        }
    }

    @Test
    void everyPortionIsReadWithTheEyesOfItsOwnerAndTheJournalKnows() throws Exception {
        house.titles = Collections.nCopies(1_234, "x");
        Export done = House.end(exports, exports.order(House.order(FileFormat.CSV, ALL, "number")));
        exports.file(House.ANNA, done);

        assertThat(done.rows()).isEqualTo(1_234);
        assertThat(house.bound).containsExactly(House.ANNA);
        assertThat(house.journal).extracting(Journal.Entry::action).containsExactly("export.made", "export.fetched");
        assertThat(house.journal.get(0).data())
                .containsEntry("rows", 1_234L)
                .containsEntry("parameters", ALL)
                .containsEntry("columns", List.of("number"));
    }

    @Test
    void nobodyElseKnowsOfIt() throws Exception {
        Export done = House.end(exports, exports.order(House.order(FileFormat.CSV, ALL)));

        assertThat(exports.of(House.BO)).isEmpty();
        assertThatThrownBy(() -> exports.find(House.BO, done.id())).isInstanceOf(Problem.class);
        assertThatThrownBy(() -> exports.remove(House.BO, done.id())).isInstanceOf(Problem.class);
        assertThat(exports.of(House.ANNA)).hasSize(1);
    }

    @Test
    void whoSeesSomethingElseNowDoesNotGetTheFile() throws Exception {
        Export done = House.end(exports, exports.order(House.order(FileFormat.CSV, ALL)));
        Caller less = House.caller(House.ANNA.account().orElseThrow(), "Anna Ek", Set.of("things:thing:create"));

        assertThatThrownBy(() -> exports.file(less, done))
                .isInstanceOfSatisfying(
                        Problem.class, problem -> assertThat(problem.type()).isEqualTo("export-outdated"));
        assertThat(house.journal).extracting(Journal.Entry::action).containsExactly("export.made");
    }

    @Test
    void onePersonHasTwoUnderWayAndCanCancelThem() throws Exception {
        house.portions.drainPermits();
        Export first = exports.order(House.order(FileFormat.CSV, ALL));
        Export second = exports.order(House.order(FileFormat.CSV, ALL));
        assertThatThrownBy(() -> exports.order(House.order(FileFormat.CSV, ALL)))
                .isInstanceOfSatisfying(
                        Problem.class, problem -> assertThat(problem.status()).isEqualTo(429));
        house.begun.acquire(2);
        assertThatThrownBy(() -> exports.file(House.ANNA, exports.find(House.ANNA, first.id())))
                .isInstanceOf(Problem.class);

        exports.remove(House.ANNA, first.id());
        exports.remove(House.ANNA, second.id());
        house.portions.release(10);
        exports.close();

        assertThat(exports.of(House.ANNA)).isEmpty();
        assertThat(house.files()).isEmpty();
        assertThat(house.journal).isEmpty();
    }

    @Test
    void aRestartLeavesNoHalfFile() throws Exception {
        house.portions.drainPermits();
        Export asked = exports.order(House.order(FileFormat.CSV, ALL));
        house.begun.acquire();
        Files.writeString(folder.resolve("exports/stray"), "left behind");

        Exports later = house.start();
        Export left = later.find(House.ANNA, asked.id());
        assertThat(left.state()).isEqualTo(RunState.FAILED);
        assertThat(left.failure()).isPresent();
        assertThat(house.files()).doesNotContain("stray");
        house.portions.release(10);
        later.close();
    }

    @Test
    void aFileIsKeptForADayAndThenGone() throws Exception {
        Export done = House.end(exports, exports.order(House.order(FileFormat.CSV, ALL)));
        assertThat(house.files()).containsExactly(done.id());

        house.clock.advance(Export.KEPT.plusSeconds(1));
        assertThatThrownBy(() -> exports.find(House.ANNA, done.id())).isInstanceOf(Problem.class);
        Export next = House.end(exports, exports.order(House.order(FileFormat.CSV, ALL)));
        assertThat(house.files()).containsExactly(next.id());
    }

    @Test
    void afterARestoreThereIsNothingThatHasNoFile() throws Exception {
        Export done = House.end(exports, exports.order(House.order(FileFormat.CSV, ALL)));
        Files.delete(exports.file(House.ANNA, done));

        Exports later = house.start();
        assertThat(later.of(House.ANNA)).isEmpty();
        later.close();
    }

    @Test
    void whoWaitedLongIsTold() throws Exception {
        house.portions.drainPermits();
        Export asked = exports.order(House.order(FileFormat.CSV, ALL));
        house.begun.acquire();
        house.clock.advance(Duration.ofMinutes(1));
        house.portions.release(10);
        House.end(exports, asked);
        exports.close();

        assertThat(house.told).containsExactly(House.ANNA.account().orElseThrow() + " export-ready Saker");
    }

    @Test
    void whatIsWrongIsSaidAtOnce() {
        assertThatThrownBy(() -> exports.order(House.order(FileFormat.CSV, ALL, "number", "secret")))
                .isInstanceOfSatisfying(Problem.class, problem -> assertThat(problem.fields())
                        .extracting("field")
                        .containsExactly("columns"));
        assertThatThrownBy(() ->
                        new OrderInput(Map.of("format", "doc", "columns", List.of(1), "x", "y")).order(House.ANNA))
                .isInstanceOfSatisfying(Problem.class, problem -> assertThat(problem.fields())
                        .extracting("field")
                        .containsExactlyInAnyOrder("format", "columns", "x"));
        assertThat(exports.of(House.ANNA)).isEmpty();
    }

    private static String text(byte[] file) {
        return new String(file, StandardCharsets.UTF_8);
    }

    private static String part(byte[] file, String name) throws Exception {
        try (var zip = new ZipInputStream(new ByteArrayInputStream(file))) {
            for (var entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                if (entry.getName().equals(name)) {
                    var out = new ByteArrayOutputStream();
                    zip.transferTo(out);
                    return out.toString(StandardCharsets.UTF_8);
                }
            }
        }
        throw new AssertionError(name);
    }
}
