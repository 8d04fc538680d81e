package org.vaksam.records.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.vaksam.api.problem.Problem;
import org.vaksam.api.security.Scope;
import org.vaksam.spi.records.RecordRow;
import org.vaksam.testkit.TestDatabase;

/** Every role, held in the school, tried with every operation on a record in every unit around it. */
final class AccessMatrixTest {
    private static final String OTHER = "00000000-0000-7000-8000-00000000000f";

    private static final Map<String, List<String>> ROLES = Map.of(
            "nobody", List.of(),
            "reporter", List.of("create"),
            "reader", List.of("read"),
            "handler", List.of("create", "read", "handle"),
            "coordinator", List.of("create", "read", "handle", "restricted"),
            "blind", List.of("handle"));

    /** What each role gets of an open and of a restricted record: in the school and below it, and elsewhere. */
    private static final String EXPECTED =
            """
            role         operation   open in  out  restricted in  out
            nobody       read        403      403  403            403
            nobody       list        404      404  404            404
            nobody       change      403      403  403            403
            nobody       transition  403      403  403            403
            nobody       delete      403      403  403            403
            nobody       create      403      403  403            403
            reporter     read        404      404  404            404
            reporter     list        404      404  404            404
            reporter     change      404      404  404            404
            reporter     transition  404      404  404            404
            reporter     delete      404      404  404            404
            reporter     create      200      422  200            422
            reader       read        200      404  404            404
            reader       list        200      404  404            404
            reader       change      403      404  404            404
            reader       transition  403      404  404            404
            reader       delete      403      404  404            404
            reader       create      403      403  403            403
            handler      read        200      404  404            404
            handler      list        200      404  404            404
            handler      change      200      404  404            404
            handler      transition  200      404  404            404
            handler      delete      200      404  404            404
            handler      create      200      422  200            422
            coordinator  read        200      404  200            404
            coordinator  list        200      404  200            404
            coordinator  change      200      404  200            404
            coordinator  transition  200      404  200            404
            coordinator  delete      200      404  200            404
            coordinator  create      200      422  200            422
            blind        read        404      404  404            404
            blind        list        404      404  404            404
            blind        change      200      404  404            404
            blind        transition  200      404  404            404
            blind        delete      200      404  404            404
            blind        create      403      403  403            403
            """;

    private static final Map<String, Boolean> PLACES = new LinkedHashMap<>();

    static {
        PLACES.put("SCHOOL", true);
        PLACES.put("CLASS", true);
        PLACES.put("PARK", false);
        PLACES.put("CITY", false);
        PLACES.put("COMPANY", false);
        PLACES.put("", false);
    }

    private static Engine engine;

    @BeforeAll
    static void start(@TempDir Path folder) {
        engine = new Engine(TestDatabase.derby(folder)).withReports();
    }

    @AfterAll
    static void stop() {
        engine.close();
    }

    @BeforeEach
    void beAdministrator() {
        administrator();
    }

    @Test
    void eachRoleDoesInItsUnitAndBelowWhatItMayAndKnowsNothingOfTheRest() {
        Scope school = Scope.below(FakeOffice.SCHOOL.id());
        assertThat(matrix(school, PLACES)).isEqualTo(expected(PLACES));
    }

    @Test
    void aPartnerKnowsItsOwnAndNothingOfTheCity() {
        var partner = new LinkedHashMap<>(PLACES);
        partner.replaceAll((unit, inside) -> unit.equals("COMPANY"));
        assertThat(matrix(Scope.below(FakeOffice.COMPANY.id()), partner)).isEqualTo(expected(partner));
    }

    @Test
    void everywhereMeansEveryUnitAndNone() {
        var everywhere = new LinkedHashMap<>(PLACES);
        everywhere.replaceAll((unit, inside) -> true);
        assertThat(matrix(Scope.EVERYWHERE, everywhere)).isEqualTo(expected(everywhere));
    }

    @Test
    void whoReportedOrIsAssignedSeesTheRecordWhereverItIs() {
        String assigned = create("PARK", "internal", Map.of("assignee", "anna")).id();
        engine.access.be(FakeAccess.ANNA, "incidents:report:create");
        String own = create("PARK", "internal", Map.of()).id();
        String secret = create("PARK", "restricted", Map.of()).id();

        engine.access.be(FakeAccess.ANNA, Scope.below(FakeOffice.SCHOOL.id()), "incidents:report:create");
        assertThat(engine.reading.readAll(List.of(assigned, own, secret)))
                .extracting(RecordRow::id)
                .containsExactly(assigned, own);
        engine.access.be(OTHER, Scope.below(FakeOffice.SCHOOL.id()), "incidents:report:create");
        assertThat(engine.reading.readAll(List.of(assigned, own, secret))).isEmpty();
        engine.access.be(FakeAccess.ANNA);
        assertThat(engine.reading.readAll(List.of(assigned, own, secret))).isEmpty();
    }

    @Test
    void aReporterDoesNotCarryARecordIntoAUnitWhereTheyMayNotReport() {
        engine.access.be(FakeAccess.ANNA, Scope.below(FakeOffice.SCHOOL.id()), "incidents:report:create");
        RecordRow own = create("SCHOOL", "internal", Map.of());

        assertThat(status(() -> patch(own, "unit", "PARK"))).isEqualTo(422);
        assertThat(status(() -> patch(own, "unit", "CLASS"))).isEqualTo(200);
    }

    private static List<String> matrix(Scope scope, Map<String, Boolean> places) {
        var lines = new ArrayList<String>();
        for (String[] row : table()) {
            for (String secrecy : List.of("internal", "restricted")) {
                for (String unit : places.keySet()) {
                    int status = attempt(row[0], row[1], scope, unit, secrecy);
                    lines.add(String.join(" ", row[0], row[1], secrecy, unit, String.valueOf(status)));
                }
            }
        }
        return lines;
    }

    private static List<String> expected(Map<String, Boolean> places) {
        var lines = new ArrayList<String>();
        for (String[] row : table()) {
            for (String secrecy : List.of("internal", "restricted")) {
                places.forEach((unit, inside) -> {
                    int column = (secrecy.equals("internal") ? 2 : 4) + (inside ? 0 : 1);
                    lines.add(String.join(" ", row[0], row[1], secrecy, unit, row[column]));
                });
            }
        }
        return lines;
    }

    private static List<String[]> table() {
        return EXPECTED.lines().skip(1).map(line -> line.split(" +")).toList();
    }

    private static int attempt(String role, String operation, Scope scope, String unit, String secrecy) {
        administrator();
        RecordRow row = create(unit, secrecy, Map.of());
        String[] permissions = ROLES.getOrDefault(role, List.of()).stream()
                .map(verb -> "incidents:report:" + verb)
                .toArray(String[]::new);
        engine.access.be(OTHER, scope, permissions);
        return status(() -> {
            switch (operation) {
                case "read" -> engine.reading.read(row.type(), row.number());
                case "list" -> {
                    if (engine.reading.readAll(List.of(row.id())).isEmpty()) {
                        throw RecordPermissions.missing();
                    }
                }
                case "change" -> patch(row, "title", "Another");
                case "transition" ->
                    engine.change.transition(
                            engine.type(), row.id(), Optional.empty(), "triage", Map.of("severity", 1));
                case "delete" -> engine.change.delete(engine.type(), row.id(), any -> true);
                case "create" -> create(unit, secrecy, Map.of());
                default -> throw new IllegalArgumentException(operation);
            }
        });
    }

    private static void patch(RecordRow row, String field, String value) {
        engine.change.patch(engine.type(), row.id(), any -> true, Map.of(field, value));
    }

    private static RecordRow create(String unit, String secrecy, Map<String, String> more) {
        var members = new LinkedHashMap<String, Object>(more);
        members.put("kind", "theft");
        members.put("title", "Stulen cykel");
        members.put("secrecy", secrecy);
        if (secrecy.equals("restricted")) {
            members.put("secrecyGround", "OSL 26:1");
        }
        Stream.of(unit).filter(code -> !code.isEmpty()).forEach(code -> members.put("unit", code));
        return engine.create(members);
    }

    private static int status(Runnable operation) {
        try {
            operation.run();
            return 200;
        } catch (Problem problem) {
            return problem.status();
        }
    }

    private static void administrator() {
        engine.access.be(FakeAccess.ANNA, "*");
    }
}
