package org.vaksam.records.rest;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** A series gathers records under a case, in the order of what happened. */
class SeriesTest extends ConnectionScene {
    @Test
    void membersStandInTheOrderInWhichTheyHappenedAndNameTheirSeries() {
        String lead = theft("Ärendet");
        String later = record(Map.of("kind", "theft", "title", "Sedan", "occurredAt", "2026-02-02T10:00:00Z"));
        String earlier = record(Map.of("kind", "theft", "title", "Först", "occurredAt", "2026-02-01T10:00:00Z"));
        assertThat(put(lead, "/members/" + later)).isEqualTo(404);
        assertThat(name(lead, "Cykelstölderna")).isEqualTo(200);
        assertThat(put(lead, "/members/" + later)).isEqualTo(204);
        assertThat(put(lead, "/members/" + earlier)).isEqualTo(204);
        assertThat(put(lead, "/members/" + earlier)).isEqualTo(204);
        assertThat(put(lead, "/members/" + lead)).isEqualTo(422);
        JsonNode series = get("records/" + lead + "/series").path("leads");
        assertThat(series.path("name").asText()).isEqualTo("Cykelstölderna");
        assertThat(series.path("members").findValuesAsText("title")).containsExactly("Först", "Sedan");
        assertThat(get("records/" + later + "/series").at("/in/0/record/id").asText())
                .isEqualTo(lead);
        assertThat(history(later)).containsOnlyOnce("record.series-joined");

        assertThat(delete(lead, "/members/" + later + "?reason=Fel")).isEqualTo(204);
        assertThat(get("records/" + later + "/series").path("in")).isEmpty();
        assertThat(delete(lead, "")).isEqualTo(422);
        assertThat(delete(lead, "?reason=Klart")).isEqualTo(204);
        assertThat(get("records/" + earlier + "/series").path("in")).isEmpty();
    }

    @Test
    void manyMembersComeInPartsInTheirOrder() {
        String lead = theft("Ärendet");
        name(lead, "Många");
        for (int day = 5; day > 0; day--) {
            put(
                    lead,
                    "/members/"
                            + record(Map.of(
                                    "kind",
                                    "theft",
                                    "title",
                                    "Dag " + day,
                                    "occurredAt",
                                    "2026-02-0" + day + "T10:00:00Z")));
        }
        JsonNode first = get("records/" + lead + "/series?limit=3").path("leads");
        assertThat(first.path("members").findValuesAsText("title")).containsExactly("Dag 1", "Dag 2", "Dag 3");
        JsonNode last = get("records/" + lead + "/series?limit=3&cursor="
                        + first.path("next").asText())
                .path("leads");
        assertThat(last.path("members").findValuesAsText("title")).containsExactly("Dag 4", "Dag 5");
        assertThat(last.path("next").isNull()).isTrue();
    }

    @Test
    void aMemberTellsOfItsSeriesOnlyToWhoeverSeesTheCase() {
        String lead = record(Map.of("kind", "theft", "title", "Ärendet", "unit", "PARK"));
        String member = record(Map.of("kind", "theft", "title", "I skolan", "unit", "SCHOOL"));
        name(lead, "Serien");
        put(lead, "/members/" + member);
        inTheSchool("read", "handle");
        assertThat(get("records/" + member + "/series").path("in")).isEmpty();
        assertThat(history(member)).doesNotContain("series", "Serien");
        assertThat(area.call("GET", "records/" + lead + "/series", "").status()).isEqualTo(404);
        assertThat(name(member, "Egen")).isEqualTo(200);
        inTheSchool("read");
        assertThat(name(member, "Annan")).isEqualTo(403);
    }

    private int name(String id, String name) {
        return area.call("PUT", "records/" + id + "/series", "{\"name\":\"" + name + "\"}")
                .status();
    }

    private int put(String id, String rest) {
        return area.call("PUT", "records/" + id + "/series" + rest, "").status();
    }

    private int delete(String id, String rest) {
        return area.call("DELETE", "records/" + id + "/series" + rest, "").status();
    }
}
