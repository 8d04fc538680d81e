package org.vaksam.records.rest;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import org.junit.jupiter.api.Test;
import org.vaksam.records.rest.Area.Answer;

class AssetsResourceTest extends AssetScene {
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
}
