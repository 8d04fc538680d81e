package org.vaksam.itests.support;

import java.nio.file.Path;

/** Versions of the incidents module after the one that is shipped: each has a column, an index and a field more than the one before. */
public final class IncidentVersions {
    private static final String SCRIPTS = "META-INF/vaksam/db/";
    private static final String THEFT = "META-INF/vaksam/definitions/theft.definition.json";

    private final ModuleVariant module;
    private final Path folder;
    private int last;

    public IncidentVersions(Distribution distribution) {
        module = new ModuleVariant(distribution.offered("incidents"));
        folder = distribution.data();
    }

    /** The file of the next version: 1.1.0, 1.2.0 and so on. */
    public Path next() {
        last++;
        String script = "%03d-extra".formatted(100 + last);
        module.version("1." + last + ".0")
                .put(
                        SCRIPTS + script + ".up.sql",
                        "ALTER TABLE police_type ADD COLUMN extra" + last + " VARCHAR(20);\nCREATE INDEX ix_extra"
                                + last + " ON police_type (extra" + last + ");\n")
                .put(
                        SCRIPTS + script + ".down.sql",
                        "DROP INDEX ix_extra" + last + ";\nALTER TABLE police_type DROP COLUMN extra" + last + ";\n")
                .edit(THEFT, this::withOneMoreField);
        return module.write(folder.resolve("incidents-1." + last + ".0.jar"));
    }

    private String withOneMoreField(String definition) {
        String field = "{\"id\":\"extra%1$d\",\"type\":\"text\",\"maxLength\":40,\"facet\":true,".formatted(last)
                + "\"label\":{\"sv\":\"Extra %1$d\",\"en\":\"Extra %1$d\"}},".formatted(last);
        return definition.replaceFirst("\"fields\"\\s*:\\s*\\[", "\"fields\": [ " + field);
    }
}
