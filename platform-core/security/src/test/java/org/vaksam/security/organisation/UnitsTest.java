package org.vaksam.security.organisation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Collections;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.vaksam.api.problem.FieldProblem;
import org.vaksam.api.problem.Problem;
import org.vaksam.api.text.Text;

/** On Derby; {@link UnitsOnPostgresqlTest} repeats it. */
class UnitsTest extends UnitScene {
    private UnitDirectory directory;

    @BeforeEach
    void open() {
        directory = office.directory;
    }

    @Test
    void aUnitIsFoundByIdAndCodeAndSharesItsParentsPath() {
        UnitRow board = unit("BUN", null);
        UnitRow school = unit("SKOLA-1", "BUN");

        assertThat(directory.find("BUN").orElseThrow().path()).isEqualTo(board.id() + "/");
        assertThat(directory.find(school.id()).orElseThrow().path()).isEqualTo(board.id() + "/" + school.id() + "/");
        assertThat(directory.all()).hasSize(2);
        assertThat(security.journal.last().entry().action()).isEqualTo("unit.created");
    }

    @Test
    void everythingBelowMovesAlong() {
        unit("A", null);
        UnitRow b = unit("B", "A");
        UnitRow c = unit("C", "B");
        UnitRow d = unit("D", null);

        office.change(b.id(), Map.of("parent", "D"));

        assertThat(directory.find("B").orElseThrow().path()).isEqualTo(d.id() + "/" + b.id() + "/");
        assertThat(directory.find("C").orElseThrow().path()).isEqualTo(d.id() + "/" + b.id() + "/" + c.id() + "/");
        assertThat(directory.find("C").orElseThrow().parent()).contains(b.id());

        office.change(b.id(), Collections.singletonMap("parent", null));
        assertThat(directory.find("C").orElseThrow().path()).isEqualTo(b.id() + "/" + c.id() + "/");
    }

    @Test
    void nothingIsBelowItself() {
        UnitRow a = unit("A", null);
        unit("B", "A");

        assertInvalid("parent", () -> office.change(a.id(), Map.of("parent", "B")));
        assertInvalid("parent", () -> office.change(a.id(), Map.of("parent", "A")));
        assertInvalid("parent", () -> office.change(a.id(), Map.of("parent", "nowhere")));
    }

    @Test
    void theTreeHasAnEnd() {
        String parent = unit("L1", null).id();
        for (int level = 2; level <= 20; level++) {
            parent = unit("L" + level, parent).id();
        }
        String deepest = parent;
        assertInvalid("parent", () -> unit("L21", deepest));
    }

    @Test
    void changesWhatWasSentOnly() {
        UnitRow a = unit("A", null);

        office.change(a.id(), Map.of("validFrom", "2026-01-01", "externalKey", "42"));
        UnitRow changed = office.change(a.id(), Map.of("name", Map.of("sv", "Ny", "en", "New")));

        assertThat(changed.name()).isEqualTo(new Text("Ny", "New"));
        assertThat(changed.code()).isEqualTo("A");
        assertThat(changed.externalKey()).contains("42");
        assertThat(changed.validFrom().map(Object::toString)).contains("2026-01-01");
        assertInvalid("validTo", () -> office.change(a.id(), Map.of("validTo", "2025-01-01")));
        assertThat(office.change(a.id(), Collections.singletonMap("validFrom", null))
                        .validFrom())
                .isEmpty();
    }

    @Test
    void aCodeExistsOnce() {
        unit("A", null);

        assertThatThrownBy(() -> unit("A", null))
                .isInstanceOfSatisfying(
                        Problem.class, problem -> assertThat(problem.status()).isEqualTo(409));
    }

    @Test
    void everyFieldIsChecked() {
        assertThatThrownBy(() -> office.create(
                        Map.of("code", "' OR 1=1", "name", Map.of("sv", "x"), "type", "", "colour", "red")))
                .isInstanceOfSatisfying(Problem.class, problem -> assertThat(problem.fields())
                        .extracting(FieldProblem::field)
                        .containsExactlyInAnyOrder("colour", "code", "name.en", "type"));
        assertThat(directory.all()).isEmpty();
    }

    @Test
    void parentsComeBeforeTheirChildren() {
        unit("Z", null);
        unit("A2", "Z");
        unit("B", null);

        assertThat(directory.tree().inOrder()).extracting(UnitRow::code).containsExactly("B", "Z", "A2");
    }
}
