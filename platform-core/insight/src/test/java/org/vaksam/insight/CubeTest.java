package org.vaksam.insight;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.vaksam.api.problem.Problem;
import org.vaksam.insight.testing.Address;
import org.vaksam.insight.testing.FakeAccounts;
import org.vaksam.insight.testing.FakeAssets;
import org.vaksam.insight.testing.FakeUnits;
import org.vaksam.insight.testing.Row;
import org.vaksam.insight.testing.World;

final class CubeTest {
    private World world;

    @BeforeEach
    void open(@TempDir Path folder) {
        world = new World(folder);
    }

    @AfterEach
    void close() {
        world.close();
    }

    @Test
    void countsSumsAndMeansExactly() {
        world.put(
                Row.number(1).field("cost", new BigDecimal("0.10")),
                Row.number(2).field("cost", new BigDecimal("0.20")),
                Row.number(3).field("cost", 100),
                Row.number(4).kind("threat"));
        JsonNode cube = cube("dimensions=kind", "measures=count,sum:fields.cost,mean:fields.cost");
        JsonNode theft = cube.get("cells").get(0);
        assertThat(theft.get("kind").asText()).isEqualTo("theft");
        assertThat(theft.get("count").asInt()).isEqualTo(3);
        assertThat(theft.get("sum:fields.cost").decimalValue()).isEqualByComparingTo("100.3");
        assertThat(theft.get("mean:fields.cost").decimalValue()).isEqualByComparingTo("33.4333");
        JsonNode threat = cube.get("cells").get(1);
        assertThat(threat.get("sum:fields.cost").decimalValue()).isZero();
        assertThat(threat.get("mean:fields.cost").isNull()).isTrue();
        assertThat(cube.get("total").asInt()).isEqualTo(4);
    }

    @Test
    void keysAreSortedAndNoneIsLast() {
        world.put(
                Row.number(1).occurredAt("2024-03-01T10:00:00Z"),
                Row.number(2).occurredAt("2024-03-01T01:00:00Z"),
                Row.number(3).occurredAt("2023-11-01T08:00:00Z"),
                Row.number(4));
        assertThat(cube("dimensions=hour").findValuesAsText("hour")).containsExactly("2", "9", "11", "none");
        assertThat(cube("dimensions=month,hour").findValuesAsText("month"))
                .containsExactly("2023-11", "2024-03", "2024-03", "none");
    }

    @Test
    void valuesCarryLabels() {
        world.put(
                Row.number(1).assignee(FakeAccounts.ANNA).unit("schools").severity(4),
                Row.number(2)
                        .unit("north")
                        .kind("threat")
                        .field("form", "violence")
                        .field("weapon", false));
        assertThat(label("kind", "threat")).isEqualTo("Hot");
        assertThat(label("state", "received")).isEqualTo("Mottagen");
        assertThat(label("assignee", FakeAccounts.ANNA)).isEqualTo("Anna Berg");
        assertThat(label("assignee", "none")).isEqualTo("Inte angivet");
        assertThat(label("unit", "only:" + FakeUnits.id("schools"))).isEqualTo("schools");
        assertThat(label("unit", FakeUnits.id("north"))).isEqualTo("north");
        assertThat(label("severity", "4")).contains("Mycket allvarlig");
        assertThat(label("fields.form", "violence")).isEqualTo("Våld");
        assertThat(label("fields.weapon", "false")).isEqualTo("Nej");
        assertThat(label("type", "incidents.report")).isEqualTo("Rapporter");
    }

    @Test
    void whatFieldsPointAtGoesByItsName() {
        world.put(Row.number(1)
                .kind("threat")
                .field("contact", FakeAccounts.ANNA)
                .field("owner", FakeUnits.id("north"))
                .field("thing", FakeAssets.SCHOOL)
                .field("cause", "ice"));
        assertThat(label("fields.contact", FakeAccounts.ANNA)).isEqualTo("Anna Berg");
        assertThat(label("fields.owner", FakeUnits.id("north"))).isEqualTo("north");
        assertThat(label("fields.thing", FakeAssets.SCHOOL)).isEqualTo("Skolan");
        assertThat(label("fields.cause", "ice")).isEqualTo("Halka");
    }

    @Test
    void withoutDimensionsThereIsOneCell() {
        assertThat(cube().toString()).startsWith("{\"cells\":[{\"count\":0}],\"total\":0");
        world.put(Row.number(1), Row.number(2));
        assertThat(cube().toString()).startsWith("{\"cells\":[{\"count\":2}],\"total\":2");
    }

    @Test
    void mediansAndPercentilesAreThoseOfSql() {
        world.put(
                Row.number(1).field("cost", 10),
                Row.number(2).field("cost", new BigDecimal("20.50")),
                Row.number(3).field("cost", 100),
                Row.number(4).field("cost", 40),
                Row.number(5));

        JsonNode cell = cube("measures=median:fields.cost,p90:fields.cost,count")
                .get("cells")
                .get(0);

        assertThat(cell.get("median:fields.cost").decimalValue()).isEqualByComparingTo("30.25");
        assertThat(cell.get("p90:fields.cost").decimalValue()).isEqualByComparingTo("82");
        assertThat(cell.get("count").asInt()).isEqualTo(5);
    }

    @Test
    void sharesAreOfEverythingOrOfARow() {
        world.put(
                Row.number(1),
                Row.number(2),
                Row.number(3).state("closed", "closed"),
                Row.number(4).kind("threat"));

        JsonNode cells =
                cube("dimensions=kind,state", "measures=share,share:kind").get("cells");

        assertThat(cells.findValuesAsText("state")).containsExactly("closed", "received", "received");
        assertThat(cells.findValuesAsText("share")).containsExactly("0.25", "0.5", "0.25");
        assertThat(cells.findValuesAsText("share:kind")).containsExactly("0.333333", "0.666667", "1");
    }

    @Test
    void aPeriodIsComparedWithTheOneBefore() {
        world.put(
                Row.number(1).occurredAt("2024-02-10T10:00:00Z"),
                Row.number(2).occurredAt("2024-02-29T10:00:00Z"),
                Row.number(3).occurredAt("2024-01-05T10:00:00Z"),
                Row.number(4).occurredAt("2023-12-31T10:00:00Z"));

        JsonNode cube = cube("month=2024-02", "dimensions=month", "compare=previous-period");

        JsonNode cell = cube.get("cells").get(0);
        assertThat(cell.get("month").asText()).isEqualTo("2024-02");
        assertThat(cell.get("count").asInt()).isEqualTo(2);
        assertThat(cell.get("previous").get("month").asText()).isEqualTo("2024-01");
        assertThat(cell.get("previous").get("count").asInt()).isEqualTo(1);
        assertThat(cell.get("change").get("count").get("by").asInt()).isEqualTo(1);
        assertThat(cell.get("change").get("count").get("percent").asInt()).isEqualTo(100);
        assertThat(cube.get("total").asInt()).isEqualTo(2);
        assertThat(cube.get("previous").get("total").asInt()).isEqualTo(1);
        assertThat(cube.get("previous").get("occurredAt").asText()).isEqualTo("2024-01-01..2024-01-31");
    }

    @Test
    void theSamePeriodLastYearKeepsItsDates() {
        world.put(
                Row.number(1).occurredAt("2025-02-28T10:00:00Z"),
                Row.number(2).occurredAt("2024-02-28T10:00:00Z"),
                Row.number(3).occurredAt("2024-02-29T10:00:00Z"));

        JsonNode cube =
                cube("occurredAt=2025-02-01..2025-02-28", "dimensions=day,kind", "compare=same-period-last-year");

        assertThat(cube.get("previous").get("total").asInt()).isEqualTo(2);
        assertThat(cube.get("cells").get(0).get("day").asText()).isEqualTo("2025-02-28");
        assertThat(cube.get("cells").get(0).get("change").get("count").get("by").asInt())
                .isZero();
        JsonNode leapDay = cube.get("cells").get(1);
        assertThat(leapDay.get("count").asInt()).isZero();
        assertThat(leapDay.get("previous").get("day").asText()).isEqualTo("2024-02-29");
        assertThat(world.total("day=" + leapDay.get("day").asText())).isZero();
    }

    @Test
    void aComparisonNeedsAPeriod() {
        for (String period :
                List.of("kind=theft", "occurredAt=2024-01-01..", "occurredAt=2024-01-01T10:00:00Z..2024-02-01")) {
            assertThatThrownBy(() -> cube(period, "compare=previous-period")).hasMessageContaining("whole days");
        }
        assertThatThrownBy(() -> cube("year=2024", "compare=yesterday")).hasMessageContaining("previous-period");
    }

    @Test
    void aSumThatCannotBeToldIsNotTold() throws Exception {
        for (int number = 1; number <= 12; number++) {
            world.put(Row.number(number).field("cost", new BigDecimal("99999999999999")));
        }
        assertThat(world.index().hasAll(Duration.ofMinutes(1))).isTrue();
        assertThatThrownBy(() -> cube("measures=sum:fields.cost"))
                .isInstanceOfSatisfying(
                        Problem.class, problem -> assertThat(problem.type()).isEqualTo("sum-too-large"));
    }

    @Test
    void wordsAndFiltersCut() {
        world.put(
                Row.number(1).title("Inbrott"),
                Row.number(2).title("Brand").kind("threat"),
                Row.number(3).title("Brand"));
        assertThat(cube("dimensions=kind", "q=brand").get("total").asInt()).isEqualTo(2);
        assertThat(cube("dimensions=kind", "q=brand", "kind=theft").get("cells").size())
                .isEqualTo(1);
    }

    @Test
    void refusesWhatItDoesNotKnow() {
        assertThatThrownBy(() -> cube("dimensions=colour")).isInstanceOfSatisfying(Problem.class, problem -> assertThat(
                        problem.fields().get(0).field())
                .isEqualTo("dimensions"));
        assertThatThrownBy(() -> cube("dimensions=kind,state,phase,month")).hasMessageContaining("at most three");
        assertThatThrownBy(() -> cube("measures=sum:fields.goods")).hasMessageContaining("measures");
        assertThatThrownBy(() -> cube("measures=median:fields.goods")).hasMessageContaining("measures");
        assertThatThrownBy(() -> cube("sort=kind")).isInstanceOfSatisfying(Problem.class, problem -> {
            assertThat(problem.type()).isEqualTo("unknown-parameter");
            assertThat(problem.detail().en()).contains("dimensions", "measures", "kind");
        });
        assertThatThrownBy(() -> world.insight().map(Address.of("zoom=21"))).isInstanceOf(Problem.class);
        assertThatThrownBy(() -> world.insight().facets(Address.of("fields=kind", "limit=0")))
                .isInstanceOf(Problem.class);
    }

    private JsonNode cube(String... parameters) {
        return Picture.read(world.insight().cube(Address.of(parameters)));
    }

    private String label(String dimension, String key) {
        for (JsonNode value :
                cube("dimensions=" + dimension).get("dimensions").get(0).get("values")) {
            if (value.get("key").asText().equals(key)) {
                return value.get("label").get("sv").asText();
            }
        }
        throw new AssertionError("no value " + key);
    }
}
