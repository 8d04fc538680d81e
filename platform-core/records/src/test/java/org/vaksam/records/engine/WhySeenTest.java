package org.vaksam.records.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.vaksam.api.problem.Problem;
import org.vaksam.api.text.Text;
import org.vaksam.records.engine.WhySeen.Answer;
import org.vaksam.records.engine.WhySeen.Step;
import org.vaksam.spi.records.RecordRow;
import org.vaksam.spi.security.Grants.Reason;
import org.vaksam.testkit.TestDatabase;

final class WhySeenTest {
    private Engine engine;

    @BeforeEach
    void start(@TempDir Path folder) {
        engine = new Engine(TestDatabase.derby(folder)).withReports();
    }

    @AfterEach
    void stop() {
        engine.close();
    }

    @Test
    void theChainNamesTheGrantThatReachesTheRecord() {
        RecordRow row = record("CLASS", "internal");
        Answer answer = why(
                row,
                reason("g1", "incidents:report:read", FakeOffice.SCHOOL.id()),
                reason("g2", "incidents:report:read", FakeOffice.PARK.id()),
                reason("g3", "incidents:report:handle", FakeOffice.SCHOOL.id()));

        assertThat(answer.sees()).isTrue();
        assertThat(answer.chain()).singleElement().satisfies(step -> {
            assertThat(step.grant()).contains("g1");
            assertThat(step.unit().orElseThrow().code()).isEqualTo("SCHOOL");
        });
    }

    @Test
    void withoutSightThereIsNoChain() {
        Answer beside = why(record("CLASS", "internal"), reason("g2", "incidents:report:read", FakeOffice.PARK.id()));
        assertThat(beside.sees()).isFalse();
        assertThat(beside.chain()).isEmpty();
        RecordRow secret = record("CLASS", "restricted");
        Reason read = reason("g1", "incidents:report:read", FakeOffice.SCHOOL.id());
        assertThat(why(secret, read).sees()).isFalse();
        Answer both = why(secret, read, reason("g4", "incidents:report:restricted", FakeOffice.CITY.id()));
        assertThat(both.chain()).extracting(Step::grant).containsExactly(Optional.of("g1"), Optional.of("g4"));
    }

    @Test
    void reportersSeeTheirOwn() {
        engine.access.be(FakeAccess.ANNA, "incidents:report:create");
        RecordRow own = record("PARK", "internal");
        assertThat(why(own, reason("g1", "incidents:report:create", FakeOffice.SCHOOL.id()))
                        .chain())
                .extracting(Step::because)
                .containsExactly("reporter");
        assertThatThrownBy(() -> new WhySeen(
                                (account, permissions) -> List.of(), FakeOffice.accounts(), FakeOffice.units())
                        .of(own, "nobody"))
                .isInstanceOf(Problem.class);
    }

    private static Answer why(RecordRow row, Reason... reasons) {
        return new WhySeen((account, permissions) -> List.of(reasons), FakeOffice.accounts(), FakeOffice.units())
                .of(row, "anna");
    }

    private static Reason reason(String grant, String permission, String unit) {
        return new Reason(grant, Optional.empty(), "role", Text.same("Role"), permission, Optional.of(unit));
    }

    private RecordRow record(String unit, String secrecy) {
        String ground = secrecy.equals("restricted") ? "OSL 26:1" : "";
        return engine.create(Map.of(
                "kind", "theft", "title", "Stulen cykel", "unit", unit, "secrecy", secrecy, "secrecyGround", ground));
    }
}
