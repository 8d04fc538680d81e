package org.vaksam.data;

import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;
import org.osgi.framework.Bundle;

/** What every test of this bundle needs: the layer over an empty database. */
abstract class DataTest {
    Layer layer;
    Path directory;

    @SuppressWarnings("NullAway.Init") // the fields are set before each test
    DataTest() {}

    abstract Layer open(Path directory) throws Exception;

    @BeforeEach
    void openLayer(@TempDir Path folder) throws Exception {
        directory = folder;
        layer = open(folder);
    }

    @AfterEach
    void closeLayer() throws Exception {
        layer.close();
    }

    /** A bundle with these scripts: name to statements. */
    Bundle scripts(Map<String, String> scripts) throws Exception {
        var files = new java.util.HashMap<String, String>();
        scripts.forEach((name, code) -> files.put("META-INF/vaksam/db/" + name, code));
        return FolderBundle.with(directory, files);
    }

    long count(String table) {
        return layer.database.read(sql -> sql.number("SELECT count(*) FROM " + table));
    }
}
