package org.vaksam.itests;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.vaksam.itests.support.Distribution;
import org.vaksam.itests.support.Rest;

/** What comes in by itself is taken once, whatever is sent twice; what cannot be read lands in one tray and is read in the end. */
class FeedsIT {
    private static final String ALARM =
            """
            <?xml version="1.0" encoding="ISO-8859-1"?>
            <Message><Source>DEV</Source><Alarm><IDNumber>123456A0001</IDNumber><Time>2023-12-15 02:59:15</Time>
            <RT90-X>6221010</RT90-X><RT90-Y>1320609</RT90-Y><CaseID>20:8331681:2</CaseID>
            <HtText>Brand n&#229;gonstans i höghus</HtText><Address>Storgatan 1</Address></Alarm></Message>
            """;
    private static final String WARNING =
            """
            <?xml version="1.0" encoding="UTF-8"?>
            <alert xmlns="urn:oasis:names:tc:emergency:cap:1.2"><identifier>%s</identifier><sender>smhi@example.org</sender>
            <sent>2026-11-23T10:00:00+01:00</sent><status>Actual</status><msgType>%s</msgType>%s
            <info><category>Met</category><event>Vind</event><urgency>Expected</urgency><severity>Severe</severity>
            <certainty>Likely</certainty><headline>%s</headline><area><areaDesc>Skåne</areaDesc>
            <circle>55.6,13.0 25</circle></area></info></alert>
            """;

    private static Distribution vaksam;
    private static Rest rest;

    @BeforeAll
    static void start() {
        vaksam = Work.distribution(FeedsIT.class)
                .with("VAKSAM_FEEDS_PRIVATE", "true")
                .start();
        rest = vaksam.rest();
        rest.install("incidents");
    }

    @AfterAll
    static void stop() {
        vaksam.close();
    }

    @Test
    void policeEventsOfAnAddress() throws IOException {
        byte[] events = shared("police-events/helsingborg.json")
                .orElse("[{\"id\":1,\"datetime\":\"2023-03-21 10:27:22 +01:00\",\"name\":\"Brand\",\"type\":\"Brand\"}]"
                        .getBytes(UTF_8));
        HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", exchange -> {
            exchange.sendResponseHeaders(200, events.length);
            exchange.getResponseBody().write(events);
            exchange.close();
        });
        server.start();
        try {
            String feed = feed(
                    "police",
                    "incidents.police-events",
                    "\"source\":\"http\",\"everySeconds\":86400,\"address\":\"http://127.0.0.1:"
                            + server.getAddress().getPort() + "/\"");
            int sent = new ObjectMapper().readTree(events).size();
            awaitCount(feed, "received", sent);
            assertThat(counts(feed).path("stored").asInt()).isEqualTo(sent);
            rest.post("/api/feeds/" + feed + "/run", "{}").expect(202);
            awaitCount(feed, "received", 2 * sent);
            assertThat(counts(feed).path("stored").asInt()).isEqualTo(sent);
            assertThat(counts(feed).path("known").asInt()).isEqualTo(sent);
        } finally {
            server.stop(0);
        }
    }

    @Test
    void alarmsOfAFolder() throws IOException {
        byte[] alarm = shared("sos-alarm/001.XML").orElse(ALARM.getBytes(ISO_8859_1));
        String feed = feed("sos", "incidents.sos-alarm", "\"source\":\"folder\",\"folder\":\"sos\",\"everySeconds\":5");
        Path folder = vaksam.data().resolve("feeds/sos");
        Waiting.until(() -> Files.isDirectory(folder.resolve("failed")), "the folder");
        leave(folder.resolve("1.xml"), alarm);
        awaitCount(feed, "received", 1);
        leave(folder.resolve("2.xml"), alarm);
        awaitCount(feed, "received", 2);
        assertThat(counts(feed).path("stored").asInt()).isEqualTo(1);
        Waiting.until(() -> Files.exists(folder.resolve("done/2.xml")), "done");
        JsonNode record = newest("fire");
        assertThat(record.path("title").asText()).startsWith("Brand någonstans");
        assertThat(record.at("/place/latitude").asDouble()).isCloseTo(56.0838129, within(0.00001));
        assertThat(record.at("/place/longitude").asDouble()).isCloseTo(12.9233819, within(0.00001));

        leave(folder.resolve("3.xml"), "<Message><Alarm><IDNumber>7</IDNumber></Message>".getBytes(UTF_8));
        awaitCount(feed, "inTray", 1);
        Waiting.until(() -> Files.exists(folder.resolve("failed/3.xml")), "failed");
        JsonNode item = onlyInTray(feed);
        assertThat(item.path("place").asText()).isEqualTo("3.xml");
        assertThat(item.at("/detail/en").asText()).contains("XML");
        String corrected = "<Message><Alarm><IDNumber>7</IDNumber><Time>2026-11-23 12:00:00</Time>"
                + "<HtText>Trafikolycka</HtText></Alarm></Message>";
        String address = "/api/tray/" + item.path("id").asText() + "/retry";
        String body = "{\"text\":\"" + corrected + "\"}";
        assertThat(rest.post(address, body, "If-Match", "*")
                        .expect(200)
                        .json()
                        .path("state")
                        .asText())
                .isEqualTo("stored");
        rest.post(address, body, "If-Match", "*").expect(409);
        assertThat(counts(feed).path("stored").asInt()).isEqualTo(2);
        assertThat(counts(feed).path("inTray").asInt()).isZero();
    }

    @Test
    void warningsThatOthersSend() {
        String feed = feed("cap", "incidents.cap", "\"source\":\"rest\"");
        String items = "/api/feeds/" + feed + "/items";
        String alert = WARNING.formatted("1", "Alert", "<scope>Public</scope>", "Orange varning");
        assertThat(send(items, alert).path("stored").asInt()).isEqualTo(1);
        assertThat(send(items, alert).path("known").asInt()).isEqualTo(1);
        String update = WARNING.formatted(
                "2",
                "Update",
                "<scope>Public</scope><references>smhi@example.org,1,2026-11-23T10:00:00+01:00</references>",
                "Röd varning");
        assertThat(send(items, update).path("updates").asInt()).isEqualTo(1);
        JsonNode record = newest("warning");
        assertThat(record.path("title").asText()).isEqualTo("Orange varning");
        assertThat(record.path("severity").asInt()).isEqualTo(3);
        String history = rest.get("/api/incidents/reports/" + record.path("id").asText() + "/history")
                .expect(200)
                .text();
        assertThat(history).contains("record.feed-changed", "Röd varning");

        String invalid = WARNING.formatted("3", "Alert", "", "Utan scope");
        assertThat(send(items, invalid).path("inTray").asInt()).isEqualTo(1);
        JsonNode item = onlyInTray(feed);
        assertThat(item.at("/errors/0/field").asText()).isEqualTo("scope");
        rest.post("/api/tray/" + item.path("id").asText() + "/discard", "{\"reason\":\"ett prov\"}", "If-Match", "*")
                .expect(200);
        JsonNode counts = counts(feed);
        assertThat(counts.path("received").asInt())
                .isEqualTo(counts.path("stored").asInt()
                        + counts.path("known").asInt()
                        + counts.path("inTray").asInt()
                        + counts.path("discarded").asInt());
        Rest.anonymous(vaksam.url()).post(items, "{}").expect(401);
    }

    private static String feed(String name, String format, String more) {
        return rest.post("/api/feeds", "{\"name\":\"" + name + "\",\"format\":\"" + format + "\"," + more + "}")
                .expect(201)
                .json()
                .path("id")
                .asText();
    }

    private static JsonNode send(String items, String document) {
        return rest.post(items, document).expect(200).json();
    }

    private static JsonNode counts(String feed) {
        return rest.get("/api/feeds/" + feed).expect(200).json().path("counts");
    }

    private static void awaitCount(String feed, String figure, int least) {
        Waiting.until(() -> counts(feed).path(figure).asInt() >= least, figure);
    }

    private static JsonNode onlyInTray(String feed) {
        JsonNode items = rest.get("/api/tray?origin=" + feed).expect(200).json().path("items");
        assertThat(items).hasSize(1);
        return items.get(0);
    }

    private static JsonNode newest(String kind) {
        String list = "/api/incidents/reports?kind=" + kind + "&channel=feed&limit=1&sort=-createdAt";
        Waiting.until(() -> !rest.get(list).expect(200).json().path("items").isEmpty(), kind);
        return rest.get(list).expect(200).json().path("items").get(0);
    }

    /** A file that was written a while ago, moved into place. */
    private static void leave(Path file, byte[] content) throws IOException {
        Path arriving = file.resolveSibling(file.getFileName() + ".part");
        Files.write(arriving, content);
        Files.setLastModifiedTime(arriving, FileTime.from(Instant.now().minusSeconds(60)));
        Files.move(arriving, file);
    }

    private static Optional<byte[]> shared(String path) throws IOException {
        String shared = System.getProperty("vaksam.shared");
        Path file = shared == null ? Path.of("none") : Path.of(shared, "data", path);
        return Files.isReadable(file) ? Optional.of(Files.readAllBytes(file)) : Optional.empty();
    }
}
