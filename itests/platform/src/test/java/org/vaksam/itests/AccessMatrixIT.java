package org.vaksam.itests;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.vaksam.itests.support.Distribution;
import org.vaksam.itests.support.Rest;

/** Every role, granted in the school, asks for everything in every unit around it: what it may not know of is nowhere. */
class AccessMatrixIT {
    private static final String REPORTS = "/api/incidents/reports";
    private static final String PASSWORD = "fyra gröna hästar på rad";
    private static final List<String> PLACES = List.of("CITY", "SCHOOL", "CLASS", "PARK", "COMPANY", "");
    private static final Set<String> IN_SCHOOL = Set.of("SCHOOL", "CLASS");

    private static final Map<String, JsonNode> RECORDS = new LinkedHashMap<>();

    private static Distribution vaksam;
    private static Rest operator;

    @BeforeAll
    static void fill() {
        vaksam = Work.distribution(AccessMatrixIT.class).start();
        operator = vaksam.rest();
        operator.install("incidents");
        unit("CITY", "");
        unit("SCHOOL", "CITY");
        unit("CLASS", "SCHOOL");
        unit("PARK", "CITY");
        unit("COMPANY", "");
        for (String place : PLACES) {
            for (String secrecy : List.of("internal", "restricted")) {
                String ground = secrecy.equals("restricted") ? ",\"secrecyGround\":\"OSL 26:1\"" : "";
                String unit = place.isEmpty() ? "" : ",\"unit\":\"" + place + "\"";
                JsonNode record = operator.post(
                                REPORTS,
                                "{\"kind\":\"burglary\",\"title\":\"Matris\",\"secrecy\":\"" + secrecy
                                        + "\"" + ground
                                        + ",\"place\":{\"name\":\"P\",\"latitude\":55.6,\"longitude\":13.0}" + unit
                                        + "}")
                        .expect(201)
                        .json();
                RECORDS.put(place + " " + secrecy, record);
            }
        }
    }

    @AfterAll
    static void stop() {
        vaksam.close();
    }

    @ParameterizedTest
    @CsvSource({
        "nobody,               '',                              403, false, false",
        "reporter,             incidents:reporter,              404, false, false",
        "reader,               incidents:reader,                403, true,  false",
        "handler,              incidents:handler,               200, true,  false",
        "coordinator,          incidents:security-coordinator,  200, true,  true",
        "administrator-school, administrator,                   200, true,  true"
    })
    void aRoleInTheSchoolKnowsTheSchoolAndWhatIsBelow(
            String name, String role, int change, boolean reads, boolean restricted) throws Exception {
        Rest person = person(name);
        if (!role.isEmpty()) {
            grant(name, role);
        }
        var visible = new TreeSet<String>();
        RECORDS.forEach((key, record) -> {
            String[] place = key.split(" ");
            boolean seen = reads && IN_SCHOOL.contains(place[0]) && (restricted || place[1].equals("internal"));
            if (seen) {
                visible.add(record.path("id").asText());
            }
        });
        int area = role.isEmpty() ? 403 : 200;
        assertLists(person, area, visible);
        for (Map.Entry<String, JsonNode> entry : RECORDS.entrySet()) {
            assertRecord(person, entry.getKey(), entry.getValue(), visible, area == 403 ? 403 : 404, change);
        }
        assertEvents(person, visible);
        assertThat(person.get("/api/grants").status()).isEqualTo(403);
        assertThat(person.get("/api/modules").status()).isEqualTo(403);
    }

    private static void assertLists(Rest person, int area, Set<String> visible) {
        assertThat(person.get(REPORTS).status()).isEqualTo(area);
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
            JsonNode list = person.get(REPORTS + "?q=matris").expect(200).json();
            assertThat(ids(list)).isEqualTo(visible);
            assertThat(list.path("total").asInt()).isEqualTo(visible.size());
        }
    }

    private static void assertRecord(
            Rest person, String key, JsonNode record, Set<String> visible, int hidden, int change) {
        String id = record.path("id").asText();
        boolean seen = visible.contains(id);
        assertThat(person.get(REPORTS + "/" + id).status()).as(key).isEqualTo(seen ? 200 : hidden);
        assertThat(person.get(REPORTS + "/" + id + "/history").status()).as(key).isEqualTo(seen ? 200 : hidden);
        assertThat(person.get("/api/records/" + id).status()).as(key).isEqualTo(seen ? 200 : 404);
        assertThat(person.get("/api/records/" + record.path("number").asText()).status())
                .as(key)
                .isEqualTo(seen ? 200 : 404);
        assertThat(person.patch(REPORTS + "/" + id, "{\"description\":\"x\"}", "If-Match", "*")
                        .status())
                .as(key)
                .isEqualTo(seen ? change : hidden);
        if (!seen) {
            String nothing = "00000000-0000-7000-8000-000000000000";
            assertThat(words(person.get("/api/records/" + id).json()))
                    .isEqualTo(words(person.get("/api/records/" + nothing).json()));
        }
    }

    /** Every record is changed once more; heard of are those that may be seen. */
    private static void assertEvents(Rest person, Set<String> visible) throws Exception {
        var heard = new TreeSet<String>();
        var request = HttpRequest.newBuilder(person.base().resolve("/api/events"))
                .header("Authorization", "Bearer " + person.token())
                .build();
        try (Stream<String> stream =
                HttpClient.newHttpClient().send(request, BodyHandlers.ofLines()).body()) {
            var lines = stream.iterator();
            String position = "";
            for (JsonNode record : RECORDS.values()) {
                touch(record.path("id").asText());
            }
            long last = operator.get("/api/insight/status")
                    .expect(200)
                    .json()
                    .path("head")
                    .asLong();
            while (lines.hasNext() && (position.isEmpty() || Long.parseLong(position) < last)) {
                String line = lines.next();
                if (line.startsWith("id: ")) {
                    position = line.substring("id: ".length());
                } else if (line.startsWith("data: ") && line.contains("\"type\":\"incidents.report\"")) {
                    heard.add(line.replaceAll(".*\"id\":\"([^\"]+)\".*", "$1"));
                }
            }
        }
        assertThat(heard).isEqualTo(visible);
    }

    @Test
    void aGrantThatEndsIsOverAtTheNextRequestAndTheChainSaysWhyItWasThere() {
        Rest person = person("kim");
        JsonNode grant = grant("kim", "incidents:reader");
        String id = inTheClass();
        assertThat(person.get("/api/records/" + id).status()).isEqualTo(200);
        JsonNode why = operator.get("/api/records/" + id + "/why?account=kim")
                .expect(200)
                .json();
        assertThat(why.path("sees").asBoolean()).isTrue();
        assertThat(why.at("/chain/0/grant").asText()).isEqualTo(grant.path("id").asText());
        assertThat(why.at("/chain/0/unit/code").asText()).isEqualTo("SCHOOL");

        operator.delete("/api/grants/" + grant.path("id").asText(), "If-Match", "\"1\"")
                .expect(204);

        assertThat(person.get("/api/records/" + id).status()).isEqualTo(404);
        assertThat(operator.get("/api/records/" + id + "/why?account=kim")
                        .expect(200)
                        .json()
                        .path("sees")
                        .asBoolean())
                .isFalse();
        assertThat(person.get("/api/records/" + id + "/why?account=kim").status())
                .isEqualTo(403);
    }

    @Test
    void strangersAreToldNothing() {
        Rest stranger = Rest.anonymous(vaksam.url());
        String id = inTheClass();
        for (String address : List.of(
                REPORTS,
                REPORTS + "/" + id,
                "/api/records/" + id,
                "/api/search?q=matris",
                "/api/insight/cube",
                "/api/insight/facets",
                "/api/insight/map",
                "/api/events",
                "/api/grants",
                "/api/groups",
                "/api/roles")) {
            assertThat(stranger.get(address).status()).as(address).isEqualTo(401);
        }
    }

    private static String inTheClass() {
        return Objects.requireNonNull(RECORDS.get("CLASS internal")).path("id").asText();
    }

    private static void touch(String id) {
        operator.patch(REPORTS + "/" + id, "{\"description\":\"" + System.nanoTime() + "\"}", "If-Match", "*")
                .expect(200);
    }

    private static void unit(String code, String parent) {
        String above = parent.isEmpty() ? "" : ",\"parent\":\"" + parent + "\"";
        operator.post(
                        "/api/units",
                        "{\"code\":\"" + code + "\",\"name\":{\"sv\":\"" + code + "\",\"en\":\"" + code
                                + "\"},\"type\":\"unit\"" + above + "}")
                .expect(201);
    }

    private static JsonNode grant(String account, String role) {
        return operator.post(
                        "/api/grants",
                        "{\"account\":\"" + account + "\",\"role\":\"" + role + "\",\"unit\":\"SCHOOL\"}")
                .expect(201)
                .json();
    }

    /** A new account that holds a token with all it will be granted. */
    private static Rest person(String name) {
        operator.post(
                        "/api/accounts",
                        "{\"username\":\"" + name + "\",\"name\":\"" + name + "\",\"password\":\"" + PASSWORD
                                + "\",\"roles\":[\"administrator\"]}")
                .expect(201);
        Rest anonymous = Rest.anonymous(vaksam.url());
        var session = anonymous
                .post("/api/session", "{\"username\":\"" + name + "\",\"password\":\"" + PASSWORD + "\"}")
                .expect(200);
        String cookie = session.header("Set-Cookie").split(";")[0];
        String token = anonymous
                .post(
                        "/api/tokens",
                        "{\"name\":\"t\",\"permissions\":[\"*\"]}",
                        "Cookie",
                        cookie,
                        "X-CSRF-Token",
                        session.json().path("csrf").asText())
                .expect(201)
                .json()
                .path("token")
                .asText();
        String id = session.json().at("/account/id").asText();
        operator.patch("/api/accounts/" + id, "{\"roles\":[]}").expect(200);
        return Rest.with(vaksam.url(), token);
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
