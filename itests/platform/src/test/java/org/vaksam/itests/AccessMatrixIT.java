package org.vaksam.itests;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.vaksam.itests.support.Rest;
import org.vaksam.testkit.Waiting;

/** Every role, granted in the school, asks for everything in every unit around it: what it may not know of is nowhere. */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class AccessMatrixIT {
    private static final Map<String, Set<String>> IN =
            Map.of("SCHOOL", Set.of("SCHOOL", "CLASS"), "PARTNER", Set.of("PARTNER"));

    /** Somebody of the matrix, and which records they see. */
    private record Known(Rest person, Set<String> visible) {}

    private static final List<Known> PEOPLE = new ArrayList<>();

    private static Town town;

    @BeforeAll
    static void fill() {
        town = new Town(AccessMatrixIT.class);
    }

    @AfterAll
    static void stop() {
        town.close();
    }

    @Order(1)
    @ParameterizedTest
    @CsvSource({
        "nobody,                SCHOOL,  '',                              403, false, false",
        "reporter,              SCHOOL,  incidents:reporter,              404, false, false",
        "reader,                SCHOOL,  incidents:reader,                403, true,  false",
        "handler,               SCHOOL,  incidents:handler,               200, true,  false",
        "coordinator,           SCHOOL,  incidents:security-coordinator,  200, true,  true",
        "administrator-school,  SCHOOL,  administrator,                   200, true,  true",
        "partner-reporter,      PARTNER, incidents:reporter,              404, false, false",
        "partner-reader,        PARTNER, incidents:reader,                403, true,  false",
        "partner-handler,       PARTNER, incidents:handler,               200, true,  false",
        "partner-coordinator,   PARTNER, incidents:security-coordinator,  200, true,  true"
    })
    void aRoleInAUnitKnowsTheUnitAndWhatIsBelow(
            String name, String unit, String role, int change, boolean reads, boolean restricted) {
        Rest person = town.person(name);
        if (!role.isEmpty()) {
            town.grant(name, role, unit);
        }
        var visible = new TreeSet<String>();
        var hidden = new TreeSet<String>();
        town.records().forEach((key, record) -> {
            String[] place = key.split(" ");
            boolean seen = reads
                    && IN.getOrDefault(unit, Set.of()).contains(place[0])
                    && (restricted || place[1].equals("internal"));
            (seen ? visible : hidden).add(record.path("id").asText());
        });
        int area = role.isEmpty() ? 403 : 200;
        assertLists(person, area, visible);
        assertSuggestions(person, visible);
        assertExport(person, visible);
        assertNamesNothing(person, area, hidden);
        for (Map.Entry<String, JsonNode> entry : town.records().entrySet()) {
            assertRecord(person, entry.getKey(), entry.getValue(), visible, area == 403 ? 403 : 404, change);
        }
        PEOPLE.add(new Known(person, visible));
    }

    private static void assertLists(Rest person, int area, Set<String> visible) {
        assertThat(person.get(Town.REPORTS).status()).isEqualTo(area);
        JsonNode search = person.get("/api/search?q=matris").expect(200).json();
        assertThat(ids(search)).isEqualTo(visible);
        assertThat(search.path("total").asInt()).isEqualTo(visible.size());
        for (String address : List.of(
                "/api/insight/cube?dimensions=unit,secrecy",
                "/api/insight/facets?fields=unit",
                "/api/insight/map?zoom=5&bbox=10,55,25,70")) {
            JsonNode total = person.get(address).expect(200).json();
            int counted = total.path("total").asInt(-1);
            assertThat(counted).as(address).isEqualTo(visible.size());
        }
        if (area == 200) {
            JsonNode list = person.get(Town.REPORTS + "?q=matris").expect(200).json();
            assertThat(ids(list)).isEqualTo(visible);
            assertThat(list.path("total").asInt()).isEqualTo(visible.size());
        }
    }

    /** A file of all that matches holds the same records. */
    private static void assertExport(Rest person, Set<String> visible) {
        String order = "{\"format\":\"csv\",\"parameters\":{\"q\":[\"matris\"]},\"columns\":[\"number\",\"title\"]}";
        String address = "/api/exports/"
                + person.post("/api/exports", order)
                        .expect(202)
                        .json()
                        .path("id")
                        .asText();
        Waiting.until(
                () -> person.get(address)
                        .expect(200)
                        .json()
                        .path("state")
                        .asText()
                        .equals("done"),
                "the file");
        String file = person.get(address + "/file").expect(200).text();
        town.records().values().forEach(record -> assertThat(
                        file.contains(record.path("number").asText()))
                .isEqualTo(visible.contains(record.path("id").asText())));
        assertThat(file.lines().count()).isEqualTo(visible.size() + 1);
        if (!PEOPLE.isEmpty()) {
            assertThat(PEOPLE.get(0).person().get(address).status()).isEqualTo(404);
        }
    }

    /** What somebody types: a beginning, a number, a place. */
    private static void assertSuggestions(Rest person, Set<String> visible) {
        assertThat(ids(person.get("/api/search?limit=50&q=matr").expect(200).json()))
                .isSubsetOf(visible);
        for (String typed : List.of("matr", "INC-", "Matr")) {
            JsonNode offered = person.get("/api/insight/suggest?limit=50&q=" + typed)
                    .expect(200)
                    .json()
                    .path("items");
            assertThat(offered.findValuesAsText("record").stream()
                            .filter(id -> !id.equals("null"))
                            .toList())
                    .isSubsetOf(visible);
        }
        JsonNode levels = person.get("/api/insight/suggest?limit=50&q=secrecy:")
                .expect(200)
                .json()
                .path("items");
        int counted = 0;
        for (JsonNode value : levels) {
            counted += value.path("count").asInt();
        }
        assertThat(counted).isEqualTo(visible.size());
        town.records().values().forEach(record -> {
            String id = record.path("id").asText();
            JsonNode byNumber = person.get(
                            "/api/search?q=" + record.path("number").asText())
                    .expect(200)
                    .json();
            assertThat(ids(byNumber)).isSubsetOf(visible);
            assertThat(ids(byNumber).contains(id)).isEqualTo(visible.contains(id));
            assertThat(byNumber.path("total").asInt()).isEqualTo(ids(byNumber).size());
        });
    }

    /** No chart, facet, cell of a table or filter mentions what lies elsewhere; nor does any address that lists something else. */
    private static void assertNamesNothing(Rest person, int area, SortedSet<String> hidden) {
        var answers = new ArrayList<String>();
        for (String address : List.of(
                "/api/insight/cube?dimensions=place,secrecy",
                "/api/insight/facets?fields=place,secrecy",
                "/api/insight/map?zoom=20&bbox=10,55,25,70",
                "/api/insight/suggest?q=place:",
                "/api/views",
                "/api/insight/status",
                "/api/navigation",
                "/api/units/search?q=P",
                "/api/records/" + hidden.first() + "/why?account=nobody",
                Town.REPORTS + "?unit=CITY",
                Town.REPORTS + "/" + hidden.first() + "/history",
                "/api/journal?subject=" + hidden.first(),
                "/api/journal/export")) {
            answers.add(person.get(address).text());
        }
        town.records().values().stream()
                .filter(record -> hidden.contains(record.path("id").asText()))
                .forEach(record -> assertThat(answers)
                        .noneMatch(
                                answer -> answer.contains(record.path("number").asText()))
                        .noneMatch(answer ->
                                answer.contains("\"id\":\"" + record.path("id").asText())));
        JsonNode places =
                person.get("/api/insight/facets?fields=place").expect(200).json();
        int named = 0;
        for (JsonNode place : places.at("/facets/place")) {
            named += place.path("count").asInt();
        }
        assertThat(named).isEqualTo(town.records().size() - hidden.size());
        for (String place : area == 200 ? List.of("CITY", "PARK", "SCHOOL", "PARTNER") : List.<String>of()) {
            JsonNode list =
                    person.get(Town.REPORTS + "?unit=" + place).expect(200).json();
            assertThat(ids(list)).doesNotContainAnyElementsOf(hidden);
            assertThat(list.path("total").asInt()).isEqualTo(ids(list).size());
        }
        for (String address : List.of("/api/journal", "/api/journal/export", "/api/backups", "/api/modules/archives")) {
            assertThat(person.get(address).status()).as(address).isEqualTo(403);
        }
    }

    private static void assertRecord(
            Rest person, String key, JsonNode record, Set<String> visible, int hidden, int change) {
        String id = record.path("id").asText();
        boolean seen = visible.contains(id);
        assertThat(person.get(Town.REPORTS + "/" + id).status()).as(key).isEqualTo(seen ? 200 : hidden);
        assertThat(person.get(Town.REPORTS + "/" + id + "/history").status())
                .as(key)
                .isEqualTo(seen ? 200 : hidden);
        assertThat(person.get("/api/records/" + id).status()).as(key).isEqualTo(seen ? 200 : 404);
        assertThat(person.get("/api/records/" + record.path("number").asText()).status())
                .as(key)
                .isEqualTo(seen ? 200 : 404);
        assertThat(person.patch(Town.REPORTS + "/" + id, "{\"description\":\"x\"}", "If-Match", "*")
                        .status())
                .as(key)
                .isEqualTo(seen ? change : hidden);
        if (!seen) {
            assertThat(words(person.get("/api/records/" + id).json()))
                    .isEqualTo(words(person.get("/api/records/" + Town.NOTHING).json()));
        }
    }

    /** Every record is changed once more; heard of are those that may be seen. */
    @Test
    @Order(2)
    void everybodyHearsOfWhatTheySee() throws Exception {
        assertThat(PEOPLE).isNotEmpty();
        var streams = new ArrayList<Stream<String>>();
        for (Known known : PEOPLE) {
            streams.add(events(known.person()));
        }
        String latest = "";
        for (JsonNode record : town.records().values()) {
            latest = record.path("id").asText();
            touch(latest);
        }
        long last = town.operator()
                .get(Town.REPORTS + "/" + latest + "/history?limit=1")
                .expect(200)
                .json()
                .at("/items/0/position")
                .asLong();
        for (int i = 0; i < streams.size(); i++) {
            try (Stream<String> stream = streams.get(i)) {
                assertThat(heard(stream, last)).isEqualTo(PEOPLE.get(i).visible());
            }
        }
    }

    private static Stream<String> events(Rest person) throws Exception {
        var request = HttpRequest.newBuilder(person.base().resolve("/api/events"))
                .header("Authorization", "Bearer " + person.token())
                .build();
        return HttpClient.newHttpClient().send(request, BodyHandlers.ofLines()).body();
    }

    private static Set<String> heard(Stream<String> stream, long last) {
        var heard = new TreeSet<String>();
        var lines = stream.iterator();
        String position = "";
        while (lines.hasNext() && (position.isEmpty() || Long.parseLong(position) < last)) {
            String line = lines.next();
            if (line.startsWith("id: ")) {
                position = line.substring("id: ".length());
            } else if (line.startsWith("data: ") && line.contains("\"type\":\"incidents.report\"")) {
                heard.add(line.replaceAll(".*\"id\":\"([^\"]+)\".*", "$1"));
            }
        }
        return heard;
    }

    @Test
    void aGrantThatEndsIsOverAtTheNextRequestAndTheChainSaysWhyItWasThere() {
        Rest person = town.person("kim");
        JsonNode grant = town.grant("kim", "incidents:reader", "SCHOOL");
        String id = town.id("CLASS internal");
        assertThat(person.get("/api/records/" + id).status()).isEqualTo(200);
        JsonNode why = town.operator()
                .get("/api/records/" + id + "/why?account=kim")
                .expect(200)
                .json();
        assertThat(why.path("sees").asBoolean()).isTrue();
        assertThat(why.at("/chain/0/grant").asText()).isEqualTo(grant.path("id").asText());
        assertThat(why.at("/chain/0/unit/code").asText()).isEqualTo("SCHOOL");

        town.operator()
                .delete("/api/grants/" + grant.path("id").asText(), "If-Match", "\"1\"")
                .expect(204);

        assertThat(person.get("/api/records/" + id).status()).isEqualTo(404);
        assertThat(town.operator()
                        .get("/api/records/" + id + "/why?account=kim")
                        .expect(200)
                        .json()
                        .path("sees")
                        .asBoolean())
                .isFalse();
        assertThat(person.get("/api/records/" + id + "/why?account=kim").status())
                .isEqualTo(403);
    }

    private static void touch(String id) {
        town.operator()
                .patch(Town.REPORTS + "/" + id, "{\"description\":\"" + System.nanoTime() + "\"}", "If-Match", "*")
                .expect(200);
    }

    private static Set<String> ids(JsonNode page) {
        var ids = new TreeSet<String>();
        StreamSupport.stream(page.path("items").spliterator(), false)
                .forEach(item -> ids.add(item.path("id").asText()));
        return ids;
    }

    private static List<String> words(JsonNode problem) {
        var words = new ArrayList<String>();
        List.of("type", "title", "status", "detail")
                .forEach(member -> words.add(problem.path(member).asText()));
        return words;
    }
}
