package org.vaksam.testkit.broken;

import static org.vaksam.testkit.broken.BrokenModule.Stage.APPLY;

import java.util.stream.Stream;
import org.vaksam.testkit.SampleJar;

/** Modules whose REST is wrong, which only the gateway can tell. */
public final class BrokenResources {
    private static final String REST = "<property name=\"osgi.jakartars.resource\" value=\"true\"/>";

    private BrokenResources() {}

    /** All. */
    public static Stream<BrokenModule> all() {
        return Stream.of(
                BrokenModules.broken(
                        "method without a permission",
                        APPLY,
                        resource(rest("jakarta.ws.rs"), Unguarded.class),
                        "Metoderna säger inte vem som får anropa dem: " + Unguarded.class.getSimpleName()
                                + ".list. Märk varje metod"
                                + " (eller dess klass) med @Requires, @SignedIn eller @Open. Underresurser via metoder utan"
                                + " HTTP-metod stöds inte.",
                        "These methods do not say who may call them: " + Unguarded.class.getSimpleName()
                                + ".list. Mark each method"
                                + " (or its class) with @Requires, @SignedIn or @Open. Sub-resource locators are not"
                                + " supported."),
                BrokenModules.broken(
                        "the same address in two resources",
                        APPLY,
                        resource(
                                resource(rest("jakarta.ws.rs,org.vaksam.api.security"), FirstOfTwo.class),
                                SecondOfTwo.class),
                        "Flera metoder svarar på samma adress: FirstOfTwo.list, SecondOfTwo.list. Ge varje metod en egen adress"
                                + " eller en egen mediatyp.",
                        "Several methods answer the same address: FirstOfTwo.list, SecondOfTwo.list. Give each method an"
                                + " address or a media type of its own."));
    }

    private static SampleJar rest(String imports) {
        return BrokenModules.better().header("Import-Package", imports);
    }

    private static SampleJar resource(SampleJar jar, Class<?> type) {
        return jar.component(type, type.getName(), REST);
    }
}
