package org.vaksam.insight;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.nio.file.Path;
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
        assertThatThrownBy(() -> cube("measures=median:fields.cost")).hasMessageContaining("measures");
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
