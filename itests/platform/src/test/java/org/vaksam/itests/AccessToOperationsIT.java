package org.vaksam.itests;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.vaksam.itests.support.Answer;
import org.vaksam.itests.support.Rest;
import org.vaksam.testkit.Timing;

/** Every operation that the platform describes, asked for by everybody who may not; and how long it takes to be told "not found". */
class AccessToOperationsIT {
    private static final List<String> WRITING = List.of("post", "put", "patch", "delete");
    private static final int FEWEST_GUARDED = 60;
    private static final Timing TIMING = new Timing(200, 501, 1.5);

    private static Town town;
    private static List<Operation> operations;

    /** One of {@code /api/openapi.json}, its path filled with ids of nothing. */
    private record Operation(String method, String path, boolean open, Optional<String> permission, String mediaType) {
        static Operation of(String method, String path, JsonNode described) {
            JsonNode content = described.at("/requestBody/content");
            return new Operation(
                    method,
                    path.replaceAll("\\{[^}]+}", Town.NOTHING),
                    described.path("security").isArray()
                            && described.path("security").isEmpty(),
                    Optional.of(described.path("x-permission").asText()).filter(id -> !id.isEmpty()),
                    content.isEmpty()
                            ? "application/json"
                            : content.fieldNames().next());
        }

        int askedBy(Rest person) {
            String[] type = {"Content-Type", mediaType};
            Answer answer =
                    switch (method) {
                        case "post" -> person.post(path, "{}", type);
                        case "put" -> person.put(path, "{}", type);
                        case "patch" -> person.patch(path, "{}", type);
                        case "delete" -> person.delete(path);
                        default -> person.get(path);
                    };
            return answer.status();
        }

        boolean ofThePlatform() {
            return permission.filter(id -> id.startsWith("platform:")).isPresent();
        }
    }

    @BeforeAll
    static void fill() {
        town = new Town(AccessToOperationsIT.class);
        operations = new ArrayList<>();
        town.operator()
                .get("/api/openapi.json")
                .expect(200)
                .json()
                .path("paths")
                .fields()
                .forEachRemaining(path -> path.getValue().fields().forEachRemaining(one -> {
                    if (one.getKey().equals("get") || WRITING.contains(one.getKey())) {
                        operations.add(Operation.of(one.getKey(), path.getKey(), one.getValue()));
                    }
                }));
    }

    @AfterAll
    static void stop() {
        town.close();
    }

    @Test
    void strangersMayNothingThatIsNotOpen() {
        assertThat(wrong(
                        town.stranger(),
                        operations.stream().filter(one -> !one.open()).toList(),
                        401))
                .isEmpty();
    }

    @Test
    void aPermissionInSomeUnitOpensNothingThatConcernsThemAll() {
        List<Operation> guarded =
                operations.stream().filter(Operation::ofThePlatform).toList();
        assertThat(guarded).hasSizeGreaterThan(FEWEST_GUARDED);
        Rest nobody = town.person("nobody");
        Rest partner = town.person("partner");
        town.grant("partner", "incidents:handler", "PARTNER");
        Rest headmaster = town.person("headmaster");
        town.grant("headmaster", "administrator", "SCHOOL");
        for (Rest person : List.of(nobody, partner, headmaster)) {
            assertThat(wrong(person, guarded, 403)).isEmpty();
        }
    }

    @Test
    void whatIsHiddenIsNotFoundAsFastAsWhatIsMissing() {
        Rest reader = town.person("reader");
        town.grant("reader", "incidents:reader", "SCHOOL");
        for (String records : List.of("/api/records/", Town.REPORTS + "/")) {
            String hidden = records + town.id("PARK restricted");
            assertThat(TIMING.alike(() -> nanos(reader, hidden), () -> nanos(reader, records + Town.NOTHING)))
                    .as(records)
                    .isTrue();
        }
    }

    private static List<String> wrong(Rest person, List<Operation> asked, int expected) {
        var wrong = new ArrayList<String>();
        for (Operation operation : asked) {
            int status = operation.askedBy(person);
            if (status != expected) {
                wrong.add(operation.method() + " " + operation.path() + " " + status);
            }
        }
        return wrong;
    }

    private static long nanos(Rest person, String path) {
        long start = System.nanoTime();
        int status = person.get(path).status();
        long taken = System.nanoTime() - start;
        assertThat(status).isEqualTo(404);
        return taken;
    }
}
