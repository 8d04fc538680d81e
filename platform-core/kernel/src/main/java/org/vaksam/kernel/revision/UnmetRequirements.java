package org.vaksam.kernel.revision;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleException;
import org.osgi.framework.namespace.ExecutionEnvironmentNamespace;
import org.osgi.framework.namespace.PackageNamespace;
import org.osgi.framework.wiring.BundleRequirement;
import org.osgi.framework.wiring.BundleRevision;
import org.osgi.framework.wiring.FrameworkWiring;
import org.osgi.resource.Namespace;
import org.vaksam.api.problem.Problem;
import org.vaksam.api.text.Text;

/** Why a bundle does not resolve, in words. */
final class UnmetRequirements {
    private static final Pattern PACKAGE = Pattern.compile("\\(osgi\\.wiring\\.package=([^)]+)\\)");
    private static final Pattern FROM = Pattern.compile("\\(version>=([^)]+)\\)");
    private static final Pattern BELOW = Pattern.compile("\\(!\\(version>=([^)]+)\\)\\)");
    private static final Text NEXT = new Text(
            "Installera det som saknas eller en version av modulen som passar plattformen, och planera igen.",
            "Install what is missing, or a version of the module that fits the platform, and plan again.");

    private UnmetRequirements() {}

    static Problem of(Bundle bundle, FrameworkWiring framework) {
        var unmet = new ArrayList<Text>();
        for (BundleRequirement requirement : bundle.adapt(BundleRevision.class).getDeclaredRequirements(null)) {
            if (isMandatory(requirement) && framework.findProviders(requirement).isEmpty()) {
                unmet.add(words(requirement));
            }
        }
        return unmet.isEmpty() ? asTheFrameworkSays(bundle) : missing(unmet);
    }

    private static boolean isMandatory(BundleRequirement requirement) {
        var directives = requirement.getDirectives();
        String effective =
                directives.getOrDefault(Namespace.REQUIREMENT_EFFECTIVE_DIRECTIVE, Namespace.EFFECTIVE_RESOLVE);
        String resolution =
                directives.getOrDefault(Namespace.REQUIREMENT_RESOLUTION_DIRECTIVE, Namespace.RESOLUTION_MANDATORY);
        return effective.equals(Namespace.EFFECTIVE_RESOLVE)
                && resolution.equals(Namespace.RESOLUTION_MANDATORY)
                && !requirement.getNamespace().startsWith("osgi.wiring.host");
    }

    private static Text words(BundleRequirement requirement) {
        String filter = requirement.getDirectives().getOrDefault(Namespace.REQUIREMENT_FILTER_DIRECTIVE, "");
        return switch (requirement.getNamespace()) {
            case PackageNamespace.PACKAGE_NAMESPACE -> {
                String name = find(PACKAGE, filter) + range(filter);
                yield new Text("paketet " + name, "the package " + name);
            }
            case ExecutionEnvironmentNamespace.EXECUTION_ENVIRONMENT_NAMESPACE ->
                new Text("en nyare Java " + filter, "a newer Java " + filter);
            default -> Text.same(requirement.getNamespace() + " " + filter);
        };
    }

    private static String range(String filter) {
        String from = find(FROM, filter);
        String below = find(BELOW, filter);
        if (from.isEmpty()) {
            return "";
        }
        return below.isEmpty() ? " " + from : " [" + from + "," + below + ")";
    }

    private static String find(Pattern pattern, String filter) {
        Matcher matcher = pattern.matcher(filter);
        return matcher.find() ? matcher.group(1) : "";
    }

    private static Problem missing(List<Text> unmet) {
        return Refusal.of(
                new Text(
                        "Plattformen saknar "
                                + String.join(", ", unmet.stream().map(Text::sv).toList()) + ", som modulen kräver.",
                        "The platform lacks "
                                + String.join(", ", unmet.stream().map(Text::en).toList())
                                + ", which the module requires."),
                NEXT);
    }

    private static Problem asTheFrameworkSays(Bundle bundle) {
        try {
            bundle.start(Bundle.START_TRANSIENT);
            throw new IllegalStateException(bundle.getLocation() + " resolved at the second try");
        } catch (BundleException e) {
            return Refusal.of(
                            new Text(
                                    "Modulen passar inte ihop med plattformen: " + e.getMessage() + ".",
                                    "The module does not fit the platform: " + e.getMessage() + "."),
                            NEXT)
                    .causedBy(e);
        }
    }
}
