package org.vaksam.testkit.tck;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.extension.ExtendWith;
import org.vaksam.testkit.tck.Description.Operation;
import org.vaksam.testkit.tck.RecordKinds.Kind;

/**
 * What every module must live up to, on the real platform inside the test. A module extends it and writes nothing:
 *
 * <pre>{@code class MyAreaTck extends ModuleTck {}}</pre>
 *
 * The class's name ends in {@code Tck}, which Maven takes for a test. At the end it prints the {@link Tier} and what is missing
 * for the next. The system property {@code vaksam.tck.previous} names the file of a release to update from.
 */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
@ExtendWith(TierReport.class)
public abstract class ModuleTck extends ModuleOnPlatform {
    private static final int UPDATES = 10;

    /** Below this tier a failing check fails the build; above it, it is only reported. */
    protected Tier required() {
        return Tier.GOLD;
    }

    @Test
    @Order(1)
    @Checks(Tier.BRONZE)
    @DisplayName("a plan is possible, leaves nothing behind, and is the same when made again")
    void plan() throws Exception {
        Set<String> before = shape();
        JsonNode plan = installation().plan(module().version());
        none("It cannot be installed", texts(plan.path("problems")));
        assertEquals(plan.path("hash"), installation().plan(module().version()).path("hash"), "The plan changes");
        assertEquals(before, shape(), "Planning has changed the database");
        none("Planning left bundles behind", platform().moduleBundles());
    }

    @Test
    @Order(2)
    @Checks(Tier.BRONZE)
    @DisplayName("it installs and is well")
    void install() throws Exception {
        installation().present();
        JsonNode health = installation().live().path("health");
        assertEquals("OK", health.path("status").asText(), () -> "Its health check says: " + health.path("message"));
    }

    @Test
    @Order(3)
    @Checks(Tier.BRONZE)
    @DisplayName("it exports nothing and sees the platform's API only")
    void packages() throws Exception {
        none("It exports packages; put what others need in an api bundle", module().packages("Export-Package"));
        none(
                "It imports the inside of the platform; use org.vaksam.api",
                module().packages("Import-Package").stream()
                        .filter(name -> name.startsWith("org.vaksam.") && !name.startsWith("org.vaksam.api"))
                        .toList());
    }

    @Test
    @Order(4)
    @Checks(Tier.SILVER)
    @DisplayName("its schema goes up, down without a trace, and up again")
    void schema() throws Exception {
        installation().present();
        Set<String> with = shape();
        installation().away("purge");
        same("The down scripts do not undo the up scripts", untouched(), shape());
        installation().present();
        same("The up scripts give other tables the second time", with, shape());
    }

    @Test
    @Order(5)
    @Checks(Tier.SILVER)
    @DisplayName("every address refuses strangers, and accounts without a role")
    void permissions() throws Exception {
        installation().present();
        PlatformClient nobody = client().nobody();
        var lets = new ArrayList<String>();
        for (Operation operation : description().operations()) {
            String path = operation.path().replaceAll("\\{[^}]*}", "0");
            int stranger =
                    client().anonymous().call(operation.method(), path, "").status();
            int person = nobody.call(operation.method(), path, "{}").status();
            if (!operation.isOpen() && (stranger != 401 || person != 403 && person != 404)) {
                lets.add(operation + " answers a stranger " + stranger + " and an account without roles " + person);
            }
        }
        none("Put @Requires with a permission of the module on these methods", lets);
    }

    @Test
    @Order(6)
    @Checks(Tier.SILVER)
    @DisplayName("every permission is used, and every permission that is used is declared")
    void permissionsUsed() throws Exception {
        installation().present();
        var declared = new TreeSet<String>();
        module().descriptor()
                .path("permissions")
                .forEach(each -> declared.add(each.path("id").asText()));
        var used = new HashSet<String>();
        description()
                .operations()
                .forEach(each -> used.add(each.details().path("x-permission").asText()));
        kinds().forEach(kind -> used.addAll(kind.definition().findValuesAsText("permission")));
        used.removeIf(id -> !id.startsWith(module().id() + ":"));
        none(
                "Used but not declared in module.json",
                used.stream().filter(id -> !declared.contains(id)).toList());
        module().descriptor().path("records").forEach(type -> List.of(
                        "create", "read", "handle", "restricted", "secrecy")
                .forEach(verb -> used.add(module().id() + ":" + type.path("id").asText() + ":" + verb)));
        module().descriptor()
                .path("imports")
                .forEach(each -> used.add(each.path("permission").asText()));
        none(
                "Declared but never used",
                declared.stream().filter(id -> !used.contains(id)).toList());
    }

    @Test
    @Order(7)
    @Checks(Tier.SILVER)
    @DisplayName("uninstalled with its data kept and installed again, its records are there")
    void keep() throws Exception {
        installation().present();
        String record = create(anyKind());
        installation().away("keep");
        installation().change(module().version());
        client().get(record).expect(200);
    }

    @Test
    @Order(8)
    @Checks(Tier.SILVER)
    @DisplayName("a purge removes everything")
    void purge() throws Exception {
        installation().present();
        kinds().stream().findFirst().ifPresent(this::create);
        installation().away("purge");
        none("After a purge there is still", platform().inspect(sql -> Tables.mentions(sql, module().id())));
        none("After a purge there are still bundles", platform().moduleBundles());
    }

    @Test
    @Order(9)
    @Checks(Tier.GOLD)
    @DisplayName("every text is there in Swedish and in English")
    void texts() {
        var problems = new ArrayList<>(Texts.problems("module.json", module().descriptor()));
        module().documents("META-INF/vaksam/definitions/")
                .forEach((name, document) -> problems.addAll(Texts.problems(name, document)));
        Map<String, JsonNode> languages = module().documents("META-INF/vaksam/i18n/");
        languages.forEach(
                (name, one) -> languages.forEach((other, two) -> problems.addAll(Texts.difference(other, one, two))));
        none("Texts", problems);
    }

    @Test
    @Order(10)
    @Checks(Tier.GOLD)
    @DisplayName("its REST is described")
    void openApi() throws Exception {
        installation().present();
        none("OpenAPI", description().problems());
    }

    @Test
    @Order(11)
    @Checks(Tier.GOLD)
    @DisplayName("every state can be reached, and the smallest record of every kind can be created and read")
    void definitions() throws Exception {
        installation().present();
        for (Kind kind : kinds()) {
            none("Definition", kind.unreachable());
            client().get(create(kind)).expect(200);
        }
    }

    @Test
    @Order(12)
    @Checks(Tier.GOLD)
    @DisplayName("updated and rolled back while people work, no request fails and no record is lost")
    void update() throws Exception {
        installation().away("purge");
        installation().former();
        Kind kind = anyKind();
        var load = new Load(client(), kind);
        try (load) {
            installation().change(module().version());
            installation().rollback();
            installation().change(module().version());
        }
        none("Requests failed during the update", load.failures());
        for (String record : load.created()) {
            client().get(record).expect(200);
        }
    }

    @Test
    @Order(13)
    @Checks(Tier.GOLD)
    @DisplayName("the class loaders of revisions that were replaced are gone")
    void leak() throws Exception {
        installation().present();
        var watch = new LoaderWatch();
        for (int i = 1; i <= UPDATES; i++) {
            kinds().stream().findFirst().ifPresent(this::create);
            watch.watch(platform().moduleBundles());
            installation().change("0.1." + i);
        }
        none("Threads, statics or listeners of the module keep old revisions in memory", watch.staying());
    }

    @Test
    @Order(14)
    @Checks(Tier.PLATINUM)
    @DisplayName("every permission is in a role it suggests")
    void roles() {
        var given = new HashSet<String>();
        module().descriptor().path("roles").forEach(role -> role.path("permissions")
                .forEach(id -> given.add(id.asText())));
        var left = new ArrayList<String>();
        module().descriptor()
                .path("permissions")
                .forEach(each -> left.add(each.path("id").asText()));
        left.removeAll(given);
        none("Permissions in no role of module.json", left);
    }
}
