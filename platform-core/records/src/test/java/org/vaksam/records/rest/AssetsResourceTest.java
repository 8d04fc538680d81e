package org.vaksam.records.rest;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.vaksam.api.security.Scope;
import org.vaksam.records.asset.AssetAccess;
import org.vaksam.records.engine.Engine;
import org.vaksam.records.engine.FakeAccess;
import org.vaksam.records.engine.FakeOffice;
import org.vaksam.records.rest.Area.Answer;
import org.vaksam.spi.records.RecordQuery;
import org.vaksam.spi.records.RecordSearch;
import org.vaksam.testkit.TestDatabase;

class AssetsResourceTest {
    private Engine engine;
    private Area area;

    @BeforeEach
    void start(@TempDir Path folder) {
        engine = new Engine(TestDatabase.derby(folder)).withReports();
        area = new Area(engine);
        engine.access.be(FakeAccess.ANNA, "*");
    }

    @AfterEach
    void stop() {
        engine.close();
    }

    @Test
    void anAssetIsMadeReadAndListedAsTheReferenceShowsIt() {
        Answer made = area.call(
                "POST",
                "assets",
                """
                {"name":"Tågaborgsskolan","type":"building","unit":"SCHOOL","externalKey":"B-17",
                 "place":{"name":"Tågagatan 1","latitude":56.06,"longitude":12.69},"attributes":{"area":1908}}""");
        assertThat(made.status()).isEqualTo(201);
        assertThat(made.headers()).containsEntry("ETag", "\"1\"");
        JsonNode asset = made.json();
        assertThat(asset.path("unit").path("code").asText()).isEqualTo("SCHOOL");
        assertThat(asset.path("attributes").toString()).isEqualTo("{\"area\":1908}");
        assertThat(asset.path("may").toString()).isEqualTo("[\"write\"]");
        assertThat(area.call("GET", "assets/B-17", "").json()).isEqualTo(asset);
        assertThat(names("q=t%C3%A5gagatan")).containsExactly("Tågaborgsskolan");
        assertThat(engine.journal.last().action()).isEqualTo("asset.created");
    }

    @Test
    void whatIsWrongIsSaidAtOnceAndNothingIsStored() {
        Answer refused = area.call(
                "POST", "assets", "{\"type\":\"ship\",\"unit\":\"NOWHERE\",\"colour\":\"red\",\"parent\":\"x\"}");
        assertThat(refused.status()).isEqualTo(422);
        Answer attributes = area.call(
                "POST", "assets", "{\"name\":\"A\",\"type\":\"building\",\"attributes\":{\"area\":\"old\",\"hue\":1}}");
        assertThat(attributes.status()).isEqualTo(422);
        assertThat(names("status=all")).isEmpty();
    }

    @Test
    void aTypeOfAModuleComesWithItsRulesAndStaysReadableWithoutIt() {
        assertThat(area.call("POST", "assets", "{\"name\":\"Treserva\",\"type\":\"incidents.system\"}")
                        .status())
                .isEqualTo(422);
        engine.publishAssets(
                "{\"id\":\"system\",\"title\":{\"sv\":\"System\",\"en\":\"System\"},\"attributes\":[{\"id\":\"owner\","
                        + "\"type\":\"text\",\"required\":true,\"label\":{\"sv\":\"Ägare\",\"en\":\"Owner\"}}]}");
        assertThat(area.call("POST", "assets", "{\"name\":\"Treserva\",\"type\":\"incidents.system\"}")
                        .status())
                .isEqualTo(422);
        String id = make("Treserva", "incidents.system", "\"attributes\":{\"owner\":\"Anna\"}");

        engine.publishAssets();
        assertThat(area.call("GET", "assets/" + id, "")
                        .json()
                        .path("attributes")
                        .path("owner")
                        .asText())
                .isEqualTo("Anna");
        JsonNode types = area.call("GET", "assets/types", "").json().path("items");
        assertThat(types.get(types.size() - 1).path("dormant").asBoolean()).isTrue();
        assertThat(area.call(
                                "POST",
                                "assets",
                                "{\"name\":\"B\",\"type\":\"incidents.system\",\"attributes\":{\"owner\":\"x\"}}")
                        .status())
                .isEqualTo(422);
    }

    @Test
    void aChangeIsBasedOnAVersionAndAPatchTouchesOnlyWhatItNames() {
        String id = make("Skolan", "building", "\"attributes\":{\"area\":1908,\"floors\":3}");
        assertThat(area.call("PATCH", "assets/" + id, "{\"name\":\"X\"}").status())
                .isEqualTo(428);
        Answer changed = area.call("PATCH", "assets/" + id, "{\"attributes\":{\"floors\":null}}", "If-Match", "\"1\"");
        assertThat(changed.json().path("attributes").toString()).isEqualTo("{\"area\":1908}");
        assertThat(area.call("PATCH", "assets/" + id, "{\"name\":\"X\"}", "If-Match", "\"1\"")
                        .status())
                .isEqualTo(412);
        assertThat(engine.journal.last().data().get("changes")).hasToString("{attributes.floors=[3, null]}");
    }

    @Test
    void theTreeHasNoCircleAndMovesWithItsParts() {
        String site = make("Området", "site", "");
        String building = make("Huset", "building", "\"parent\":\"" + site + "\"");
        String room = make("Rummet", "space", "\"parent\":\"" + building + "\"");
        assertThat(move(site, room, 1)).isEqualTo(422);
        assertThat(move(site, site, 1)).isEqualTo(422);
        JsonNode above = area.call("GET", "assets/" + room, "").json().path("above");
        assertThat(above.findValuesAsText("name")).containsExactly("Området", "Huset");
        assertThat(names("parent=top")).containsExactly("Området");
        assertThat(area.call("PATCH", "assets/" + room, "{\"parent\":null}", "If-Match", "\"1\"")
                        .status())
                .isEqualTo(422);
        assertThat(area.call("POST", "assets/" + building + "/move", "{\"parent\":null}", "If-Match", "\"1\"")
                        .status())
                .isEqualTo(200);
        assertThat(engine.assets.reading.below(building)).containsExactly(building, room);
        assertThat(engine.assets.reading.below(site)).containsExactly(site);
    }

    @Test
    void whatIsRetiredLeavesTheListsAndStaysForWhatPointsAtIt() {
        String building = make("Huset", "building", "");
        String room = make("Rummet", "space", "\"parent\":\"" + building + "\"");
        assertThat(retire(building)).isEqualTo(409);
        assertThat(retire(room)).isEqualTo(200);
        assertThat(names("")).containsExactly("Huset");
        assertThat(names("status=retired")).containsExactly("Rummet");
        assertThat(area.call("GET", "assets/" + room, "").status()).isEqualTo(200);
        assertThat(area.call("PATCH", "assets/" + room, "{\"status\":\"active\"}", "If-Match", "\"2\"")
                        .status())
                .isEqualTo(200);
        assertThat(names("")).containsExactly("Huset", "Rummet");
    }

    @Test
    void dependenciesAreSeenFromBothEndsAndEndNowhereTheyBegan() {
        String mail = make("E-post", "equipment", "");
        String network = make("Nätet", "equipment", "");
        String power = make("Ström", "supplier", "");
        assertThat(depend(mail, network)).isEqualTo(200);
        assertThat(depend(mail, network)).isEqualTo(200);
        assertThat(depend(network, power)).isEqualTo(200);
        assertThat(depend(power, mail)).isEqualTo(422);
        assertThat(depend(power, power)).isEqualTo(422);
        JsonNode links = area.call("GET", "assets/" + network + "/dependencies", "")
                .json()
                .path("items");
        assertThat(links.findValuesAsText("outgoing")).containsExactly("false", "true");
        assertThat(links.get(0).path("asset").path("name").asText()).isEqualTo("E-post");
        String link = links.get(0).path("id").asText();
        assertThat(area.call("DELETE", "assets/" + network + "/dependencies/" + link, "")
                        .status())
                .isEqualTo(404);
        assertThat(area.call("DELETE", "assets/" + mail + "/dependencies/" + link, "")
                        .status())
                .isEqualTo(204);
        assertThat(depend(power, mail)).isEqualTo(200);
    }

    @Test
    void whoMayNotSeeAnAssetFindsNoTraceOfIt() {
        String hidden = make("Vattenverket", "building", "\"unit\":\"COMPANY\",\"externalKey\":\"W-1\"");
        String school = make("Skolan", "building", "\"unit\":\"SCHOOL\",\"parent\":\"" + hidden + "\"");
        String hall = make("Salen", "space", "\"unit\":\"CLASS\",\"parent\":\"" + school + "\"");
        depend(school, hidden);
        engine.access.be(FakeAccess.ANNA, Scope.below(FakeOffice.SCHOOL.id()), AssetAccess.READ, AssetAccess.WRITE);

        assertThat(names("")).containsExactly("Salen", "Skolan");
        assertThat(names("parent=top")).containsExactly("Skolan");
        assertThat(names("unit=CLASS")).containsExactly("Salen");
        assertThat(names("q=vatten")).isEmpty();
        assertThat(names("unit=COMPANY")).isEmpty();
        for (String path : List.of("", "/children", "/dependencies", "/records", "/history")) {
            assertThat(area.call("GET", "assets/" + hidden + path, "").status())
                    .as(path)
                    .isEqualTo(404);
            assertThat(area.call("GET", "assets/W-1" + path, "").status())
                    .as(path)
                    .isEqualTo(404);
        }
        JsonNode seen = area.call("GET", "assets/" + school, "").json();
        assertThat(seen.path("above").size()).isZero();
        assertThat(seen.path("parent").isNull()).isTrue();
        assertThat(area.call("GET", "assets/" + school + "/dependencies", "")
                        .json()
                        .path("items")
                        .size())
                .isZero();
        assertThat(move(school, hidden, 1)).isEqualTo(422);
        assertThat(area.call("PATCH", "assets/" + hall, "{\"unit\":\"COMPANY\"}", "If-Match", "\"1\"")
                        .status())
                .isEqualTo(422);
        engine.access.be(FakeAccess.ANNA, Scope.below(FakeOffice.SCHOOL.id()), AssetAccess.READ);
        assertThat(area.call("PATCH", "assets/" + hall, "{\"name\":\"X\"}", "If-Match", "\"1\"")
                        .status())
                .isEqualTo(403);
        engine.access.be(FakeAccess.ANNA);
        assertThat(area.call("GET", "assets", "").status()).isEqualTo(403);
    }

    @Test
    void pagesFollowEachOtherWithoutGapAlsoForWhoSeesLittleOfMuch() {
        for (int i = 0; i < 7; i++) {
            make("Rum " + i, "space", "\"unit\":\"" + (i % 2 == 0 ? "SCHOOL" : "COMPANY") + "\"");
        }
        engine.access.be(FakeAccess.ANNA, Scope.below(FakeOffice.SCHOOL.id()), AssetAccess.READ);
        Answer first = area.call("GET", "assets?limit=3", "");
        assertThat(names("limit=3")).containsExactly("Rum 0", "Rum 2", "Rum 4");
        String next = first.json().path("next").asText();
        Answer second = area.call("GET", "assets?limit=3&cursor=" + next, "");
        assertThat(second.json().path("items").get(0).path("name").asText()).isEqualTo("Rum 6");
        assertThat(second.json().path("next").isNull()).isTrue();
        assertThat(area.call("GET", "assets?cursor=!", "").status()).isEqualTo(400);
    }

    @Test
    void aRecordPointsAtAnAssetItsReporterMaySee() {
        String school = make("Skolan", "building", "\"unit\":\"SCHOOL\",\"externalKey\":\"B-17\"");
        String hidden = make("Vattenverket", "building", "\"unit\":\"COMPANY\"");
        Answer made = area.call("POST", "reports", theft("B-17"));
        assertThat(made.json().path("asset").toString()).isEqualTo("{\"id\":\"" + school + "\",\"name\":\"Skolan\"}");
        assertThat(area.call("POST", "reports", theft("nothing")).status()).isEqualTo(422);
        Answer other = area.call("POST", "reports", theft(hidden));

        engine.access.be(
                FakeAccess.ANNA, Scope.below(FakeOffice.SCHOOL.id()), AssetAccess.READ, "incidents:report:create");
        assertThat(area.call("POST", "reports", theft(hidden)).status()).isEqualTo(422);
        JsonNode seen = area.call("GET", "reports/" + other.json().path("id").asText(), "")
                .json();
        assertThat(seen.path("asset").toString()).isEqualTo("{\"id\":\"" + hidden + "\",\"name\":null}");
        Answer kept = area.call(
                "PATCH",
                "reports/" + other.json().path("id").asText(),
                "{\"title\":\"Ny\",\"asset\":\"" + hidden + "\"}",
                "If-Match",
                "\"1\"");
        assertThat(kept.status()).isNotEqualTo(422);
    }

    @Test
    void allRecordsAboutAnAssetAreAskedForWithTheCallersFilter() {
        String school = make("Skolan", "building", "");
        var asked = new ArrayList<RecordQuery>();
        area.searching.bindSearch(query -> {
            asked.add(query);
            return new RecordSearch.Page(List.of(), 0, Optional.empty());
        });
        assertThat(area.call("GET", "assets/" + school + "/records?below=true&phase=open&asset=other", "")
                        .status())
                .isEqualTo(200);
        assertThat(asked.get(0).types()).isEmpty();
        assertThat(asked.get(0).filters())
                .containsEntry("asset", List.of("below:" + school))
                .containsEntry("phase", List.of("open"));
    }

    private static String theft(String asset) {
        return "{\"kind\":\"theft\",\"title\":\"Stulen cykel\",\"unit\":\"SCHOOL\",\"asset\":\"" + asset + "\"}";
    }

    private String make(String name, String type, String more) {
        Answer made = area.call(
                "POST",
                "assets",
                "{\"name\":\"" + name + "\",\"type\":\"" + type + "\"" + (more.isEmpty() ? "" : "," + more) + "}");
        assertThat(made.status()).as(made.body()).isEqualTo(201);
        return made.json().path("id").asText();
    }

    private int move(String id, String parent, int version) {
        return area.call(
                        "POST",
                        "assets/" + id + "/move",
                        "{\"parent\":\"" + parent + "\"}",
                        "If-Match",
                        "\"" + version + "\"")
                .status();
    }

    private int retire(String id) {
        return area.call("POST", "assets/" + id + "/retire", "{\"reason\":\"Riven\"}", "If-Match", "\"1\"")
                .status();
    }

    private int depend(String id, String other) {
        return area.call(
                        "POST",
                        "assets/" + id + "/dependencies",
                        "{\"relation\":\"depends-on\",\"asset\":\"" + other + "\"}")
                .status();
    }

    private List<String> names(String parameters) {
        var names = new ArrayList<String>();
        area.call("GET", "assets?" + parameters, "")
                .json()
                .path("items")
                .forEach(item -> names.add(item.path("name").asText()));
        return names;
    }
}
