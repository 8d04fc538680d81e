package org.vaksam.data;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import org.vaksam.api.problem.Problem;
import org.vaksam.api.text.Text;

/** Names of schemas: one for the platform, one per module. */
final class Schemas {
    static final String PLATFORM = "vaksam";

    private static final Pattern MODULE = Pattern.compile("[a-z][a-z0-9]*(-[a-z0-9]+)*");
    private static final int MAX_LENGTH = 60;
    private static final Set<String> TAKEN =
            Set.of(PLATFORM, "app", "information_schema", "nullid", "public", "sqlj", "user", "platform");

    private Schemas() {}

    /** The schema of a module: its id with {@code _} for {@code -}; refuses what is no id or is the database's own. */
    static String of(String module) {
        if (!MODULE.matcher(module).matches()
                || module.length() > MAX_LENGTH
                || TAKEN.contains(module)
                || module.startsWith("sys")
                || module.startsWith("pg-")) {
            throw Problem.of(
                    "bad-module-id",
                    422,
                    new Text("Modulens id kan inte användas", "The module's id cannot be used"),
                    new Text(
                            "Id måste bestå av gemener, siffror och bindestreck och får inte vara upptaget av databasen.",
                            "The id must consist of lower case letters, digits and hyphens, and must not be taken by the"
                                    + " database."));
        }
        return module.replace('-', '_');
    }

    static boolean exists(Connection connection, String schema) throws SQLException {
        try (ResultSet schemas = connection.getMetaData().getSchemas()) {
            while (schemas.next()) {
                if (schema.equalsIgnoreCase(schemas.getString("TABLE_SCHEM"))) {
                    return true;
                }
            }
            return false;
        }
    }

    static boolean isEmpty(Connection connection, String schema) throws SQLException {
        String name = connection.getMetaData().storesUpperCaseIdentifiers() ? schema.toUpperCase(Locale.ROOT) : schema;
        try (ResultSet tables = connection.getMetaData().getTables(null, name, "%", null)) {
            return !tables.next();
        }
    }
}
