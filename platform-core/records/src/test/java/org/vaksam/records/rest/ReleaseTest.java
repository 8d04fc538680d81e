package org.vaksam.records.rest;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.HexFormat;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.vaksam.records.rest.Area.Answer;

/** What is masked in a copy is not in it. */
class ReleaseTest extends SharedAreaScene {
    private static final String RECORD =
            """
            {"kind":"theft","title":"Stöld hos Karin Ek","severity":2,
             "description":"KARIN\u00a0Ek, Karin  Ek och karin ek <b>såg</b> Ek Berg. Bruten arm.",
             "fields":{"health":"Bruten fot","victim":[{"role":"owner","name":"Karin Ek","phone":"0701234567"}]}}""";
    private static final String MASKS =
            """
            {"recipient":"Sydsvenskan","purpose":"Granskning","masks":[
              {"text":"Karin Ek","ground":"OSL 21:1"},{"text":"Ek Berg","ground":"OSL 21:3"},
              {"field":"severity","ground":"OSL 18:1"}]}""";

    private String address = "";

    @BeforeEach
    void aRecord() {
        address = "reports/"
                + area.call("POST", "reports", RECORD).json().path("id").asText();
    }

    @Test
    void whatIsMaskedIsAbsentFromTheBytesAndShowsItsGround() throws Exception {
        Answer made = release(MASKS, "");
        assertThat(made.status()).as(made.body()).isEqualTo(201);
        Answer document = copy(made);
        assertThat(document.headers()).containsEntry("Content-Type", "text/html;charset=utf-8");
        assertThat(document.headers().get("Content-Disposition")).startsWith("attachment");
        assertThat(document.body())
                .doesNotContainIgnoringCase("Karin", "Ek Berg", "Berg", "Bruten fot", "Sydsvenskan", "Granskning")
                .contains("Bruten arm", "0701234567", "OSL 21:1", "OSL 21:3", "OSL 18:1", "OSL 25:1")
                .contains("&lt;b&gt;såg&lt;/b&gt;")
                .doesNotContain("<b>");
        byte[] bytes = document.body().getBytes(StandardCharsets.UTF_8);
        String sum =
                HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        assertThat(made.json().path("sha256").asText()).isEqualTo(sum);
    }

    @Test
    void thePreviewIsWhatIsReleasedAndLeavesNothingBehind() {
        int before = engine.journal.entries().size();
        JsonNode preview = release(MASKS, "?preview=true").json();
        assertThat(preview.path("lines").toString())
                .doesNotContainIgnoringCase("Karin")
                .contains("{\"ground\":\"OSL 25:1\"}");
        assertThat(area.call("GET", address + "/releases", "").json().path("items"))
                .isEmpty();
        assertThat(engine.journal.entries().stream().skip(before))
                .extracting(entry -> entry.action())
                .containsOnly("record.read");
    }

    @Test
    void theProtocolIsInTheJournalAndInTheListAndKeepsNothingThatWasMasked() {
        JsonNode made = release(MASKS, "").json();
        assertThat(engine.journal.last().action()).isEqualTo("record.released");
        assertThat(engine.journal.last().data().toString())
                .contains(
                        "Sydsvenskan",
                        "Granskning",
                        "OSL 21:1",
                        "health",
                        made.path("sha256").asText())
                .doesNotContainIgnoringCase("Karin");
        JsonNode list = area.call("GET", address + "/releases", "").json();
        assertThat(list.path("items")).hasSize(1);
        assertThat(list.at("/items/0")).isEqualTo(made);
        assertThat(list.at("/items/0/by/name").asText()).isEqualTo("Anna Ek");
    }

    @Test
    void theCopyStaysAsItWasWhenTheRecordChanges() {
        String copy = copy(release(MASKS, "")).body();
        String id = release(MASKS, "").json().path("id").asText();
        area.call("PATCH", address, "{\"description\":\"Något annat\"}", "If-Match", "*");
        assertThat(area.call("GET", address + "/releases/" + id, "").body()).isEqualTo(copy);
    }

    @Test
    void showingWhatIsSecretTakesAPermissionAndAReason() {
        String order = "{\"unmask\":{\"health\":\"Den enskilde har samtyckt\"}}";
        engine.access.be(OTHER, "incidents:report:read", "incidents:report:handle", "incidents:report:secrecy");
        assertThat(release(order, "").status()).isEqualTo(403);
        engine.access.be(OTHER, "incidents:report:read", "incidents:report:handle", "incidents:report:restricted");
        assertThat(release(order, "").status()).isEqualTo(403);
        engine.access.be(OTHER, "*");
        assertThat(release("{\"unmask\":{\"health\":\"\"}}", "").status()).isEqualTo(422);
        Answer made = release(order, "");
        assertThat(engine.journal.last().data().toString()).contains("samtyckt");
        assertThat(copy(made).body()).contains("Bruten fot");

        engine.access.be(OTHER, "incidents:report:read", "incidents:report:handle");
        assertThat(copy(made).status()).isEqualTo(403);
    }

    @Test
    void whoMayNotReadWhatIsSecretReleasesWithoutItAndCannotGuessIt() {
        engine.access.be(OTHER, "incidents:report:read", "incidents:report:handle");
        Answer made = release("{}", "");
        assertThat(copy(made).body()).doesNotContain("Bruten fot").contains("OSL 25:1", "Bruten arm");
        String guess = "{\"masks\":[{\"text\":\"Bruten fot\",\"ground\":\"OSL 25:1\"}]}";
        assertThat(release(guess, "?preview=true").status()).isEqualTo(422);
        engine.access.be(OTHER, "incidents:report:read");
        assertThat(release("{}", "").status()).isEqualTo(403);
        assertThat(area.call("GET", address + "/releases", "").status()).isEqualTo(403);
    }

    @Test
    void aCopyThatShowsWhatBecameSecretLaterIsClosedToThoseWhoMayNotReadIt() {
        Answer made = release("{}", "");
        area.call("PATCH", address, "{\"secretFields\":{\"title\":\"OSL 21:1\"},\"reason\":\"x\"}", "If-Match", "*");
        engine.access.be(OTHER, "incidents:report:read", "incidents:report:handle");
        assertThat(copy(made).status()).isEqualTo(403);
    }

    @Test
    void everythingInARestrictedRecordIsMaskedFromTheStart() {
        area.call(
                "PATCH",
                address,
                "{\"secrecy\":\"restricted\",\"secrecyGround\":\"OSL 26:1\",\"reason\":\"Prövat\"}",
                "If-Match",
                "*");
        assertThat(copy(release("{}", "")).body())
                .doesNotContain("Karin", "Bruten", "0701234567")
                .contains("OSL 26:1", "OSL 25:1");
        assertThat(copy(release("{\"unmask\":{\"description\":\"Prövat\"}}", ""))
                        .body())
                .contains("Bruten arm");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{\"masks\":[{\"field\":\"tilte\",\"ground\":\"OSL 21:1\"}]}",
                "{\"masks\":[{\"field\":\"title\"}]}",
                "{\"masks\":[{\"text\":\"Kalle\",\"ground\":\"OSL 21:1\"}]}",
                "{\"masks\":[{\"text\":\"K\",\"ground\":\"OSL 21:1\"}]}",
                "{\"masks\":[{\"text\":\"Karin\",\"field\":\"title\",\"ground\":\"OSL 21:1\"}]}",
                "{\"masks\":{}}",
                "{\"unmask\":{\"title\":\"inte hemlig\"}}",
                "{\"unmask\":[]}",
                "{\"mask\":[]}"
            })
    void ordersThatMakeNoSenseAreRefused(String order) {
        assertThat(release(order, "").status()).isEqualTo(422);
    }

    @Test
    void whatWasPreviewedIsOfTheVersionThatIsReleased() {
        assertThat(area.call("POST", address + "/releases", "{}").status()).isEqualTo(428);
        assertThat(area.call("POST", address + "/releases", "{}", "If-Match", "\"7\"")
                        .status())
                .isEqualTo(412);
    }

    @Test
    void aLongRecordIsKeptWhole() {
        String text = "å😀&".repeat(5_000);
        area.call("PATCH", address, "{\"description\":\"" + text + "\"}", "If-Match", "*");
        assertThat(copy(release("{}", "")).body()).contains(text.replace("&", "&amp;"));
        area.call("DELETE", address, "", "If-Match", "*");
        assertThat(area.call("GET", address, "").status()).isEqualTo(404);
    }

    private Answer release(String order, String query) {
        return area.call("POST", address + "/releases" + query, order, "If-Match", "*");
    }

    private Answer copy(Answer made) {
        return area.call("GET", address + "/releases/" + made.json().path("id").asText(), "");
    }
}
