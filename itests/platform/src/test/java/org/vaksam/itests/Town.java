package org.vaksam.itests;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.vaksam.itests.support.Distribution;
import org.vaksam.itests.support.Rest;

/**
 * A town whose units each have an open and a restricted report: a school with a class and a park in a city, an external partner beside
 * it, and what has no unit at all.
 */
final class Town implements AutoCloseable {
    static final String REPORTS = "/api/incidents/reports";
    static final String NOTHING = "00000000-0000-7000-8000-000000000000";

    private static final String PASSWORD = "fyra gröna hästar på rad";
    private static final List<String> PLACES = List.of("CITY", "SCHOOL", "CLASS", "PARK", "PARTNER", "");

    private final Distribution vaksam;
    private final Rest operator;
    private final Map<String, JsonNode> records = new LinkedHashMap<>();

    Town(Class<?> test) {
        vaksam = Work.distribution(test).start();
        operator = vaksam.rest();
        operator.install("incidents");
        unit("CITY", "unit", "");
        unit("SCHOOL", "unit", "CITY");
        unit("CLASS", "unit", "SCHOOL");
        unit("PARK", "unit", "CITY");
        unit("PARTNER", "partner", "");
        PLACES.forEach(place -> List.of("internal", "restricted")
                .forEach(secrecy -> records.put(place + " " + secrecy, report(place, secrecy))));
    }

    /** Who may do everything. */
    Rest operator() {
        return operator;
    }

    /** Who has not said who they are. */
    Rest stranger() {
        return Rest.anonymous(vaksam.url());
    }

    /** The reports, by unit and secrecy with a space between. */
    Map<String, JsonNode> records() {
        return records;
    }

    /** The id of the report there. */
    String id(String place) {
        return Objects.requireNonNull(records.get(place)).path("id").asText();
    }

    private JsonNode report(String place, String secrecy) {
        String unit = place.isEmpty() ? "" : ",\"unit\":\"" + place + "\"";
        String ground = secrecy.equals("restricted") ? ",\"secrecyGround\":\"OSL 26:1\"" : "";
        return operator.post(
                        REPORTS,
                        "{\"kind\":\"burglary\",\"title\":\"Matris\",\"secrecy\":\"" + secrecy + "\"" + ground
                                + ",\"place\":{\"name\":\"P" + place + "\",\"latitude\":55.6,\"longitude\":13.0}"
                                + unit + "}")
                .expect(201)
                .json();
    }

    private void unit(String code, String type, String parent) {
        String above = parent.isEmpty() ? "" : ",\"parent\":\"" + parent + "\"";
        operator.post(
                        "/api/units",
                        "{\"code\":\"" + code + "\",\"name\":{\"sv\":\"" + code + "\",\"en\":\"" + code
                                + "\"},\"type\":\"" + type + "\"" + above + "}")
                .expect(201);
    }

    /** Gives a role in a unit. */
    JsonNode grant(String account, String role, String unit) {
        return operator.post(
                        "/api/grants",
                        "{\"account\":\"" + account + "\",\"role\":\"" + role + "\",\"unit\":\"" + unit + "\"}")
                .expect(201)
                .json();
    }

    /** A new account that holds a token with all it will be granted. */
    Rest person(String name) {
        operator.post(
                        "/api/accounts",
                        "{\"username\":\"" + name + "\",\"name\":\"" + name + "\",\"password\":\"" + PASSWORD
                                + "\",\"roles\":[\"administrator\"]}")
                .expect(201);
        var session = stranger()
                .post("/api/session", "{\"username\":\"" + name + "\",\"password\":\"" + PASSWORD + "\"}")
                .expect(200);
        String token = stranger()
                .post(
                        "/api/tokens",
                        "{\"name\":\"t\",\"permissions\":[\"*\"]}",
                        "Cookie",
                        session.header("Set-Cookie").split(";")[0],
                        "X-CSRF-Token",
                        session.json().path("csrf").asText())
                .expect(201)
                .json()
                .path("token")
                .asText();
        operator.patch("/api/accounts/" + session.json().at("/account/id").asText(), "{\"roles\":[]}")
                .expect(200);
        return Rest.with(vaksam.url(), token);
    }

    @Override
    public void close() {
        vaksam.close();
    }
}
