package org.vaksam.testkit.broken;

import static org.vaksam.testkit.broken.BrokenModule.Stage.APPLY;
import static org.vaksam.testkit.broken.BrokenModule.Stage.PLAN;

import java.time.Duration;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.vaksam.api.health.HealthCheck;
import org.vaksam.api.text.Text;
import org.vaksam.testkit.SampleJar;

/** Broken updates of a module that is well, and the exact words each must get. Files that are no modules are in {@link BrokenFiles}. */
public final class BrokenModules {
    /** Id of the module that is to be updated. */
    public static final String ID = "alfa";

    /** How long the platform that installs them must let a module start. */
    public static final Duration PATIENCE = Duration.ofSeconds(4);

    private static final String HEALTH = "org.vaksam.api.health,org.vaksam.api.text";
    private static final String NO_ACTIVATOR =
            "ClassNotFoundException: org.nowhere.Activator not found by org.vaksam.module.alfa.";
    private static final String PLAN_AGAIN_SV = " Rätta modulen och planera igen.";
    private static final String PLAN_AGAIN_EN = " Correct the module and plan again.";
    private static final String REMOVE_CAUSE_SV = " Åtgärda orsaken och planera igen. Den förra revisionen är orörd.";
    private static final String REMOVE_CAUSE_EN = " Remove the cause and plan again. The former revision is untouched.";

    private BrokenModules() {}

    /** The one that is well, and live when the broken ones come. */
    public static SampleJar good(String version) {
        return SampleJar.module(ID, version)
                .script("001-base", "CREATE TABLE things (id INTEGER NOT NULL)", "DROP TABLE things");
    }

    /** All, whoever finds out; on the embedded database, whose words are among them. */
    public static Stream<BrokenModule> all() {
        return Stream.of(wiring(), database(), health(), starting()).flatMap(each -> each);
    }

    private static Stream<BrokenModule> wiring() {
        return Stream.of(
                broken(
                        "missing import",
                        PLAN,
                        better().header("Import-Package", "org.nowhere;version=\"[1.0,2.0)\""),
                        "Plattformen saknar paketet org.nowhere [1.0.0,2.0.0), som modulen kräver. Installera det som saknas"
                                + " eller en version av modulen som passar plattformen, och planera igen.",
                        "The platform lacks the package org.nowhere [1.0.0,2.0.0), which the module requires. Install what"
                                + " is missing, or a version of the module that fits the platform, and plan again."),
                broken(
                        "the platform's inside",
                        PLAN,
                        better().header("Import-Package", "org.vaksam.spi.kernel"),
                        "Manifestet innehåller Import-Package: org.vaksam.spi.kernel. Det är plattformens inre; använd bara"
                                + " paket under org.vaksam.api.",
                        "The manifest contains Import-Package: org.vaksam.spi.kernel. That is the platform's inside; use"
                                + " packages below org.vaksam.api only."),
                broken(
                        "exports",
                        PLAN,
                        better().header("Export-Package", "org.alfa"),
                        "Manifestet innehåller Export-Package: org.alfa. En modul exporterar inget; lägg det som andra"
                                + " behöver i ett eget api-paket.",
                        "The manifest contains Export-Package: org.alfa. A module exports nothing; put what others need in"
                                + " an api bundle of its own."),
                broken(
                        "fragment",
                        PLAN,
                        better().header("Fragment-Host", "org.vaksam.kernel"),
                        "Manifestet innehåller Fragment-Host: org.vaksam.kernel. En modul hängs inte ihop med andra paket;"
                                + " använd tjänster.",
                        "The manifest contains Fragment-Host: org.vaksam.kernel. A module is not tied to other bundles; use"
                                + " services."),
                broken(
                        "missing module",
                        PLAN,
                        described(SampleJar.descriptor(ID, "2.0.0", "\"needs\": [\"beta\"]")),
                        "Modulen behöver beta, som inte är i drift. Installera beta först.",
                        "The module needs beta, which is not live. Install beta first."),
                broken(
                        "wrong platform range",
                        PLAN,
                        described(SampleJar.descriptor(ID, "2.0.0", "\"needs\": []")
                                .replace("[1.0,2)", "[2.0,3)")),
                        "Modulen är gjord för plattformen [2.0,3); det här är 1.0.0. Välj en version av modulen som passar,"
                                + " eller uppdatera plattformen.",
                        "The module is made for platform [2.0,3); this is 1.0.0. Choose a version of the module that fits,"
                                + " or update the platform."));
    }

    private static Stream<BrokenModule> database() {
        return Stream.of(
                broken(
                        "downgrade",
                        PLAN,
                        SampleJar.module(ID, "0.9.0"),
                        "Databasen har ändrats av 001-base, som version 0.9.0 inte känner till. Välj en nyare version, eller"
                                + " gå tillbaka med återställning.",
                        "The database was changed by 001-base, which version 0.9.0 does not know. Choose a newer version, or"
                                + " go back with a rollback."),
                stopped(
                        "script that no database understands",
                        "CREATE TABEL more (id INTEGER)",
                        "Syntax error: Encountered \"TABEL\" at line 1, column 8."),
                stopped(
                        "script that the data contradict",
                        "INSERT INTO things VALUES (1), (1);\nCREATE UNIQUE INDEX one ON things (id)",
                        "The statement was aborted because it would have caused a duplicate key value in a unique or primary"
                                + " key constraint or unique index identified by 'ONE' defined on 'THINGS'."));
    }

    private static BrokenModule stopped(String name, String sql, String why) {
        return broken(
                name,
                PLAN,
                better().script("002-more", sql, "DROP TABLE more"),
                "Skriptet 002-more stoppades av databasen: " + why
                        + " Rätta satsen. Ingenting av skriptet har sparats.",
                "The script 002-more was stopped by the database: " + why
                        + " Correct the statement. Nothing of the script was stored.");
    }

    private static Stream<BrokenModule> health() {
        return Stream.of(
                broken(
                        "unhealthy",
                        APPLY,
                        changing()
                                .header("Import-Package", HEALTH)
                                .component(Sick.class, HealthCheck.class.getName(), ""),
                        "Den nya revisionen mår inte bra: Kortläsaren svarar inte." + REMOVE_CAUSE_SV,
                        "The new revision is not well: The card reader does not answer." + REMOVE_CAUSE_EN),
                broken(
                        "health check that cannot be activated",
                        APPLY,
                        changing().component(Sick.class, HealthCheck.class.getName(), ""),
                        "Den nya revisionen mår inte bra: En hälsokontroll kunde inte aktiveras." + REMOVE_CAUSE_SV,
                        "The new revision is not well: A health check could not be activated." + REMOVE_CAUSE_EN));
    }

    private static Stream<BrokenModule> starting() {
        return Stream.of(
                broken(
                        "service that nobody offers",
                        PLAN,
                        better().component(
                                        Explosive.class,
                                        Runnable.class.getName(),
                                        "<reference name=\"wanted\" interface=\"" + Supplier.class.getName() + "\"/>"),
                        "Komponenten org.vaksam.testkit.broken.Explosive behöver tjänsten java.util.function.Supplier, som"
                                + " ingen erbjuder. Installera modulen som ger tjänsten först, eller rätta modulen.",
                        "The component org.vaksam.testkit.broken.Explosive needs the service java.util.function.Supplier,"
                                + " which nobody offers. Install the module that provides the service first, or correct the"
                                + " module."),
                broken(
                        "resource that cannot be activated",
                        APPLY,
                        changing()
                                .component(
                                        Explosive.class,
                                        Explosive.class.getName(),
                                        "<property name=\"osgi.jakartars.resource\" value=\"true\"/>"),
                        "REST-resursen org.vaksam.testkit.broken.Explosive kunde inte aktiveras. Loggen säger varför; rätta"
                                + " modulen och planera igen.",
                        "The REST resource org.vaksam.testkit.broken.Explosive could not be activated. The log says why;"
                                + " correct the module and plan again."),
                notActivated(Explosive.class, "java.lang.IllegalStateException: no fuse"),
                notActivated(Bottomless.class, "java.lang.StackOverflowError"),
                broken(
                        "activator that is missing",
                        APPLY,
                        changing().header("Bundle-Activator", "org.nowhere.Activator"),
                        "Modulen startar inte: " + NO_ACTIVATOR + PLAN_AGAIN_SV,
                        "The module does not start: " + NO_ACTIVATOR + PLAN_AGAIN_EN));
    }

    /**
     * Modules that are never finished with starting. They are given up after {@link #PATIENCE}; the framework may keep their
     * bundles, invisible, until it ends.
     */
    public static Stream<BrokenModule> endless() {
        return Stream.of(
                endless("endless constructor", changing().immediate(Endless.class)),
                endless("constructor that waits", changing().immediate(Waiting.class)),
                endless(
                        "endless activator",
                        changing()
                                .header("Import-Package", "org.osgi.framework")
                                .header("Bundle-Activator", EndlessStart.class.getName())
                                .type(EndlessStart.class)
                                .type(Endless.class)),
                endless("endless health check", changing().component(Endless.class, HealthCheck.class.getName(), "")));
    }

    private static BrokenModule notActivated(Class<?> component, String why) {
        return broken(
                "constructor of " + component.getSimpleName(),
                APPLY,
                changing().immediate(component),
                "Komponenten " + component.getName() + " kunde inte aktiveras: " + why + "."
                        + " Rätta modulen och planera igen; loggen har hela felet.",
                "The component " + component.getName() + " could not be activated: " + why + "."
                        + " Correct the module and plan again; the log has the whole failure.");
    }

    private static BrokenModule endless(String name, SampleJar jar) {
        return broken(
                name,
                APPLY,
                jar,
                "Modulen alfa 2.0.0 blev inte klar med att starta inom " + PATIENCE.toSeconds()
                        + " sekunder, och väntan är över. Dess egen tråd kan"
                        + " fortsätta tills plattformen startas om; inget annat väntar på den. Flytta det som tar tid ur"
                        + " konstruktorer och aktivering, till bakgrundsarbete, och planera igen.",
                "The module alfa 2.0.0 has not finished starting within " + PATIENCE.toSeconds()
                        + " seconds and is waited for no longer. Its own"
                        + " thread may go on until the platform restarts; nothing else waits for it. Move what takes time"
                        + " out of constructors and activation, into background work, and plan again.");
    }

    /** An update that would be well. */
    static SampleJar better() {
        return good("2.0.0");
    }

    /** An update that would also change the schema. */
    private static SampleJar changing() {
        return better().script("002-more", "CREATE TABLE more (id INTEGER)", "DROP TABLE more");
    }

    /** An update with this descriptor. */
    static SampleJar described(String json) {
        return better().entry("META-INF/vaksam/module.json", json);
    }

    static BrokenModule broken(String name, BrokenModule.Stage stage, SampleJar jar, String swedish, String english) {
        return new BrokenModule(name, stage, new Text(swedish, english), jar::write);
    }
}
