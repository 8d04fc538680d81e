package org.vaksam.kernel.plan;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Predicate;
import org.osgi.framework.Constants;
import org.vaksam.api.text.Text;
import org.vaksam.kernel.file.ModuleFile;

/** A module is an ordinary bundle that sees the platform's API, exports nothing and attaches itself to nobody. */
final class ManifestCheck implements PlanCheck {
    private static final String PLATFORM_ONLY = "org.vaksam.spi";

    @Override
    public List<Text> problems(ModuleFile file, World world) {
        var problems = new ArrayList<Text>();
        if (header(file, Constants.BUNDLE_SYMBOLICNAME).isEmpty()) {
            problems.add(new Text(
                    "Filen är inget OSGi-paket: Bundle-SymbolicName saknas i manifestet. Bygg den med modulernas"
                            + " gemensamma Maven-förälder.",
                    "The file is no OSGi bundle: its manifest has no Bundle-SymbolicName. Build it with the modules'"
                            + " common Maven parent."));
        }
        refuse(problems, file, Constants.IMPORT_PACKAGE, ManifestCheck::isPlatformOnly);
        refuse(problems, file, Constants.DYNAMICIMPORT_PACKAGE, ManifestCheck::reachesPlatform);
        refuse(problems, file, Constants.EXPORT_PACKAGE, name -> true);
        refuse(problems, file, Constants.REQUIRE_BUNDLE, name -> true);
        refuse(problems, file, Constants.FRAGMENT_HOST, name -> true);
        return problems;
    }

    private static void refuse(List<Text> problems, ModuleFile file, String header, Predicate<String> refused) {
        List<String> names =
                names(header(file, header)).stream().filter(refused).toList();
        if (!names.isEmpty()) {
            String found = header + ": " + String.join(", ", names);
            problems.add(new Text(
                    "Manifestet innehåller " + found + ". " + reason(header).sv(),
                    "The manifest contains " + found + ". " + reason(header).en()));
        }
    }

    private static Text reason(String header) {
        return switch (header) {
            case Constants.IMPORT_PACKAGE, Constants.DYNAMICIMPORT_PACKAGE ->
                new Text(
                        "Det är plattformens inre; använd bara paket under org.vaksam.api.",
                        "That is the platform's inside; use packages below org.vaksam.api only.");
            case Constants.EXPORT_PACKAGE ->
                new Text(
                        "En modul exporterar inget; lägg det som andra behöver i ett eget api-paket.",
                        "A module exports nothing; put what others need in an api bundle of its own.");
            default ->
                new Text(
                        "En modul hängs inte ihop med andra paket; använd tjänster.",
                        "A module is not tied to other bundles; use services.");
        };
    }

    private static boolean isPlatformOnly(String name) {
        return name.equals(PLATFORM_ONLY) || name.startsWith(PLATFORM_ONLY + ".");
    }

    private static boolean reachesPlatform(String pattern) {
        String prefix = pattern.endsWith("*") ? pattern.substring(0, pattern.length() - 1) : pattern;
        return isPlatformOnly(pattern) || pattern.endsWith("*") && (PLATFORM_ONLY + ".").startsWith(prefix);
    }

    private static String header(ModuleFile file, String name) {
        String value = file.manifest().getMainAttributes().getValue(name);
        return value == null ? "" : value;
    }

    /** The names in a header: clauses without quoted text, attributes and directives. */
    private static List<String> names(String header) {
        String unquoted = header.replaceAll("\"[^\"]*\"", "");
        return Arrays.stream(unquoted.split(","))
                .flatMap(clause -> Arrays.stream(clause.split(";")))
                .map(String::strip)
                .filter(part -> !part.isEmpty() && !part.contains("="))
                .toList();
    }
}
