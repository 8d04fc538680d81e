package org.vaksam.kernel.file;

import java.security.CodeSigner;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.jar.Attributes;
import java.util.jar.JarEntry;
import java.util.jar.Manifest;
import org.vaksam.kernel.trust.Seal;

/** Collects who has signed the entries of a jar; each is handed in after it has been read to its end. */
final class SealReader {
    private static final String FOLDER = "META-INF/";

    private final Set<String> names = new HashSet<>();
    private final Set<CodeSigner> some = new HashSet<>();
    private final Set<String> unsigned = new HashSet<>();
    private Optional<List<CodeSigner>> common = Optional.empty();

    void add(JarEntry entry) throws InvalidModuleFile {
        String name = entry.getName();
        if (!names.add(name)) {
            throw new TamperedModuleFile(name);
        }
        if (entry.isDirectory() || isSigningRelated(name)) {
            return;
        }
        CodeSigner[] signers = entry.getCodeSigners();
        List<CodeSigner> here = signers == null ? List.of() : List.of(signers);
        if (here.isEmpty()) {
            unsigned.add(name);
        }
        some.addAll(here);
        common = Optional.of(
                common.map(all -> all.stream().filter(here::contains).toList()).orElse(here));
    }

    /** The seal, when all that was signed is there and all that is there was signed by the same. */
    Seal seal(Manifest manifest) throws InvalidModuleFile {
        if (some.isEmpty()) {
            return Seal.none();
        }
        List<CodeSigner> signers = common.orElse(List.of());
        if (signers.isEmpty()) {
            throw new TamperedModuleFile(unsigned.stream().sorted().findFirst().orElse(FOLDER));
        }
        for (Map.Entry<String, Attributes> section : manifest.getEntries().entrySet()) {
            if (hasDigest(section.getValue()) && !names.contains(section.getKey())) {
                throw new TamperedModuleFile(section.getKey());
            }
        }
        return new Seal(signers);
    }

    private static boolean hasDigest(Attributes attributes) {
        return attributes.keySet().stream()
                .anyMatch(key -> key.toString().toUpperCase(Locale.ROOT).endsWith("-DIGEST"));
    }

    /** The manifest and the signatures themselves; JAR File Specification, "Signed JAR File". */
    private static boolean isSigningRelated(String path) {
        String name = path.toUpperCase(Locale.ROOT);
        if (!name.startsWith(FOLDER) || name.indexOf('/', FOLDER.length()) >= 0) {
            return false;
        }
        String file = name.substring(FOLDER.length());
        return file.equals("MANIFEST.MF")
                || file.startsWith("SIG-")
                || file.endsWith(".SF")
                || file.endsWith(".DSA")
                || file.endsWith(".RSA")
                || file.endsWith(".EC");
    }
}
