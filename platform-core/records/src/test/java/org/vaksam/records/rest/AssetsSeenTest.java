package org.vaksam.records.rest;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.vaksam.api.security.Scope;
import org.vaksam.records.asset.AssetAccess;
import org.vaksam.records.engine.FakeAccess;
import org.vaksam.records.engine.FakeOffice;
import org.vaksam.records.rest.Area.Answer;
import org.vaksam.spi.records.RecordQuery;
import org.vaksam.spi.records.RecordSearch;

/** Who sees which assets, and what is about them. */
class AssetsSeenTest extends AssetScene {
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
}
