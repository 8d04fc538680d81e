package org.vaksam.records.rest;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;
import org.vaksam.records.rest.Area.Answer;

/** An empty register of assets for each test. */
abstract class AssetScene extends AreaScene {
    @BeforeEach
    void start(@TempDir Path folder) {
        open(folder);
    }

    @AfterEach
    void stop() {
        engine.close();
    }

    static String theft(String asset) {
        return "{\"kind\":\"theft\",\"title\":\"Stulen cykel\",\"unit\":\"SCHOOL\",\"asset\":\"" + asset + "\"}";
    }

    String make(String name, String type, String more) {
        Answer made = area.call(
                "POST",
                "assets",
                "{\"name\":\"" + name + "\",\"type\":\"" + type + "\"" + (more.isEmpty() ? "" : "," + more) + "}");
        assertThat(made.status()).as(made.body()).isEqualTo(201);
        return made.json().path("id").asText();
    }

    int move(String id, String parent, int version) {
        return area.call(
                        "POST",
                        "assets/" + id + "/move",
                        "{\"parent\":\"" + parent + "\"}",
                        "If-Match",
                        "\"" + version + "\"")
                .status();
    }

    int retire(String id) {
        return area.call("POST", "assets/" + id + "/retire", "{\"reason\":\"Riven\"}", "If-Match", "\"1\"")
                .status();
    }

    int depend(String id, String other) {
        return area.call(
                        "POST",
                        "assets/" + id + "/dependencies",
                        "{\"relation\":\"depends-on\",\"asset\":\"" + other + "\"}")
                .status();
    }

    List<String> names(String parameters) {
        var names = new ArrayList<String>();
        area.call("GET", "assets?" + parameters, "")
                .json()
                .path("items")
                .forEach(item -> names.add(item.path("name").asText()));
        return names;
    }
}
