package org.vaksam.casework.open311;

import static org.assertj.core.api.Assertions.assertThat;
import static org.vaksam.casework.report.Http.at;
import static org.vaksam.casework.report.Http.form;
import static org.vaksam.casework.report.Http.from;
import static org.vaksam.casework.report.Http.text;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.ws.rs.core.Response;
import java.io.StringReader;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;
import org.vaksam.casework.report.ReportHouse;
import org.vaksam.testkit.TestDatabase;
import org.w3c.dom.Document;
import org.xml.sax.InputSource;

/** The resource as strangers ask it. */
abstract class Open311Scene {
    ReportHouse house;

    TestDatabase database(Path folder) {
        return TestDatabase.derby(folder);
    }

    @BeforeEach
    void open(@TempDir Path folder) {
        house = new ReportHouse(database(folder), folder)
                .with("open311", "true")
                .with("open311-jurisdiction", "sundby.se");
    }

    @AfterEach
    void close() {
        house.close();
    }

    Open311Resource server() {
        var finder = new RequestFinder(house.engine, house.engine, house.kinds(), house.reporters());
        finder.bindSearch(house.engine);
        return new Open311Resource(
                house.settings(),
                house.kinds(),
                finder,
                new RequestIntake(house.reporting(), house.tokens(), house.clock),
                new Gate(house.settings(), house.doorkeeper()),
                house.access(),
                house.clock);
    }

    static Asked asked(String format, String address) {
        return new Asked(format, null, at(address), from("10.0.0.1"));
    }

    Response create(String format, String... more) {
        var all = new ArrayList<String>(List.of(more));
        return server().create(
                        asked(format, "/open311/v2/requests" + format),
                        "application/x-www-form-urlencoded; charset=UTF-8",
                        form(all.toArray(String[]::new)));
    }

    Response created() {
        return create(
                ".json",
                "jurisdiction_id",
                "sundby.se",
                "service_code",
                "damage",
                "lat",
                "56.047812",
                "long",
                "12.694433",
                "address_string",
                "Skolgatan 1",
                "description",
                "Window broken. Glass on the ground.",
                "first_name",
                "Kalle",
                "last_name",
                "Ek",
                "email",
                "kalle@example.se",
                "phone",
                "070-123 45 67",
                "media_url",
                "https://example.se/a.jpg",
                "attribute[object]",
                "glass",
                "attribute[pane]",
                "left");
    }

    static JsonNode json(Response response) throws Exception {
        assertThat(response.getMediaType()).hasToString("application/json;charset=utf-8");
        return new ObjectMapper().readTree(text(response));
    }

    static Document xml(Response response) throws Exception {
        assertThat(response.getMediaType()).hasToString("text/xml;charset=utf-8");
        return DocumentBuilderFactory.newDefaultNSInstance()
                .newDocumentBuilder()
                .parse(new InputSource(new StringReader(text(response))));
    }

    static String value(Document document, String element) {
        return document.getElementsByTagName(element).item(0).getTextContent();
    }

    int count(String address) throws Exception {
        return json(server().requests(asked(".json", address))).size();
    }
}
