package org.vaksam.records.rest;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.vaksam.spi.records.RecordLikeness.Like;

/** What may belong together is proposed with its reasons, and a person decides. */
class ProposalsTest extends ConnectionScene {
    @AfterEach
    void forget() {
        area.connections.likes.clear();
        area.connections.people.clear();
    }

    @Test
    void nearInPlaceAndTimeIsProposedWithHowNear() {
        String here = at("Här", 56.0465, 12.6945, "2026-03-01T10:00:00Z");
        String near = at("Nära", 56.0475, 12.6945, "2026-03-03T10:00:00Z");
        String far = at("Långt bort", 56.0665, 12.6945, "2026-03-01T10:00:00Z");
        String late = at("Senare", 56.0465, 12.6945, "2026-03-16T10:00:00Z");
        JsonNode proposals = proposals(here);
        assertThat(ids(proposals)).contains(near).doesNotContain(here, far, late);
        assertThat(proposals.at("/0/reasons/0/text/en").asText()).isEqualTo("Nearby (110 m), 2 days apart");
        assertThat(proposals.at("/0/reasons/0/text/sv").asText()).isEqualTo("Nära plats (110 m), 2 dagar emellan");
    }

    @Test
    void whatHappenedThereAndThenComesBeforeTheSameWordsElsewhere() {
        String fire = at("Brand", 57.7, 11.97, "2025-06-01T10:00:00Z");
        String alarm = at("Larm", 57.701, 11.97, "2025-06-01T10:20:00Z");
        String other = at("Brand igen", 57.9, 11.97, "2024-06-01T10:00:00Z");
        area.connections.likes.add(new Like(other, 0.9));
        assertThat(ids(proposals(fire))).containsSubsequence(alarm, other);
    }

    @Test
    void similarTextAndPeopleAreReasonsThatNameNobody() {
        String one = theft("En");
        String two = theft("Två");
        String three = theft("Tre");
        area.connections.likes.addAll(List.of(new Like(two, 0.8), new Like(three, 0.2)));
        area.connections.people.add(two);
        JsonNode proposals = proposals(one);
        assertThat(ids(proposals)).containsExactly(two);
        assertThat(proposals.at("/0/score").asInt()).isEqualTo(77);
        assertThat(proposals.at("/0/reasons").findValuesAsText("en"))
                .containsExactly("The same person is mentioned", "Similar text (80 %)");
    }

    @Test
    void whatTheCallerMayNotSeeIsNotProposedWhateverTheReadModelSays() {
        String school = record(Map.of("kind", "theft", "title", "I skolan", "unit", "SCHOOL"));
        String park = record(Map.of("kind", "theft", "title", "I parken", "unit", "PARK"));
        area.connections.likes.add(new Like(park, 0.9));
        assertThat(ids(proposals(school))).contains(park);
        inTheSchool("read", "handle");
        assertThat(ids(proposals(school))).doesNotContain(park);
        assertThat(area.call("PUT", "records/" + school + "/proposals/" + park + "/dismissal", "")
                        .status())
                .isEqualTo(422);
    }

    @Test
    void dismissedStaysDismissedOnBothSidesUntilItIsTakenBack() {
        String one = theft("En");
        String two = theft("Två");
        area.connections.likes.addAll(List.of(new Like(one, 0.9), new Like(two, 0.9)));
        String address = "records/" + one + "/proposals/" + two + "/dismissal";
        assertThat(area.call("PUT", address, "").status()).isEqualTo(204);
        assertThat(area.call("PUT", address, "").status()).isEqualTo(204);
        assertThat(ids(proposals(one))).doesNotContain(two);
        assertThat(ids(proposals(two))).doesNotContain(one);
        assertThat(history(two)).containsOnlyOnce("record.link-dismissed");
        assertThat(area.call("DELETE", address, "").status()).isEqualTo(204);
        assertThat(ids(proposals(two))).contains(one);
        engine.access.be(OTHER, "incidents:report:read");
        assertThat(area.call("PUT", address, "").status()).isEqualTo(403);
    }

    @Test
    void whatIsLinkedIsNotProposedAnyMore() {
        String one = theft("En");
        String two = theft("Två");
        area.connections.likes.add(new Like(two, 0.9));
        link(one, "same-series", two);
        assertThat(ids(proposals(one))).doesNotContain(two);
    }

    private String at(String title, double latitude, double longitude, String time) {
        return record(Map.of(
                "kind",
                "theft",
                "title",
                title,
                "occurredAt",
                time,
                "place",
                Map.of("name", "x", "latitude", latitude, "longitude", longitude)));
    }

    private JsonNode proposals(String id) {
        return get("records/" + id + "/proposals").path("items");
    }

    private static List<String> ids(JsonNode proposals) {
        var ids = new ArrayList<String>();
        proposals.forEach(proposal -> ids.add(proposal.at("/record/id").asText()));
        return ids;
    }
}
