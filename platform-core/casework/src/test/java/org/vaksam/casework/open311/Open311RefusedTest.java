package org.vaksam.casework.open311;

import static org.assertj.core.api.Assertions.assertThat;
import static org.vaksam.casework.report.Http.form;

import jakarta.ws.rs.core.Response;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.w3c.dom.Document;

/** What Open311 refuses, to whom, and how it says so. */
class Open311RefusedTest extends Open311Scene {
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
