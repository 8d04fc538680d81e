package org.vaksam.kernel.plan;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import org.vaksam.api.text.Text;
import org.vaksam.kernel.file.Checksums;
import org.vaksam.kernel.file.ModuleFile;
import org.vaksam.kernel.trust.Verdict;

/**
 * Everything a plan depends on: the same world gives the same plan.
 *
 * @param file         checksum of the module file, and of the archive it came in
 * @param registry     one line per module: id, version, checksum, state
 * @param scripts      the module's scripts that are applied
 * @param contributors platform bundles that take part
 * @param verdict      on the signature of the file
 */
public record World(
        String file,
        String platformVersion,
        List<String> registry,
        List<String> scripts,
        List<String> contributors,
        Verdict verdict) {

    /** Names this world, and with it the plan. */
    public String hash() {
        var lines = new ArrayList<String>();
        lines.add("file " + file);
        lines.add("platform " + platformVersion);
        registry.forEach(row -> lines.add("module " + row));
        scripts.forEach(script -> lines.add("script " + script));
        contributors.forEach(contributor -> lines.add("contributor " + contributor));
        lines.add("signature " + verdict.line());
        byte[] bytes = String.join("\n", lines).getBytes(StandardCharsets.UTF_8);
        return HexFormat.of().formatHex(Checksums.sha256().digest(bytes));
    }

    /** Whether the registry names exactly this file, running or kept. */
    boolean isRegistered(ModuleFile candidate) {
        String named = line(candidate.module(), candidate.version(), candidate.sha());
        return registry.stream().anyMatch(row -> row.startsWith(named));
    }

    /** Whether the module is installed or kept. */
    boolean hasModule(String module) {
        return registry.stream().anyMatch(row -> row.startsWith(module + " "));
    }

    /** How a line of the registry begins; the state follows. */
    static String line(String module, String version, String sha) {
        return module + " " + version + " " + sha + " ";
    }

    /** What is not as it was; empty when nothing has changed. */
    public Optional<Text> differenceTo(World now) {
        if (!registry.equals(now.registry)) {
            return Optional.of(new Text(
                    "Andra moduler har installerats, uppdaterats eller tagits bort sedan planen gjordes.",
                    "Other modules were installed, updated or removed since the plan was made."));
        }
        if (!scripts.equals(now.scripts)) {
            return Optional.of(new Text(
                    "Modulens tabeller har ändrats sedan planen gjordes.",
                    "The module's tables have changed since the plan was made."));
        }
        if (!verdict.line().equals(now.verdict.line())) {
            return Optional.of(new Text(
                    "Vem plattformen litar på, eller regeln för signaturer, har ändrats sedan planen gjordes.",
                    "Whom the platform trusts, or the policy for signatures, has changed since the plan was made."));
        }
        return equals(now)
                ? Optional.empty()
                : Optional.of(new Text(
                        "Plattformen har ändrats sedan planen gjordes.",
                        "The platform has changed since the plan was made."));
    }
}
