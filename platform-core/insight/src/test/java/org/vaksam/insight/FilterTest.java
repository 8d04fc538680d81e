package org.vaksam.insight;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.vaksam.api.problem.Problem;
import org.vaksam.insight.query.RecordsInUnits;
import org.vaksam.insight.testing.FakeAccounts;
import org.vaksam.insight.testing.FakeAssets;
import org.vaksam.insight.testing.FakeUnits;
import org.vaksam.insight.testing.Row;
import org.vaksam.insight.testing.World;
import org.vaksam.spi.records.RecordQuery;
import org.vaksam.spi.security.UnitUse;

final class FilterTest {
    private static World world;

    @BeforeAll
    static void fill(@TempDir Path folder) {
        world = new World(folder);
        world.put(
                Row.number(1)
                        .kind("threat")
                        .state("closed", "closed")
                        .category("school")
                        .place("Malmö", 55.6, 13.0)
                        .severity(3)
                        .assignee(FakeAccounts.ANNA)
                        .unit("north")
                        .asset(FakeAssets.SCHOOL)
                        .secrecy("open")
                        .channel("feed")
                        .source("police-events")
                        .occurredAt("2024-02-29T23:30:00Z")
                        .field("form", "violence")
                        .field("weapon", true),
                Row.number(2).occurredAt("2024-03-01T22:59:59.999Z").severity(1).unit("schools"),
                Row.number(3).occurredAt("2024-03-01T23:00:00Z").unit("parks").asset(FakeAssets.HALL),
                Row.number(4));
    }

    @AfterAll
    static void close() {
        world.close();
    }

    @Test
    void aReorganisationIsToldHowManyRecordsItConcerns() {
        var records = new RecordsInUnits(world.index());
        String north = FakeUnits.id("north");
        String schools = FakeUnits.id("schools");

        assertThat(records.in(List.of(north))).isEqualTo(new UnitUse.Count(1, 0));
        assertThat(records.in(List.of(north, schools, "nowhere"))).isEqualTo(new UnitUse.Count(2, 1));
        assertThat(records.in(List.of(FakeUnits.id("city")))).isEqualTo(new UnitUse.Count(0, 0));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
            kind=threat             | 1
            state=closed            | 1
            phase=open              | 2 3 4
            category=school         | 1
            category=none           | 2 3 4
            place=Malmö             | 1
            place=none              | 2 3 4
            severity=3              | 1
            severity=1..2           | 2
            severity=..3            | 1 2
            severity=none           | 3 4
            assignee=me             | 1
            assignee=anna           | 1
            assignee=none           | 2 3 4
            unit=city               | 1 2 3
            unit=schools            | 1 2
            unit=only:schools       | 2
            unit=north              | 1
            unit=none               | 4
            asset=00000000-0000-7000-8000-0000000000a1       | 1
            asset=below:00000000-0000-7000-8000-0000000000a1 | 1 3
            asset=below:nothing     | ''
            asset=none              | 2 4
            secrecy=open            | 1
            channel=feed            | 1
            source=police-events    | 1
            source=none             | 2 3 4
            number=INC-2026-000002  | 2
            type=incidents.report   | 1 2 3 4
            year=2024               | 1 2 3
            year=none               | 4
            month=2024-03           | 1 2 3
            week=2024-W09           | 1 2 3
            day=2024-03-01          | 1 2
            day=2024-03-02          | 3
            weekday=5               | 1 2
            weekday=6               | 3
            hour=0                  | 1 3
            hour=23                 | 2
            fields.form=violence    | 1
            fields.form=none        | 2 3 4
            fields.weapon=true      | 1
            occurredAt=2024-03-01..2024-03-01                | 1 2
            occurredAt=2024-03-01                            | 1 2
            occurredAt=2024-03-02..                          | 3
            occurredAt=..2024-02-29                          | ''
            occurredAt=2024-02-29T23:30:00Z..2024-03-01T23:59:59.999+01:00 | 1 2
            occurredAt=none                                  | 4
            createdAt=2026-01-01T00:00:02Z..                 | 2 3 4
            updatedAt=..2026-01-01T00:00:01Z                 | 1
            bbox=13.0,55.6,13.1,55.7                         | 1
            bbox=12.9,55.5,13.0,55.7                         | ''
            bbox=12.9,55.5,13.1,55.6                         | ''
            """)
    void everyFilter(String filter, String expected) {
        assertThat(world.list(filter)).containsExactlyInAnyOrderElementsOf(ids(expected));
        assertThat(world.total(filter)).isEqualTo(ids(expected).size());
    }

    @Test
    void repeatedMeansAnyAndDifferentMeansAll() {
        assertThat(world.list("severity=1", "severity=3", "category=school")).containsExactly(Row.id(1));
        assertThat(world.total("severity=1", "severity=3")).isEqualTo(2);
        assertThat(world.total("severity=none", "severity=3")).isEqualTo(3);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "severity=5",
                "severity=x",
                "fields.cost=much",
                "is=great",
                "has=nothing",
                "month=2024-13",
                "week=2024-9",
                "day=2024-02",
                "hour=24",
                "weekday=0",
                "occurredAt=sometime",
                "occurredAt=2024-03-02..2024-03-01",
                "occurredAt=..",
                "bbox=1,2,3",
                "bbox=0,0,500,1",
                "bbox=0,2,1,1",
                "bbox=a,b,c,d",
                "unit=nowhere",
                "assignee=nobody",
                "kind="
            })
    void aBadValueNamesItsField(String filter) {
        String field = filter.substring(0, filter.indexOf('='));
        assertThatThrownBy(() -> world.list(filter))
                .asInstanceOf(InstanceOfAssertFactories.type(Problem.class))
                .satisfies(problem -> {
                    assertThat(problem.type()).isEqualTo("bad-request");
                    assertThat(problem.status()).isEqualTo(400);
                    assertThat(problem.fields()).singleElement().satisfies(wrong -> assertThat(wrong.field())
                            .isEqualTo(field));
                });
    }

    @ParameterizedTest
    @ValueSource(strings = {"colour=red", "fields.nothing=1", "limit=1"})
    void anUnknownFilterNamesTheOnesThereAre(String filter) {
        assertThatThrownBy(() -> world.list(filter))
                .asInstanceOf(InstanceOfAssertFactories.type(Problem.class))
                .satisfies(problem -> {
                    assertThat(problem.type()).isEqualTo("unknown-parameter");
                    assertThat(problem.detail().en()).contains("kind", "occurredAt", "fields.form", "bbox");
                });
    }

    @Test
    void tooManyOrTooLongValuesAreRefused() {
        String[] many = new String[101];
        java.util.Arrays.fill(many, "kind=theft");
        assertThatThrownBy(() -> world.list(many)).isInstanceOf(Problem.class);
        assertThatThrownBy(() -> world.list("place=" + "x".repeat(501))).isInstanceOf(Problem.class);
    }

    @Test
    void aTypeThatDoesNotExistIsABadValue() {
        var query = new RecordQuery(List.of("no.such"), Map.of(), "", "", Optional.empty(), 10);
        assertThatThrownBy(() -> world.search(query)).hasMessageContaining("no such record type");
    }

    private static List<String> ids(String numbers) {
        return numbers.isBlank()
                ? List.of()
                : java.util.Arrays.stream(numbers.split(" "))
                        .map(number -> Row.id(Long.parseLong(number)))
                        .toList();
    }
}
