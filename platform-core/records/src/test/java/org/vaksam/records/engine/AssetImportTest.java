package org.vaksam.records.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.vaksam.api.problem.FieldProblem;
import org.vaksam.api.problem.Problem;
import org.vaksam.api.security.Scope;
import org.vaksam.records.asset.AssetAccess;
import org.vaksam.records.asset.AssetImport.Preview;
import org.vaksam.records.asset.AssetRow;
import org.vaksam.spi.exchange.TableFiles.Row;
import org.vaksam.spi.security.UnitUse;
import org.vaksam.testkit.TestDatabase;

abstract class AssetImportTest {
    private static final String HEADING = "nyckel;namn;typ;enhet;del av;adress;latitud;longitud;attributes.built";

    private Engine engine;

    abstract TestDatabase open(Path directory);

    @BeforeEach
    void start(@TempDir Path folder) {
        engine = new Engine(open(folder));
        engine.access.be(FakeAccess.ANNA, "*");
    }

    @AfterEach
    void stop() {
        engine.close();
    }

    @Test
    void partsMayStandBeforeWhatTheyArePartsOfAndTheSameTableAgainChangesNothing() {
        String[] table = {
            HEADING, "R-1;Rum 1;space;;B-1;;;;", "B-1;Skolan;building;SCHOOL;;Tågagatan 1;56,06;12,69;1908"
        };
        assertThat(run(true, table).counts()).containsEntry("created", 2L);
        assertThat(engine.assets.reading.find("B-1")).isEmpty();
        assertThat(run(false, table).counts()).containsEntry("created", 2L);

        AssetRow room = engine.assets.reading.read("R-1");
        AssetRow school = engine.assets.reading.read("B-1");
        assertThat(room.parent()).contains(school.id());
        assertThat(room.unit()).contains(FakeOffice.SCHOOL.id());
        assertThat(school.place().latitude()).contains(56.06);
        assertThat(run(false, table).counts()).containsOnlyKeys("same");
        assertThat(engine.assets.use.in(List.of(FakeOffice.SCHOOL.id(), FakeOffice.PARK.id())))
                .isEqualTo(new UnitUse.Count(2, 0));
        assertThat(run(false, HEADING, "B-1;Skola A;building;SCHOOL;;;;;").counts())
                .containsEntry("changed", 1L);
        assertThat(engine.assets.reading.read("B-1").attributes()).isEmpty();
    }

    @Test
    void whatIsWrongIsSaidByLineAndNothingIsStored() {
        String[] table = {
            HEADING,
            "A;Bra;building;SCHOOL;;;;;",
            ";Utan nyckel;building;SCHOOL;;;;;",
            "B;;ship;NOWHERE;Z;;91;12;",
            "C;Yta;building;SCHOOL;C;;;;gammal",
            "A;Igen;building;SCHOOL;;;;;"
        };
        Preview preview = run(true, table);
        assertThat(preview.possible()).isFalse();
        assertThat(preview.problems())
                .extracting(FieldProblem::field)
                .contains(
                        "3.externalKey",
                        "4.name",
                        "4.type",
                        "4.unit",
                        "4.parent",
                        "4.latitude",
                        "5.attributes.built",
                        "6.externalKey");
        assertThat(catchThrowableOfType(Problem.class, () -> run(false, table)).status())
                .isEqualTo(422);
        assertThat(engine.assets.reading.find("A")).isEmpty();
    }

    @Test
    void circlesAreRefusedAlsoOverAssetsThatAreNotInTheTable() {
        run(false, HEADING, "A;A;site;SCHOOL;;;;;", "B;B;site;SCHOOL;A;;;;", "C;C;site;SCHOOL;B;;;;");
        Preview preview = run(true, HEADING, "A;A;site;SCHOOL;C;;;;");
        assertThat(preview.problems()).extracting(FieldProblem::field).containsExactly("2.parent");
        assertThat(run(true, HEADING, "X;X;site;SCHOOL;Y;;;;", "Y;Y;site;SCHOOL;X;;;;")
                        .possible())
                .isFalse();
    }

    @Test
    void nobodyTouchesByImportWhatTheyMayNotSee() {
        run(false, HEADING, "W;Vattenverket;building;COMPANY;;;;;");
        engine.access.be(FakeAccess.ANNA, Scope.below(FakeOffice.SCHOOL.id()), AssetAccess.READ, AssetAccess.WRITE);
        assertThat(run(true, HEADING, "W;Mitt;building;SCHOOL;;;;;").problems())
                .extracting(FieldProblem::field)
                .containsExactly("2.externalKey");
        assertThat(run(true, HEADING, "X;Mitt;building;SCHOOL;W;;;;").possible())
                .isFalse();
        assertThat(run(true, HEADING, "X;Mitt;building;COMPANY;;;;;").possible())
                .isFalse();
        assertThat(engine.assets.export.rows(Optional.empty(), Optional.empty()))
                .hasSize(1);
    }

    @Test
    void whatIsExportedCanBeImportedAgain() {
        run(false, HEADING, "B-1;Skolan;building;SCHOOL;;Tågagatan 1;56,06;12,69;1908", "R-1;Rum;space;CLASS;B-1;;;;");
        List<List<String>> rows = engine.assets.export.rows(Optional.empty(), Optional.empty());
        var again = new ArrayList<Row>();
        rows.forEach(cells -> again.add(new Row(again.size() + 1L, cells)));
        assertThat(engine.assets.imports.run(again, false).counts()).containsOnlyKeys("same");
    }

    private Preview run(boolean look, String... lines) {
        var rows = new ArrayList<Row>();
        for (String line : lines) {
            rows.add(new Row(rows.size() + 1L, Arrays.asList(line.split(";", -1))));
        }
        return engine.assets.imports.run(rows, look);
    }
}
