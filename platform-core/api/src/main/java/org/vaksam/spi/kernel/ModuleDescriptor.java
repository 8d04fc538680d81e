package org.vaksam.spi.kernel;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.vaksam.api.text.Text;

/**
 * What a module says of itself in {@code META-INF/vaksam/module.json}; read and validated without starting the bundle.
 *
 * @param id         lower case letters, digits and hyphens; first path segment of its REST, name of its schema
 * @param version    {@code major.minor.micro}
 * @param platform   version range of the platform it runs on
 * @param assets     types of assets it brings, as they stand in the file
 * @param contributes extension point (for example {@code console/nav/v1}) to contributions, as they stand in the file
 */
public record ModuleDescriptor(
        String id,
        String version,
        Text title,
        String platform,
        List<String> needs,
        List<RecordType> records,
        List<Map<String, Object>> assets,
        List<Permission> permissions,
        List<Role> roles,
        Map<String, List<Map<String, Object>>> contributes,
        List<ImportDeclaration> imports) {

    /** Of an area that brings no types of assets. */
    public ModuleDescriptor(
            String id,
            String version,
            Text title,
            String platform,
            List<String> needs,
            List<RecordType> records,
            List<Permission> permissions,
            List<Role> roles,
            Map<String, List<Map<String, Object>>> contributes,
            List<ImportDeclaration> imports) {
        this(id, version, title, platform, needs, records, List.of(), permissions, roles, contributes, imports);
    }

    /**
     * A kind of thing the area handles.
     *
     * @param id     together with the module it names the type: {@code incidents.report}
     * @param path   path segment of its REST, for example {@code reports}
     * @param number prefix of its numbers, for example {@code INC}
     */
    public record RecordType(String id, String path, String number, String icon, Text title, Text titles) {}

    /** A permission, {@code module:thing:verb}. */
    public record Permission(String id, Text title) {}

    /** A suggested role. */
    public record Role(String id, Text title, List<String> permissions) {}

    /**
     * A format the module can import.
     *
     * @param accepts  endings of file names
     * @param elements names of the XML elements that are its items; empty when it is not XML
     */
    public record ImportDeclaration(
            String id, Text title, List<String> accepts, List<String> elements, String permission) {
        /** Of a format that is not XML. */
        public ImportDeclaration(String id, Text title, List<String> accepts, String permission) {
            this(id, title, accepts, List.of(), permission);
        }
    }

    /** The full name of one of its record types. */
    public String typeOf(RecordType record) {
        return id + "." + record.id();
    }

    /** Its record type with this path. */
    public Optional<RecordType> recordAt(String path) {
        return records.stream().filter(r -> r.path().equals(path)).findFirst();
    }
}
