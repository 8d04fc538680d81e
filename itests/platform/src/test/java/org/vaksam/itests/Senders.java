package org.vaksam.itests;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.Optional;

/** Those outside whose events come in by themselves: what they really sent when it is at hand, else made-up ones of the same form. */
final class Senders implements AutoCloseable {
    private static final String ALARM =
            """
            <?xml version="1.0" encoding="ISO-8859-1"?>
            <Message><Source>DEV</Source><Alarm><IDNumber>123456A0001</IDNumber><Time>2023-12-15 02:59:15</Time>
            <RT90-X>6221010</RT90-X><RT90-Y>1320609</RT90-Y><CaseID>20:8331681:2</CaseID>
            <HtText>Brand n&#229;gonstans i höghus</HtText><Address>Storgatan 1</Address></Alarm></Message>
            """;
    /** What the police say of the alarm: none of their real events is near it in time and place. */
    private static final String EVENT =
            """
            {"id":990000001,"datetime":"2023-12-15 3:21:40 +01:00","name":"15 december 02:59, Brand, Åstorp",
            "summary":"Brand i byggnad, räddningstjänst på plats.","url":"/aktuellt/handelser/2023/december/15/brand-astorp/",
            "type":"Brand","location":{"name":"Åstorp","gps":"56.0840,12.9230"}}
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

    private final HttpServer police = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    private final int events;

    Senders() throws IOException {
        byte[] real = shared("police-events/helsingborg.json").orElse("[]".getBytes(UTF_8));
        ArrayNode all = (ArrayNode) new ObjectMapper().readTree(real);
        all.add(new ObjectMapper().readTree(EVENT));
        events = all.size();
        byte[] published = all.toString().getBytes(UTF_8);
        police.createContext("/", exchange -> {
            exchange.sendResponseHeaders(200, published.length);
            exchange.getResponseBody().write(published);
            exchange.close();
        });
        police.start();
    }

    /** Where the police publish their events. */
    String police() {
        return "http://127.0.0.1:" + police.getAddress().getPort() + "/";
    }

    /** How many they publish. */
    int events() {
        return events;
    }

    /** The file that SOS Alarm leaves. */
    byte[] alarm() throws IOException {
        return shared("sos-alarm/001.XML").orElse(ALARM.getBytes(ISO_8859_1));
    }

    /** A message of the Common Alerting Protocol. */
    String warning(String id, String type, String more, String headline) {
        return WARNING.formatted(id, type, more, headline);
    }

    /** A file that was written a while ago, moved into place. */
    static void leave(Path file, byte[] content) throws IOException {
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

    @Override
    public void close() {
        police.stop(0);
    }
}
