package org.vaksam.security.person;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.zip.ZipInputStream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.vaksam.api.problem.Problem;
import org.vaksam.api.security.Access;
import org.vaksam.api.security.Caller;
import org.vaksam.security.SecurityFixture;
import org.vaksam.security.SecurityScene;
import org.vaksam.security.account.AccountView;
import org.vaksam.security.person.ErasureTable.Erasure;
import org.vaksam.security.person.ErasureTable.Line;
import org.vaksam.spi.privacy.Person;
import org.vaksam.spi.privacy.PersonPlace;
import org.vaksam.spi.privacy.PersonalData.Outcome;

/** One person is found, handed out and erased over all sources; nothing else is touched. */
class PersonsTest extends SecurityScene {
    private static final Person EVA = new Person(Optional.empty(), List.of("Eva Öst"));

    private FakeSource records;
    private FakeSource journal;
    private PersonSearch search;
    private Caller caller;
    private Erasures erasures;

    @BeforeEach
    void start() {
        records = new FakeSource("records", false);
        journal = new FakeSource("journal", true);
        search = new PersonSearch();
        caller = SecurityFixture.everybody();
        security.account("chief", "administrator");
        search.add(new PersonInAccounts(
                security.tables,
                security.identities,
                security.directory,
                access(),
                (type, subject, content) -> 1,
                security.journal));
        search.add(new FakeSource("assets", false));
        search.add(journal);
        search.add(records);
        records.texts.put("r1", "Cykel för Eva Öst");
        records.texts.put("r2", "Cykel för Bo Ek");
        journal.texts.put("x/r1", "Eva Öst");
        journal.texts.put("x/r9", "Eva Öst");
        erasures = erasures();
    }

    @AfterEach
    void stop() {
        erasures.close();
    }

    @Test
    void everySourceIsAskedAndWhatGoesWithSomethingElseIsNotShownTwice() {
        Findings findings = search.find(EVA);

        assertThat(ids(findings)).containsExactly("x/r9", "r1");
        assertThat(findings.missing()).isEmpty();
        records.hidden = Set.of("r9");
        assertThat(ids(search.find(EVA))).as("nothing tells of what is hidden").containsExactly("r1");
        search.remove(records);
        assertThat(search.find(EVA).missing()).containsExactly("records");
    }

    @Test
    void exactlyWhatWasConfirmedIsErasedAndTheProtocolStays() {
        Erasure erasure = start(search.find(EVA).hash(), Set.of("x/r9"));
        erasures.work();

        assertThat(records.texts).containsEntry("r1", "Cykel för […]").containsEntry("r2", "Cykel för Bo Ek");
        assertThat(journal.texts).containsEntry("x/r9", "Eva Öst");
        assertThat(erasures.lines(erasure.id())).extracting(Line::outcome).containsExactly(Outcome.ERASED);
        assertThat(erasures.find(erasure.id()).orElseThrow().endedAt()).isPresent();
        assertThat(stored("SELECT person FROM person_erasure")).isEmpty();
        assertThat(security.journal.actions()).contains("person.erasure-started", "person.erasure-finished");
        assertThat(security.journal.last().entry().data().toString()).doesNotContain("Eva");
    }

    @Test
    void whatWasFoundMustStillHold() {
        String hash = search.find(EVA).hash();
        records.texts.put("r3", "Eva Öst igen");

        assertProblem("conflict", () -> start(hash, Set.of()));
        assertProblem("conflict", () -> start(search.find(EVA).hash(), Set.of("x/r9", "r1", "r3")));
        assertThat(records.texts).containsEntry("r1", "Cykel för Eva Öst");
    }

    @Test
    void whatCameUnderALegalHoldAfterwardsStays() {
        journal.broken = true;
        Erasure erasure = startQuietly();
        records.kept = Optional.of("r9");
        journal.broken = false;
        erasures.work();

        assertThat(search.find(EVA).parts().get(2).places())
                .filteredOn(place -> place.id().equals("x/r9"))
                .allSatisfy(place -> assertThat(place.kept()).isPresent())
                .hasSize(1);
        assertThat(erasures.lines(erasure.id()))
                .extracting(Line::outcome)
                .containsExactly(Outcome.HELD, Outcome.ERASED);
        assertThat(journal.texts).containsEntry("x/r9", "Eva Öst");
    }

    @Test
    void anErasureThatWasInterruptedGoesOn() {
        records.broken = true;
        Erasure erasure = startQuietly();
        assertThat(erasures.find(erasure.id()).orElseThrow().endedAt()).isEmpty();
        assertProblem("conflict", () -> start(search.find(EVA).hash(), Set.of()));
        erasures.close();

        records.broken = false;
        erasures = erasures();
        erasures.work();

        assertThat(erasures.find(erasure.id()).orElseThrow().endedAt()).isPresent();
        assertThat(records.texts).containsEntry("r1", "Cykel för […]");
    }

    @Test
    void anAccountEndsAndWhatOthersReferToStays() {
        AccountView eva = security.account("eva", "administrator");
        var session = security.open("eva");
        var person = new Person(Optional.of(eva.id()), List.of());
        assertThat(search.find(person).parts().get(0).source().copy(person, eva.id()))
                .containsEntry("username", "eva");

        Erasure erasure = erasures.start(person, search.find(person).hash(), Set.of(), caller);
        erasures.work();

        assertThat(erasures.lines(erasure.id())).extracting(Line::outcome).containsExactly(Outcome.ERASED);
        assertThat(security.callerOf(session).isKnown()).isFalse();
        assertThat(security.directory.find(eva.id()).orElseThrow().name()).isEqualTo(Person.MARK);
        assertThat(security.directory.find(eva.id()).orElseThrow().enabled()).isFalse();
        assertThat(security.directory.find("eva")).isEmpty();
        assertThat(stored("SELECT CAST(COUNT(*) AS CHAR(9)) FROM access_grant WHERE account = '" + eva.id() + "'"))
                .isEqualTo("0");
        assertThat(ids(search.find(person))).isEmpty();
    }

    @Test
    void neitherOneselfNorTheLastAdministratorNorWhoMayMoreIsErased() {
        String chief = security.directory.find("chief").orElseThrow().id();
        var person = new Person(Optional.of(chief), List.of());
        assertThat(kept(person)).contains("last administrator");

        security.account("second", "administrator");
        caller = somebody(chief, "*");
        assertThat(kept(person)).contains("own account");
        caller = somebody("other", "platform:persons:erase");
        assertThat(kept(person)).contains("May do everything");
        assertProblem(
                "conflict", () -> erasures.start(person, search.find(person).hash(), Set.of(), caller));
    }

    @Test
    void theExportHasAPageToReadAndEverythingAsData() throws IOException {
        records.texts.put("r1", "Eva Öst <b>");
        var out = new ByteArrayOutputStream();
        new PersonExport(EVA, search.find(EVA), Locale.ENGLISH).write(out);

        Map<String, String> files = unzipped(out.toByteArray());
        assertThat(files)
                .containsOnlyKeys("overview.html", "accounts.jsonl", "assets.jsonl", "journal.jsonl", "records.jsonl");
        assertThat(files.get("overview.html")).contains("Eva Öst &lt;b&gt;").doesNotContain("<b>");
        assertThat(files.get("records.jsonl")).contains("Eva Öst").doesNotContain("Bo Ek");
    }

    @Test
    void whoIsMeantMustBeSaid() {
        var input = new PersonInput(security.directory, security.secretBox);
        for (Map<String, Object> body : List.<Map<String, Object>>of(
                Map.of(),
                Map.of("words", List.of("ab")),
                Map.of("words", List.of("- - -")),
                Map.of("account", "nobody"),
                Map.of("words", "Eva Öst"),
                Map.of("name", "Eva Öst"))) {
            assertThatThrownBy(() -> input.read(body)).isInstanceOf(Problem.class);
        }
        Person eva = input.read(Map.of("account", "chief", "words", List.of(" Eva   Öst ")));
        assertThat(eva.words()).containsExactly("Eva Öst");
        assertThat(eva.account()).isPresent();
        assertThat(input.fingerprint(EVA))
                .isEqualTo(input.fingerprint(new Person(Optional.empty(), List.of("eva öst"))))
                .isNotEqualTo(input.fingerprint(eva))
                .hasSize(64);
    }

    private Erasures erasures() {
        return new Erasures(
                security.tables, search, new PersonInput(security.directory, security.secretBox), security.journal);
    }

    private Erasure start(String hash, Set<String> leave) {
        return erasures.start(EVA, hash, leave, caller);
    }

    /** A source fails: what is left stays planned. */
    private Erasure startQuietly() {
        Erasure erasure = start(search.find(EVA).hash(), Set.of());
        assertThatThrownBy(erasures::work).isInstanceOf(RuntimeException.class);
        return erasure;
    }

    private String kept(Person person) {
        PersonPlace place = search.find(person).parts().get(0).places().get(0);
        return place.kept().orElseThrow().en();
    }

    private static List<String> ids(Findings findings) {
        return findings.parts().stream()
                .flatMap(part -> part.places().stream())
                .map(PersonPlace::id)
                .toList();
    }

    private String stored(String query) {
        return security.tables
                .read(sql -> sql.first(query, row -> row.getString(1)))
                .orElseThrow()
                .strip();
    }

    private static Caller somebody(String account, String permission) {
        return new Caller(Caller.Kind.SESSION, Optional.of(account), "Test", Set.of(permission), Locale.ENGLISH);
    }

    private Access access() {
        return new Access() {
            @Override
            public Caller caller() {
                return caller;
            }

            @Override
            public Caller require(String permission) {
                return caller;
            }
        };
    }

    private static Map<String, String> unzipped(byte[] archive) throws IOException {
        var files = new TreeMap<String, String>();
        try (var zip = new ZipInputStream(new ByteArrayInputStream(archive), StandardCharsets.UTF_8)) {
            for (var entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                files.put(entry.getName(), new String(zip.readAllBytes(), StandardCharsets.UTF_8));
            }
        }
        return files;
    }

    private static void assertProblem(String type, ThrowingCallable call) {
        assertThatThrownBy(call).isInstanceOfSatisfying(Problem.class, problem -> assertThat(problem.type())
                .isEqualTo(type));
    }
}
