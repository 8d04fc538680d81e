package org.vaksam.security.store;

import java.sql.SQLException;
import java.util.List;
import java.util.Set;
import org.vaksam.api.text.Text;
import org.vaksam.security.store.PermissionTable.Permission;
import org.vaksam.security.store.RoleTable.Role;
import org.vaksam.spi.data.Sql;

/** What the platform itself lets people do, and the role that may do everything. */
public final class PlatformRoles {
    /** Owner of these rows, in the place of a module. */
    public static final String MODULE = "platform";

    /** Everything, also what modules bring later. */
    public static final String EVERYTHING = "*";

    public static final String ADMINISTRATOR = "administrator";
    public static final String MANAGE_ACCOUNTS = "platform:accounts:manage";
    public static final String MANAGE_ORGANISATION = "platform:organisation:manage";
    public static final String READ_PERSONS = "platform:persons:read";
    public static final String ERASE_PERSONS = "platform:persons:erase";

    private static final List<Permission> PERMISSIONS = List.of(
            permission("platform:modules:read", "Se installerade moduler", "See installed modules"),
            permission("platform:modules:manage", "Installera och ta bort moduler", "Install and remove modules"),
            permission(MANAGE_ACCOUNTS, "Hantera konton och roller", "Manage accounts and roles"),
            permission(MANAGE_ORGANISATION, "Ändra organisationens enheter", "Change the organisation's units"),
            permission("platform:assets:read", "Se tillgångar", "See assets"),
            permission("platform:assets:write", "Lägga till och ändra tillgångar", "Add and change assets"),
            permission("platform:actions:read", "Se åtgärder i enheter", "See actions of units"),
            permission(
                    "platform:actions:manage",
                    "Lägga upp och ändra åtgärder i enheter",
                    "Make and change actions of units"),
            permission("platform:backup:manage", "Hantera säkerhetskopior", "Manage backups"),
            permission("platform:journal:read", "Läsa och verifiera journalen", "Read and verify the journal"),
            permission("platform:journal:manage", "Återuppta journalens följare", "Resume followers of the journal"),
            permission("platform:definitions:manage", "Ändra formulär och processer", "Change forms and processes"),
            permission(
                    "platform:dashboards:manage",
                    "Göra översikter för roller och för alla",
                    "Make dashboards for roles and for everybody"),
            permission(
                    "platform:retention:manage",
                    "Gallra och ändra gallringsregler",
                    "Remove records and set retention rules"),
            permission("platform:retention:hold", "Besluta att poster ska bevaras", "Place records under a legal hold"),
            permission(
                    READ_PERSONS, "Söka och exportera allt om en person", "Find and export everything about a person"),
            permission(ERASE_PERSONS, "Radera uppgifter om en person", "Erase what is known of a person"),
            permission(
                    "platform:mail:manage",
                    "Se och hantera brev som inte gått att leverera",
                    "See and handle letters that could not be delivered"),
            permission("platform:metrics:read", "Läsa driftsvärden", "Read metrics"),
            permission("platform:imports:manage", "Se och hantera alla importer", "See and manage all imports"),
            permission("platform:feeds:manage", "Ställa in flöden", "Set up feeds"),
            permission(
                    "platform:feeds:tray",
                    "Läsa och rätta det som inte gick att läsa in",
                    "See and correct what could not be read"));

    private final Sql sql;

    public PlatformRoles(Sql sql) {
        this.sql = sql;
    }

    /** Writes what is missing or was changed by a newer platform; true when anything was. */
    public boolean ensure() throws SQLException {
        boolean changed = false;
        var permissions = new PermissionTable(sql);
        var known = permissions.ofModule(MODULE);
        for (Permission permission : PERMISSIONS) {
            if (!permission.equals(known.get(permission.id()))) {
                permissions.save(permission);
                changed = true;
            }
        }
        var roles = new RoleTable(sql);
        var administrator =
                new Role(ADMINISTRATOR, MODULE, new Text("Administratör", "Administrator"), false, Set.of(EVERYTHING));
        if (roles.find(ADMINISTRATOR).filter(administrator::says).isEmpty()) {
            roles.save(administrator);
            changed = true;
        }
        return changed;
    }

    private static Permission permission(String id, String swedish, String english) {
        return new Permission(id, MODULE, new Text(swedish, english), false);
    }
}
