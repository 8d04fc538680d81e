package org.vaksam.records.rest;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.vaksam.records.definition.DefinitionsOfTest;
import org.vaksam.records.engine.FakeAccess;
import org.vaksam.records.rest.Area.Answer;
import org.vaksam.spi.records.RecordQuery;
import org.vaksam.spi.records.RecordRow;
import org.vaksam.spi.records.RecordSearch;

class RecordResourceTest extends SharedAreaScene {
    private static final String THEFT =
            "{\"kind\":\"theft\",\"title\":\"Stulen cykel\",\"fields\":{\"value\":\"1250.50\"}}";

    @Test
    void creatingAnswersTheRecordAsTheReferenceShowsIt() {
        Answer made = area.call("POST", "reports", THEFT);
        assertThat(made.status()).isEqualTo(201);
        JsonNode json = made.json();
        assertThat(made.headers())
                .containsEntry("ETag", "\"1\"")
                .containsEntry(
                        "Location",
                        "http://here/api/incidents/reports/" + json.path("id").asText());
        assertThat(json.fieldNames())
                .toIterable()
                .containsExactly(
                        "id",
                        "number",
                        "type",
                        "kind",
                        "title",
                        "description",
                        "state",
                        "phase",
                        "unit",
                        "asset",
                        "place",
                        "occurredAt",
                        "occurredUntil",
                        "category",
                        "severity",
                        "assignee",
                        "secrecy",
                        "secrecyGround",
                        "secretFields",
                        "withheld",
                        "merged",
                        "channel",
                        "source",
                        "fields",
                        "definitionVersion",
                        "version",
                        "createdAt",
                        "createdBy",
                        "updatedAt",
                        "updatedBy",
                        "references",
                        "transitions");
        assertThat(json.path("fields").toString()).isEqualTo("{\"value\":1250.5}");
        assertThat(json.path("createdBy").toString())
                .isEqualTo("{\"id\":\"" + FakeAccess.ANNA + "\",\"name\":\"Anna Ek\"}");
        assertThat(json.path("transitions").toString())
                .isEqualTo(
                        "[{\"id\":\"triage\",\"to\":\"triaged\",\"label\":{\"sv\":\"Bedöm\",\"en\":\"Triage\"},"
                                + "\"allowed\":true,\"permitted\":true,\"reason\":\"none\",\"missing\":[\"severity\"],\"unmet\":[]}]");
        assertThat(area.call("GET", "reports/" + json.path("number").asText(), "")
                        .json())
                .isEqualTo(json);
    }

    @Test
    void theSameKeyAnswersTheSameAgainAndAnotherBodyIsRefused() {
        Answer first = area.call("POST", "reports", THEFT, "Idempotency-Key", "key-a");
        Answer again = area.call("POST", "reports", THEFT, "Idempotency-Key", "key-a");
        assertThat(again.status()).isEqualTo(201);
        assertThat(again.body()).isEqualTo(first.body());
        assertThat(again.headers()).containsEntry("Idempotent-Replayed", "true");
        Answer other = area.call("POST", "reports", THEFT.replace("cykel", "bil"), "Idempotency-Key", "key-a");
        assertThat(other.status()).isEqualTo(422);
        assertThat(other.headers()).containsEntry("Problem", "idempotency-mismatch");
    }

    @Test
    void aRepetitionAfterAChangeAnswersTheRecordAsItIsNow() {
        Answer first = area.call("POST", "reports", THEFT, "Idempotency-Key", "key-b");
        String path = "reports/" + first.json().path("id").asText();
        area.call("PATCH", path, "{\"title\":\"Ny\"}", "If-Match", "\"1\"");

        Answer again = area.call("POST", "reports", THEFT, "Idempotency-Key", "key-b");
        assertThat(again.status()).isEqualTo(201);
        assertThat(again.headers())
                .containsEntry("ETag", "\"2\"")
                .containsEntry("Location", first.headers().get("Location"))
                .containsEntry("Idempotent-Replayed", "true");
        assertThat(again.json().path("title").asText()).isEqualTo("Ny");

        area.call("DELETE", path, "", "If-Match", "\"2\"");
        assertThat(area.call("POST", "reports", THEFT, "Idempotency-Key", "key-b")
                        .status())
                .isEqualTo(404);
    }

    @Test
    void aRefusedRequestLeavesItsKeyFree() {
        assertThat(area.call("POST", "reports", "{}", "Idempotency-Key", "key-c")
                        .status())
                .isEqualTo(422);
        assertThat(area.call("POST", "reports", THEFT, "Idempotency-Key", "key-c")
                        .status())
                .isEqualTo(201);
    }

    @Test
    void versionsGuardChanges() {
        RecordRow row = engine.theft();
        String path = "reports/" + row.id();
        assertThat(area.call("PATCH", path, "{\"title\":\"x\"}").status()).isEqualTo(428);
        Answer changed = area.call(
                "PATCH",
                path,
                "{\"title\":\"Ny\"}",
                "If-Match",
                "\"1\"",
                "Content-Type",
                "application/merge-patch+json");
        assertThat(changed.status()).isEqualTo(200);
        assertThat(changed.headers()).containsEntry("ETag", "\"2\"");
        assertThat(area.call("PATCH", path, "{\"title\":\"x\"}", "If-Match", "\"1\"")
                        .status())
                .isEqualTo(412);
        assertThat(area.call("GET", path, "", "If-None-Match", "W/\"2\"").status())
                .isEqualTo(304);
        assertThat(area.call("GET", path, "", "If-None-Match", "\"1\"").status())
                .isEqualTo(200);
        assertThat(area.call("POST", path + "/transitions/triage", "{\"severity\":1}", "If-Match", "\"1\"")
                        .status())
                .isEqualTo(412);
        assertThat(area.call("POST", path + "/transitions/triage", "{\"severity\":1}")
                        .json()
                        .path("state")
                        .asText())
                .isEqualTo("triaged");
        assertThat(area.call("DELETE", path, "").status()).isEqualTo(428);
        assertThat(area.call("DELETE", path, "", "If-Match", "*").status()).isEqualTo(204);
        assertThat(area.call("GET", path, "").status()).isEqualTo(404);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
            []                                    | 400 | must be a JSON object
            {"kind":"theft"                       | 400 | not valid JSON
            {"kind":"theft","kind":"fire"}        | 400 | not valid JSON
            {"kind":"theft","title":"x"} {}       | 400 | not valid JSON
            {"kind":"thef","title":"x"}           | 422 | Nothing was stored
            {"kind":"theft","title":"x","colour":1} | 422 | Nothing was stored
            """)
    void whatCannotBeUnderstoodIsRefused(String body, int status, String words) {
        Answer answer = area.call("POST", "reports", body);
        assertThat(answer.status()).isEqualTo(status);
        assertThat(answer.body()).contains(words);
    }

    @Test
    void historyIsNewestFirstAndPaged() {
        RecordRow row = engine.theft();
        area.call("POST", "reports/" + row.id() + "/transitions/triage", "{\"severity\":1}");
        JsonNode page =
                area.call("GET", "reports/" + row.id() + "/history?limit=1", "").json();
        assertThat(page.at("/items/0/action").asText()).isEqualTo("record.transitioned");
        assertThat(page.at("/items/0/by/name").asText()).isEqualTo("Anna");
        JsonNode rest = area.call(
                        "GET",
                        "reports/" + row.id() + "/history?before="
                                + page.path("next").asText(),
                        "")
                .json();
        assertThat(rest.at("/items/0/action").asText()).isEqualTo("record.created");
        assertThat(rest.path("next").isNull()).isTrue();
    }

    @Test
    void definitionsAreShownToThoseWhoWorkWithTheRecords() {
        engine.access.be("somebody", "incidents:report:create");
        JsonNode all = area.call("GET", "reports/definition", "").json();
        assertThat(all.path("kinds"))
                .extracting(kind -> kind.path("kind").asText())
                .containsExactly("threat-violence", "theft");
        assertThat(all.at("/kinds/1/fields/0/id").asText()).isEqualTo("sourceUrl");
        assertThat(all.at("/kinds/1/version").asInt()).isEqualTo(1);
        assertThat(all.path("roles"))
                .hasSameSizeAs(DefinitionsOfTest.MODULE.roles())
                .allSatisfy(role -> assertThat(role.at("/title/sv").asText()).isNotEmpty());
        assertThat(area.call("GET", "reports/definition?kind=nothing", "").status())
                .isEqualTo(404);
        engine.access.be("somebody");
        assertThat(area.call("GET", "reports/definition", "").status()).isEqualTo(403);
    }

    @Test
    void listsComeFromTheReadModelAndRowsFromTheDatabase() {
        assertThat(area.call("GET", "reports", "").status()).isEqualTo(503);
        RecordRow row = engine.theft();
        var asked = new RecordQuery[1];
        RecordSearch search = query -> {
            asked[0] = query;
            return new RecordSearch.Page(
                    List.of(row.id(), "00000000-0000-7000-8000-000000000000"), 7, Optional.of("c2"));
        };
        area.searching.bindSearch(search);
        JsonNode page = area.call("GET", "reports?limit=2&sort=-number&q=cykel&kind=theft&kind=fire&severity=none", "")
                .json();
        area.searching.unbindSearch(search);
        assertThat(page.path("items")).hasSize(1);
        assertThat(page.at("/items/0/number").asText()).isEqualTo(row.number());
        assertThat(page.path("total").asInt()).isEqualTo(7);
        assertThat(page.path("next").asText()).isEqualTo("c2");
        assertThat(asked[0].filters())
                .containsOnlyKeys("kind", "severity")
                .containsEntry("kind", List.of("theft", "fire"));
        assertThat(asked[0].limit()).isEqualTo(2);
    }

    @Test
    void otherRecordsOfTheAreaAreNotFound() {
        Answer answer = area.call("GET", "rounds/1", "");
        assertThat(answer.status()).isEqualTo(404);
        assertThat(answer.body()).contains("It has: reports");
    }

    @Test
    void recordsOfMissingModulesAreReadThroughAnyArea() {
        RecordRow row = engine.theft();
        assertThat(area.call("GET", "records/" + row.number(), "")
                        .json()
                        .path("dormant")
                        .asBoolean(true))
                .isFalse();
        engine.contribution.remove(DefinitionsOfTest.MODULE, false);
        JsonNode json = area.call("GET", "records/" + row.id(), "").json();
        engine.withReports();
        assertThat(json.path("dormant").asBoolean()).isTrue();
        assertThat(json.path("title").asText()).isEqualTo("Stulen cykel");
        assertThat(json.path("transitions")).isEmpty();
    }

    @Test
    void theSchemaOfDefinitionsIsServed() {
        assertThat(area.call("GET", "records/definition-schema", "")
                        .json()
                        .path("$id")
                        .asText())
                .isEqualTo("urn:vaksam:schema:definition-1");
    }
}
