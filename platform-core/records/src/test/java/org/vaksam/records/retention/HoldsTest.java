package org.vaksam.records.retention;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.vaksam.api.problem.Problem;
import org.vaksam.records.definition.DefinitionsOfTest;
import org.vaksam.records.engine.FakeAccess;
import org.vaksam.spi.records.RecordRow;
import org.vaksam.testkit.TestDatabase;

/** A legal hold: the record can be added to, and nothing of it goes. */
class HoldsTest {
    private Office office;
    private RecordRow row;

    @BeforeEach
    void aHeldRecord(@TempDir Path folder) {
        office = new Office(TestDatabase.derby(folder));
        row = office.engine.theft();
        office.engine.holds.place(row.id(), "Tvist i tingsrätten");
    }

    @AfterEach
    void stop() {
        office.close();
    }

    @Test
    void nothingIsRemovedOrEditedAway() {
        held(() -> office.engine.change.delete(office.engine.type(), row.id(), any -> true));
        held(() -> patch(Map.of("title", "Något annat")));
        patch(Map.of("fields", Map.of("victim", List.of(Map.of("role", "owner", "name", "Bo")))));
        held(() -> patch(Map.of("fields", Map.of("victim", List.of()))));

        assertThat(office.engine.store.byId(row.id()).orElseThrow().title()).isEqualTo(row.title());
    }

    @Test
    void itCanBeAddedToAndTakenThroughItsProcess() {
        patch(Map.of("description", "Mer att säga", "severity", 3));
        office.engine.change.transition(
                office.engine.type(), row.id(), Optional.empty(), "triage", Map.of("assignee", "me"));

        assertThat(office.engine.store.byId(row.id()).orElseThrow().state()).isEqualTo("triaged");
    }

    @Test
    void aModuleIsNotPurgedWithIt() {
        assertThatThrownBy(() -> office.engine
                        .database
                        .transactions()
                        .required(() -> office.engine.contribution.remove(DefinitionsOfTest.MODULE, true)))
                .isInstanceOfSatisfying(
                        Problem.class, problem -> assertThat(problem.detail().en())
                                .startsWith("1 ")
                                .contains("legal hold"));
        assertThat(office.engine.store.byId(row.id())).isPresent();

        office.engine
                .database
                .transactions()
                .required(() -> office.engine.contribution.remove(DefinitionsOfTest.MODULE, false));
    }

    @Test
    void notEvenTheDatabaseLetsItGo() {
        assertThatThrownBy(() -> office.sql("DELETE FROM record WHERE id = ?", row.id()))
                .isInstanceOf(RuntimeException.class);
    }

    @Test
    void liftedItIsARecordLikeAnyOther() {
        office.engine.holds.lift(row.id(), "Tvisten är avgjord");
        office.engine.change.delete(office.engine.type(), row.id(), any -> true);

        assertThat(office.engine.journal.entries())
                .extracting(entry -> entry.action())
                .contains("record.held", "record.hold-lifted", "record.deleted");
        assertThatThrownBy(() -> office.engine.holds.lift(row.id(), "igen")).isInstanceOf(Problem.class);
    }

    @Test
    void oneHoldAtATimeAndOnlyOfWhatIsSeen() {
        held(() -> office.engine.holds.place(row.number(), "En gång till"));
        office.engine.access.be(FakeAccess.ANNA, "platform:retention:hold");

        assertThatThrownBy(() -> office.engine.holds.place("INC-2026-999999", "x"))
                .isInstanceOfSatisfying(
                        Problem.class, problem -> assertThat(problem.status()).isEqualTo(404));
    }

    private void patch(Map<String, Object> members) {
        office.engine.change.patch(office.engine.type(), row.id(), any -> true, Map.copyOf(members));
    }

    private static void held(ThrowingCallable change) {
        assertThatThrownBy(change).isInstanceOfSatisfying(Problem.class, problem -> assertThat(problem.type())
                .isEqualTo("held"));
    }
}
