package org.vaksam.casework.open311;

import static org.assertj.core.api.Assertions.assertThat;
import static org.vaksam.casework.report.Http.at;
import static org.vaksam.casework.report.Http.from;
import static org.vaksam.casework.report.Http.text;

import com.fasterxml.jackson.databind.JsonNode;
import jakarta.ws.rs.core.Response;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.vaksam.spi.records.RecordRow;
import org.w3c.dom.Document;
import org.w3c.dom.Element;

/** Every operation and answer of GeoReport v2, in XML and JSON. */
class Open311Test extends Open311Scene {
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
}
