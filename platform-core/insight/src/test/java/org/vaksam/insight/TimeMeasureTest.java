package org.vaksam.insight;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.vaksam.insight.testing.Address;
import org.vaksam.insight.testing.Row;
import org.vaksam.insight.testing.World;
import org.vaksam.spi.casework.RecordSurroundings.Surroundings;
import org.vaksam.testkit.Waiting;

/** How long records take, and what lies around them. */
final class TimeMeasureTest {
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
    void timeGoesFromTheFirstTimeInAStateToTheLastInAnother() throws Exception {
        Instant created = Row.number(1).build().createdAt();
        move(1, "received", "triaged", "open", created.plusSeconds(60));
        move(1, "triaged", "closed", "closed", created.plusSeconds(100));
        move(1, "closed", "triaged", "open", created.plusSeconds(200));
        move(1, "triaged", "closed", "closed", created.plusSeconds(1_000));
        world.put(Row.number(1).state("closed", "closed"), Row.number(2));
        awaitAll();

        JsonNode cell = cube(
                "measures=median:time:received..closed,mean:time:triaged..closed,sum:time:closed..triaged,mean:time:created..phase:closed");

        assertThat(cell.get("median:time:received..closed").asInt()).isEqualTo(1_000);
        assertThat(cell.get("mean:time:triaged..closed").asInt()).isEqualTo(940);
        assertThat(cell.get("sum:time:closed..triaged").asInt()).isEqualTo(100);
        assertThat(cell.get("mean:time:created..phase:closed").asInt()).isEqualTo(1_000);
    }

    @Test
    void whatIsOpenAgainIsNotClosed() throws Exception {
        Instant created = Row.number(1).build().createdAt();
        move(1, "received", "closed", "closed", created.plusSeconds(100));
        move(1, "closed", "received", "open", created.plusSeconds(200));
        world.put(Row.number(1));
        awaitAll();

        assertThat(cube("measures=mean:time:created..phase:closed")
                        .get("mean:time:created..phase:closed")
                        .isNull())
                .isTrue();
    }

    @Test
    void theAgeIsThatOfOpenOnes() throws Exception {
        world.put(Row.number(1), Row.number(2).state("closed", "closed"));
        awaitAll();
        long days = Duration.between(Row.number(1).build().createdAt(), Instant.now())
                .toDays();

        assertThat(cube("measures=median:age").get("median:age").asLong() / 86_400)
                .isEqualTo(days);
        assertThat(cube("measures=median:age", "phase=closed").get("median:age").isNull())
                .isTrue();
    }

    @Test
    void stepsThatAreGatheredLaterAreTakenIn() throws Exception {
        world.steps.complete = false;
        world.journal.append("module.installed", "module", "incidents");
        world.put(Row.number(1).state("closed", "closed"));
        awaitAll();
        move(
                1,
                "received",
                "closed",
                "closed",
                Row.number(1).build().createdAt().plusSeconds(5));
        world.steps.complete = true;

        String measure = "mean:time:received..closed";
        Waiting.until(() -> !cube("measures=" + measure).get(measure).isNull(), "the step");
        assertThat(cube("measures=" + measure).get(measure).asInt()).isEqualTo(5);
    }

    @Test
    void actionsAreCountedAndTheirWordsFound() throws Exception {
        world.surroundings.put(
                Row.id(1),
                new Surroundings(2, 3, Optional.of(LocalDate.of(2026, 3, 1)), 0, List.of("Byt låset i källaren")));
        world.put(Row.number(1), Row.number(2));
        awaitAll();

        assertThat(world.find("låset")).containsExactly(Row.id(1));
        assertThat(world.list("openActions=2")).containsExactly(Row.id(1));
        assertThat(world.list("openActions=0")).containsExactly(Row.id(2));
    }

    private void move(int number, String from, String to, String phase, Instant at) {
        world.steps.move(Row.id(number), from, to, phase, at.toString());
    }

    private void awaitAll() throws InterruptedException {
        assertThat(world.index().hasAll(Duration.ofMinutes(1))).isTrue();
    }

    private JsonNode cube(String... parameters) {
        return Picture.read(world.insight().cube(Address.of(parameters)))
                .get("cells")
                .get(0);
    }
}
