package org.vaksam.casework.open311;

import static org.assertj.core.api.Assertions.assertThat;
import static org.vaksam.casework.report.ReportHouse.at;
import static org.vaksam.casework.report.ReportHouse.form;
import static org.vaksam.casework.report.ReportHouse.from;
import static org.vaksam.casework.report.ReportHouse.text;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.ws.rs.core.Response;
import java.io.StringReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.vaksam.casework.report.ReportHouse;
import org.vaksam.spi.records.RecordRow;
import org.vaksam.testkit.TestDatabase;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.xml.sax.InputSource;

/** Every operation and answer of GeoReport v2, in XML and JSON. */
class Open311Test {
    private ReportHouse house;

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

    private Open311Resource server() {
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

    private static Asked asked(String format, String address) {
        return new Asked(format, null, at(address), from("10.0.0.1"));
    }

    private Response create(String format, String... more) {
        var all = new ArrayList<String>(List.of(more));
        return server().create(
                        asked(format, "/open311/v2/requests" + format),
                        "application/x-www-form-urlencoded; charset=UTF-8",
                        form(all.toArray(String[]::new)));
    }

    private Response created() {
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

    private static JsonNode json(Response response) throws Exception {
        assertThat(response.getMediaType()).hasToString("application/json;charset=utf-8");
        return new ObjectMapper().readTree(text(response));
    }

    private static Document xml(Response response) throws Exception {
        assertThat(response.getMediaType()).hasToString("text/xml;charset=utf-8");
        return DocumentBuilderFactory.newDefaultNSInstance()
                .newDocumentBuilder()
                .parse(new InputSource(new StringReader(text(response))));
    }

    private static String value(Document document, String element) {
        return document.getElementsByTagName(element).item(0).getTextContent();
    }

    @Test
    void discoverySaysWhereTheServiceIs() throws Exception {
        JsonNode discovery = json(server().discovery(asked(".json", "/open311/discovery.json")));
        JsonNode endpoint = discovery.path("endpoints").path(0);
        assertThat(endpoint.path("url").asText()).isEqualTo("https://sundby.example/open311/v2");
        assertThat(endpoint.path("specification").asText()).isEqualTo("http://wiki.open311.org/GeoReport_v2");
        assertThat(endpoint.path("formats")).hasSize(2);

        Document document = xml(server().discovery(asked(".xml", "/open311/discovery.xml")));
        assertThat(document.getDocumentElement().getTagName()).isEqualTo("discovery");
        Element formats = (Element) document.getElementsByTagName("formats").item(0);
        assertThat(formats.getElementsByTagName("format").getLength()).isEqualTo(2);
    }

    @Test
    void servicesAreThePublicKinds() throws Exception {
        JsonNode services = json(server().services(asked(".json", "/")));
        assertThat(services).hasSize(1);
        assertThat(services.path(0).path("service_code").asText()).isEqualTo("damage");
        assertThat(services.path(0).path("metadata").isBoolean()).isTrue();
        assertThat(services.path(0).path("type").asText()).isEqualTo("realtime");

        Document document = xml(server().services(new Asked("", "text/xml", at("/"), from("10.0.0.1"))));
        assertThat(document.getDocumentElement().getTagName()).isEqualTo("services");
        assertThat(value(document, "service_name")).isEqualTo("Damage");
        assertThat(value(document, "metadata")).isEqualTo("true");
    }

    @Test
    void aDefinitionListsTheAttributes() throws Exception {
        JsonNode definition = json(server().service("damage", asked(".json", "/")));
        assertThat(definition.path("service_code").asText()).isEqualTo("damage");
        var types = new ArrayList<String>();
        definition
                .path("attributes")
                .forEach(attribute -> types.add(attribute.path("code").asText() + " "
                        + attribute.path("datatype").asText() + " "
                        + attribute.path("required").asBoolean()));
        assertThat(types)
                .containsExactly(
                        "object singlevaluelist true",
                        "pane string false",
                        "cost number false",
                        "day datetime false",
                        "seen singlevaluelist false");
        assertThat(definition
                        .path("attributes")
                        .path(0)
                        .path("values")
                        .path(1)
                        .path("name")
                        .asText())
                .isEqualTo("Door");

        Document document = xml(server().service("damage", asked(".xml", "/")));
        assertThat(document.getDocumentElement().getTagName()).isEqualTo("service_definition");
        assertThat(value(document, "variable")).isEqualTo("true");
        assertThat(value(document, "key")).isEqualTo("glass");
        assertThat(document.getElementsByTagName("attribute").getLength()).isEqualTo(5);
    }

    @Test
    void aRequestIsStoredAndCanBeRead() throws Exception {
        Response response = created();
        assertThat(response.getStatus()).isEqualTo(201);
        JsonNode made = json(response).path(0);
        assertThat(made.path("account_id").isNull()).isTrue();
        assertThat(made.path("service_notice").asText()).contains("/report/follow");
        RecordRow row = house.engine.stored().get(0);
        assertThat(row.title()).isEqualTo("Window broken");
        assertThat(row.description()).endsWith("media_url: https://example.se/a.jpg");
        assertThat(row.fields()).containsEntry("object", "glass").containsEntry("pane", "left");
        assertThat(house.bound).extracting(caller -> caller.name()).contains("open311");

        String id = made.path("service_request_id").asText();
        assertThat(id).isEqualTo(row.number());
        Document read = xml(server().request(id, asked(".xml", "/")));
        assertThat(read.getDocumentElement().getTagName()).isEqualTo("service_requests");
        assertThat(value(read, "status")).isEqualTo("open");
        assertThat(value(read, "service_code")).isEqualTo("damage");
        assertThat(value(read, "requested_datetime")).isEqualTo("2026-11-23T09:00:00+01:00");
        assertThat(value(read, "lat")).isEqualTo("56.048");
        assertThat(value(read, "long")).isEqualTo("12.694");
        assertThat(value(read, "description")).isEmpty();
        assertThat(value(read, "address")).isEmpty();
        assertThat(text(server().request(id, asked(".json", "/"))))
                .doesNotContain("Glass", "Skolgatan", "Kalle", "kalle@example.se");
    }

    @Test
    void xmlIsAnsweredToWhoeverCreatesInXml() throws Exception {
        Document made = xml(
                create(".xml", "service_code", "damage", "address_string", "Skolgatan 1", "attribute[object]", "door"));
        assertThat(made.getDocumentElement().getTagName()).isEqualTo("service_requests");
        assertThat(value(made, "service_request_id")).isEqualTo("INC-2026-000001");
        assertThat(house.engine.stored().get(0).title()).isEqualTo("Damage");
    }

    @Test
    void wordsAndPlacesAreShownOnlyWhereTheOperatorSaysSo() throws Exception {
        house.with("open311-descriptions", "true");
        created();
        JsonNode read = json(server().requests(asked(".json", "/open311/v2/requests.json")))
                .path(0);
        assertThat(read.path("description").asText()).startsWith("Window broken.");
        assertThat(read.path("address").asText()).isEqualTo("Skolgatan 1");
        assertThat(read.path("lat").asDouble()).isEqualTo(56.047812);
    }

    @Test
    void aTokenLeadsToItsRequest() throws Exception {
        created();
        RecordRow row = house.engine.stored().get(0);
        JsonNode found = json(server().token(row.id(), asked(".json", "/"))).path(0);
        assertThat(found.path("service_request_id").asText()).isEqualTo(row.number());
        assertThat(found.path("token").asText()).isEqualTo(row.id());
        Document document = xml(server().token(row.id(), asked(".xml", "/")));
        assertThat(value(document, "token")).isEqualTo(row.id());
        assertThat(server().token("nothing", asked(".xml", "/")).getStatus()).isEqualTo(404);
    }

    @Test
    void requestsAreFoundByIdServiceStateAndTime() throws Exception {
        created();
        String list = "/open311/v2/requests.json?";
        assertThat(count(list + "service_request_id=INC-2026-000001,INC-2026-000009"))
                .isEqualTo(1);
        assertThat(count(list + "service_code=damage&status=open,closed")).isEqualTo(1);
        assertThat(count(list + "status=closed")).isZero();
        assertThat(count(list + "service_code=other")).isZero();
        count(list + "start_date=2026-10-01T00:00:00Z&end_date=2026-10-31T00:00:00%2B01:00");
        var query = house.engine.queries.get(house.engine.queries.size() - 1);
        assertThat(query.filters())
                .containsEntry("createdAt", List.of("2026-10-01T00:00:00Z..2026-10-30T23:00:00Z"))
                .containsEntry("channel", List.of("public"));
        for (String wrong : List.of(
                "start_date=2026-01-01T00:00:00Z&end_date=2026-10-31T00:00:00Z",
                "start_date=yesterday",
                "status=lost",
                "service_request_id=" + String.join(",", numbers(120)))) {
            assertThat(server().requests(asked(".json", list + wrong)).getStatus())
                    .as(wrong)
                    .isEqualTo(400);
        }
    }

    private static List<String> numbers(int count) {
        var numbers = new ArrayList<String>();
        for (int i = 0; i < count; i++) {
            numbers.add("INC-" + i);
        }
        return numbers;
    }

    private int count(String address) throws Exception {
        return json(server().requests(asked(".json", address))).size();
    }

    @Test
    void restrictedReportsAreNotThere() throws Exception {
        house.engine.level = "restricted";
        created();
        assertThat(count("/open311/v2/requests.json")).isZero();
        assertThat(server().request("INC-2026-000001", asked(".json", "/")).getStatus())
                .isEqualTo(404);
    }

    @Test
    void errorsAreListsOfCodesAndDescriptions() throws Exception {
        Response unknown = create(".json", "service_code", "nothing", "lat", "56", "long", "12");
        assertThat(unknown.getStatus()).isEqualTo(404);
        assertThat(json(unknown).path(0).path("code").asInt()).isEqualTo(404);
        assertThat(json(unknown).path(0).path("description").asText()).contains("service_code");

        Response several = create(
                ".xml",
                "service_code",
                "damage",
                "lat",
                "north",
                "long",
                "12",
                "email",
                "kalle",
                "media_url",
                "file:///etc/passwd",
                "attribute[cost]",
                "a lot");
        assertThat(several.getStatus()).isEqualTo(400);
        Document errors = xml(several);
        assertThat(errors.getDocumentElement().getTagName()).isEqualTo("errors");
        assertThat(errors.getElementsByTagName("error").getLength()).isEqualTo(5);
        assertThat(value(errors, "code")).isEqualTo("400");

        assertThat(create(".xml", "lat", "56", "long", "12").getStatus()).isEqualTo(400);
        assertThat(create(".xml", "service_code", "damage", "attribute[object]", "door")
                        .getStatus())
                .isEqualTo(400);
        assertThat(server().services(asked(".xml", "/?jurisdiction_id=other.se"))
                        .getStatus())
                .isEqualTo(404);
        assertThat(house.engine.stored()).isEmpty();
    }

    @Test
    void picturesThatAreSentAlongAreRefusedInTheFormOfTheProtocol() throws Exception {
        for (String type : new String[] {"multipart/form-data; boundary=x", "application/json", null}) {
            Response refused = server().create(
                            asked(".xml", "/open311/v2/requests.xml"),
                            type,
                            form("service_code", "damage", "lat", "56", "long", "12"));
            assertThat(refused.getStatus()).isEqualTo(415);
            assertThat(value(xml(refused), "description")).contains("media_url");
        }
        assertThat(house.engine.stored()).isEmpty();
    }

    @Test
    void whereKeysAreAskedForNobodyCreatesWithoutOne(@TempDir Path folder) throws Exception {
        Path keys = Files.writeString(folder.resolve("keys"), "# systems\nsundby-app s3cret-key-of-the-app\n");
        house.with("open311-keys-file", keys.toString());
        String[] request = {"service_code", "damage", "address_string", "Skolgatan 1", "attribute[object]", "door"};
        assertThat(create(".xml", request).getStatus()).isEqualTo(403);
        var withKey = new ArrayList<String>(List.of(request));
        withKey.addAll(List.of("api_key", "s3cret-key-of-the-app"));
        assertThat(create(".xml", withKey.toArray(String[]::new)).getStatus()).isEqualTo(201);
        assertThat(house.bound).extracting(caller -> caller.name()).contains("open311 sundby-app");
        Files.delete(keys);
        assertThat(create(".xml", withKey.toArray(String[]::new)).getStatus()).isEqualTo(403);
    }

    @Test
    void itIsOffUnlessTheOperatorSwitchesItOn() {
        house.with("open311", "false");
        assertThat(server().services(asked(".xml", "/")).getStatus()).isEqualTo(404);
    }
}
