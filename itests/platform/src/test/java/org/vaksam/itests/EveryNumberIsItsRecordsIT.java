package org.vaksam.itests;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.vaksam.itests.support.Distribution;
import org.vaksam.itests.support.PoliceEvents;
import org.vaksam.itests.support.Rest;

/** On real events: every total equals its list, every cell leads to exactly its records, and paging has no gaps. */
class EveryNumberIsItsRecordsIT {
    private static final String REPORTS = "/api/incidents/reports";

    private static Distribution vaksam;
    private static Rest rest;

    @BeforeAll
    static void start() {
        vaksam = Work.distribution(EveryNumberIsItsRecordsIT.class).start();
        rest = vaksam.rest();
        rest.install("incidents");
        rest.importFile(
                "incidents.police-events",
                PoliceEvents.real()
                        .orElseGet(() -> PoliceEvents.generated(vaksam.data().resolve("events.jsonl.gz"), 5_000)));
    }

    @AfterAll
    static void stop() {
        vaksam.close();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "month,category,place",
                "kind,weekday",
                "week",
                "hour,kind",
                "state,phase",
                "year,severity",
                "day"
            })
    void theCellsOfACubeAreTheirLists(String dimensions) {
        JsonNode cube = rest.get("/api/insight/cube?type=incidents.report&measures=count&dimensions=" + dimensions)
                .expect(200)
                .json();
        var cells = new ArrayList<JsonNode>();
        cube.path("cells").forEach(cells::add);
        long sum = cells.stream().mapToLong(cell -> cell.path("count").asLong()).sum();
        assertThat(sum).isEqualTo(cube.path("total").asLong()).isEqualTo(total(""));
        Collections.shuffle(cells, new Random(7));
        for (JsonNode cell : cells.subList(0, Math.min(25, cells.size()))) {
            var filter = new StringBuilder();
            for (String dimension : dimensions.split(",")) {
                filter.append('&')
                        .append(dimension)
                        .append('=')
                        .append(encode(cell.path(dimension).asText()));
            }
            assertThat(total(filter.toString()))
                    .as(cell.toString())
                    .isEqualTo(cell.path("count").asLong());
        }
    }

    @Test
    void theClustersOfAMapAreTheirLists() {
        JsonNode map = rest.get("/api/insight/map?type=incidents.report&bbox=10,55,25,70&zoom=6")
                .expect(200)
                .json();
        long sum = 0;
        for (JsonNode cluster : map.path("clusters")) {
            sum += cluster.path("count").asLong();
            var box = new ArrayList<String>();
            cluster.path("bbox").forEach(edge -> box.add(edge.asText()));
            assertThat(total("&bbox=" + String.join(",", box)))
                    .isEqualTo(cluster.path("count").asLong());
        }
        assertThat(sum).isEqualTo(map.path("located").asLong()).isEqualTo(total("&bbox=10,55,25,70"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"-occurredAt", "occurredAt", "number", "-severity", "title"})
    void pagingToTheEndHasNoGapsAndNoDoubles(String sort) {
        String filter = "&kind=fire&sort=" + sort;
        long expected = total("&kind=fire");
        var seen = new ArrayList<String>();
        String cursor = "";
        do {
            JsonNode page = rest.get(REPORTS + "?limit=200" + filter + cursor)
                    .expect(200)
                    .json();
            page.path("items").forEach(item -> seen.add(item.path("id").asText()));
            cursor = page.path("next").isTextual()
                    ? "&cursor=" + encode(page.path("next").asText())
                    : "";
        } while (!cursor.isEmpty());
        assertThat(seen).hasSize((int) expected);
        assertThat(new HashSet<>(seen)).hasSize((int) expected);
    }

    @Test
    void facetsAreTheirLists() {
        JsonNode facets = rest.get("/api/insight/facets?type=incidents.report&fields=kind,place&limit=10")
                .expect(200)
                .json();
        for (String field : List.of("kind", "place")) {
            for (JsonNode value : facets.path("facets").path(field)) {
                assertThat(total("&" + field + "=" + encode(value.path("key").asText())))
                        .isEqualTo(value.path("count").asLong());
            }
        }
    }

    @Test
    void whatWasJustWrittenIsThere() {
        for (int i = 0; i < 20; i++) {
            String id = rest.post(REPORTS, "{\"kind\":\"burglary\",\"title\":\"Villainbrott på Solgatan " + i + "\"}")
                    .expect(201)
                    .json()
                    .path("id")
                    .asText();
            assertThat(rest.get(REPORTS + "?sort=-createdAt&limit=1")
                            .expect(200)
                            .json()
                            .path("items")
                            .path(0)
                            .path("id")
                            .asText())
                    .isEqualTo(id);
        }
        assertThat(rest.get("/api/search?q=" + encode("inbrott i villa") + "&sort=-createdAt")
                        .expect(200)
                        .text())
                .contains("Villainbrott på Solgatan");
    }

    @Test
    void signalsAreTheirListsAndCanBePutAside() {
        for (int i = 0; i < 8; i++) {
            rest.post(
                            REPORTS,
                            """
                            {"kind":"fire","title":"Brand i container %d","occurredAt":"%s","place":{"name":"Helsingborg"}}"""
                                    .formatted(i, Instant.now()))
                    .expect(201);
        }
        JsonNode signals = rest.get("/api/insight/signals").expect(200).json();
        assertThat(signals.path("total").asInt()).isPositive();
        for (JsonNode signal : signals.path("items")) {
            var filter = new StringBuilder();
            signal.path("filters").properties().forEach(each -> each.getValue()
                    .forEach(value ->
                            filter.append('&').append(each.getKey()).append('=').append(encode(value.asText()))));
            assertThat(total(filter.toString()))
                    .as(signal.toString())
                    .isEqualTo(signal.path("observed").asLong());
        }
        String key = signals.path("items").path(0).path("key").asText();
        rest.post("/api/insight/signals/" + key + "/dismissal", "{\"reason\":\"Övning\"}")
                .expect(200);
        assertThat(rest.get("/api/insight/signals").expect(200).text()).doesNotContain(key);
        assertThat(rest.get("/api/insight/signals?dismissed=true").expect(200).text())
                .contains(key, "Övning");
    }

    private static long total(String filter) {
        return rest.get(REPORTS + "?limit=1" + filter)
                .expect(200)
                .json()
                .path("total")
                .asLong();
    }

    private static String encode(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
