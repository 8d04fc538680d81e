package org.vaksam.records.rest;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.vaksam.records.rest.Area.Answer;

/** A link is one connection with two sides, and tells nobody of what they may not see. */
class LinksTest extends ConnectionScene {
    @Test
    void eachSideReadsTheLinkInItsOwnWords() {
        String theft = theft("Stöld");
        String fire = theft("Brand");
        Answer made = link(theft, "led-to", fire);
        assertThat(made.status()).as(made.body()).isEqualTo(201);
        assertThat(made.json().at("/record/title").asText()).isEqualTo("Brand");
        assertThat(links(theft).at("/0/label/en").asText()).isEqualTo("Led to");
        assertThat(links(fire).at("/0/relation").asText()).isEqualTo("caused-by");
        assertThat(links(fire).at("/0/record/id").asText()).isEqualTo(theft);
        assertThat(links(fire).at("/0/record/stateLabel/sv").asText()).isEqualTo("Mottagen");
        assertThat(history(theft)).contains("record.linked", "led-to");
        assertThat(history(fire)).contains("record.linked", "caused-by");
    }

    @Test
    void theSameLinkTwiceIsOneFromWhicheverSideAndHoweverManyAtOnce() throws Exception {
        String one = theft("En");
        String two = theft("Två");
        ExecutorService people = Executors.newFixedThreadPool(4);
        try {
            List<Callable<Answer>> tries = List.of(
                    () -> link(one, "duplicate-of", two),
                    () -> link(two, "has-duplicate", one),
                    () -> link(one, "duplicate-of", two),
                    () -> link(two, "has-duplicate", one));
            int created = 0;
            for (Future<Answer> answer : people.invokeAll(tries)) {
                assertThat(answer.get().status()).isIn(200, 201);
                created += answer.get().status() == 201 ? 1 : 0;
            }
            assertThat(created).isEqualTo(1);
        } finally {
            people.shutdown();
        }
        assertThat(links(one)).hasSize(1);
        assertThat(links(two)).hasSize(1);
    }

    @Test
    void whoeverHandlesOneSideAndSeesTheOtherLinksThem() {
        String school = record(Map.of("kind", "theft", "title", "I skolan", "unit", "SCHOOL"));
        String park = record(Map.of("kind", "theft", "title", "I parken", "unit", "PARK"));
        inTheSchool("read", "handle");
        assertThat(link(school, "related", park).status()).isEqualTo(422);
        assertThat(area.call("GET", "records/" + park + "/links", "").status()).isEqualTo(404);
        inTheSchool("read");
        String other = school;
        everythingIsPermitted();
        String second = record(Map.of("kind", "theft", "title", "I skolan igen", "unit", "SCHOOL"));
        inTheSchool("read");
        assertThat(link(other, "related", second).status()).isEqualTo(403);
        inTheSchool("read", "handle");
        assertThat(link(other, "related", second).status()).isEqualTo(201);
    }

    @Test
    void aHiddenOtherSideIsNeitherListedNorCountedNorInTheHistory() {
        String school = record(Map.of("kind", "theft", "title", "I skolan", "unit", "SCHOOL"));
        String park = record(Map.of("kind", "theft", "title", "I parken", "unit", "PARK"));
        link(school, "related", park);
        String link = links(school).at("/0/id").asText();
        inTheSchool("read", "handle");
        assertThat(links(school)).isEmpty();
        assertThat(history(school)).doesNotContain("record.linked", park, "I parken");
        assertThat(area.call("DELETE", "records/" + school + "/links/" + link + "?reason=x", "")
                        .status())
                .isEqualTo(404);
        everythingIsPermitted();
        assertThat(links(school)).hasSize(1);
        assertThat(history(school)).contains("record.linked");
    }

    @Test
    void aLinkIsRemovedFromBothWithAReason() {
        String one = theft("En");
        String two = theft("Två");
        String link = link(one, "concerns", two).json().path("id").asText();
        String address = "records/" + two + "/links/" + link;
        assertThat(area.call("DELETE", address, "").status()).isEqualTo(422);
        assertThat(area.call("DELETE", address + "?reason=Fel+post", "").status())
                .isEqualTo(204);
        assertThat(links(one)).isEmpty();
        assertThat(links(two)).isEmpty();
        assertThat(history(one)).contains("record.unlinked", "Fel post");
        assertThat(area.call("DELETE", address + "?reason=x", "").status()).isEqualTo(404);
    }

    @Test
    void manyLinksComeInPartsWithoutWhatIsHidden() {
        String one = record(Map.of("kind", "theft", "title", "I skolan", "unit", "SCHOOL"));
        for (int i = 1; i <= 5; i++) {
            link(
                    one,
                    "related",
                    record(Map.of("kind", "theft", "title", "Nr " + i, "unit", i == 2 ? "PARK" : "SCHOOL")));
        }
        inTheSchool("read");
        JsonNode first = get("records/" + one + "/links?limit=2");
        assertThat(titles(first)).containsExactly("Nr 1", "Nr 3");
        JsonNode last = get(
                "records/" + one + "/links?limit=2&cursor=" + first.path("next").asText());
        assertThat(titles(last)).containsExactly("Nr 4", "Nr 5");
        assertThat(last.path("next").isNull()).isTrue();
        for (String wrong : List.of("limit=0", "limit=201", "cursor=%27", "limit=x")) {
            assertThat(area.call("GET", "records/" + one + "/links?" + wrong, "")
                            .status())
                    .isEqualTo(400);
        }
    }

    @Test
    void recordsOfAnAssetComeInPartsNewestFirst() {
        String asset = engine.assets
                .change
                .create(Map.of("name", "Cykelstället", "type", "vehicle"))
                .id();
        for (int i = 1; i <= 3; i++) {
            String body = "{\"relation\":\"concerns\",\"asset\":\"" + asset + "\"}";
            assertThat(area.call("POST", "records/" + theft("Nr " + i) + "/links", body)
                            .status())
                    .isEqualTo(201);
        }
        JsonNode first = get("assets/" + asset + "/links?limit=2");
        assertThat(titles(first)).containsExactly("Nr 3", "Nr 2");
        JsonNode last = get("assets/" + asset + "/links?limit=2&cursor="
                + first.path("next").asText());
        assertThat(titles(last)).containsExactly("Nr 1");
        assertThat(last.path("next").isNull()).isTrue();
    }

    @Test
    void withARecordItsLinksAndItsNumberGo() {
        String gone = theft("En");
        String left = theft("Två");
        link(gone, "related", left);
        String number = get("reports/" + gone).path("number").asText();
        assertThat(history(left)).contains(number);
        area.call("DELETE", "reports/" + gone, "", "If-Match", "*");
        assertThat(history(left)).contains("record.linked").doesNotContain(number, gone);
    }

    @Test
    void withARecordItsLinksGo() {
        String one = theft("En");
        String two = theft("Två");
        link(one, "related", two);
        area.call("DELETE", "reports/" + one, "", "If-Match", "*");
        assertThat(links(two)).isEmpty();
    }

    private static List<String> titles(JsonNode part) {
        return part.path("items").findValues("record").stream()
                .map(record -> record.path("title").asText())
                .toList();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{}|422",
                "[]|400",
                "{\"relation\":\"eats\",\"record\":\"ID\"}|422",
                "{\"relation\":\"related\",\"record\":\"ME\"}|422",
                "{\"relation\":\"related\",\"record\":\"INC-1\"}|422",
                "{\"relation\":\"related\",\"record\":\"ID\",\"asset\":\"x\"}|422",
                "{\"relation\":\"related\",\"record\":\"ID\",\"nope\":1}|422",
                "{\"relation\":\"related\",\"record\":7}|422",
                "{\"relation\":\"duplicate-of\",\"asset\":\"x\"}|422",
                "{\"relation\":\"concerns\",\"asset\":\"unknown\"}|422"
            })
    void wrongInputIsRefusedInWords(String body, int status) {
        String one = theft("En");
        String two = theft("Två");
        String sent = body.replace("ID", two).replace("ME", one);
        assertThat(area.call("POST", "records/" + one + "/links", sent).status())
                .isEqualTo(status);
        assertThat(links(one)).isEmpty();
    }
}
