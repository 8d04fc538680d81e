package org.vaksam.spi.data;

import java.util.List;
import java.util.Map;
import org.osgi.annotation.versioning.ProviderType;
import org.osgi.framework.Bundle;

/**
 * Ordered scripts {@code META-INF/vaksam/db/NNN-name[.derby|.postgresql].up.sql} and {@code .down.sql} of a bundle, run on the
 * thread's transaction with the owner's schema as default; remembered (with their down scripts) in the platform's schema.
 */
@ProviderType
public interface Migrations {
    /** The owner of the platform's own tables; its schema is the platform's. */
    String PLATFORM = "platform";

    /**
     * One executed statement.
     *
     * @param script number and name, for example {@code 001-base}
     * @param rows   rows changed
     * @param millis time it took
     */
    record Statement(String script, String sql, int rows, long millis) {}

    /**
     * Brings a platform bundle's tables up to date, in a transaction of its own. Called from the constructor of the component
     * that needs them.
     *
     * @param part unique name of the bundle's scripts, for example {@code journal}
     */
    void platform(String part, Bundle bundle);

    /** Runs what is missing of a module's scripts; creates its schema first. Refuses when an applied script was edited. */
    List<Statement> up(String module, Bundle bundle);

    /** Undoes a module's scripts with the down scripts that were stored with them, newest first. */
    List<Statement> down(String module);

    /** The script files of platform bundles that have brought their tables up to date: owner to file name to text. */
    Map<String, Map<String, String>> platformFiles();

    /** Scripts applied so far, as {@code NNN-name}, oldest first. */
    List<String> applied(String module);
}
