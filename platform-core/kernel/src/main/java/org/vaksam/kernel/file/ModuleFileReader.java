package org.vaksam.kernel.file;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import java.util.jar.Manifest;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.vaksam.api.text.Text;
import org.vaksam.spi.kernel.ModuleDescriptor;

/** Reads a module's file without starting it; every entry is read to its end, so a damaged file is found here. */
public final class ModuleFileReader {
    private static final Pattern SCRIPT =
            Pattern.compile("META-INF/vaksam/db/(\\d{3}-[a-z0-9-]+)(\\.[a-z]+)?\\.up\\.sql");
    /** Names that lead out of the folder somebody unpacks the file in. */
    private static final Pattern OUTSIDE = Pattern.compile("^[/\\\\]|^[A-Za-z]:|(^|[/\\\\])\\.\\.([/\\\\]|$)");

    private static final long UNPACKED_LIMIT = 1L << 30;
    private static final int ENTRY_LIMIT = 20_000;

    private final DescriptorReader descriptors;

    public ModuleFileReader(DescriptorReader descriptors) {
        this.descriptors = descriptors;
    }

    /** Everything about a file of the store. */
    public ModuleFile read(StoredFile stored) throws InvalidModuleFile {
        try (JarFile jar = new JarFile(stored.path().toFile(), true)) {
            var seals = new SealReader();
            Set<String> scripts = readThrough(jar, seals);
            String json = descriptorOf(jar);
            Manifest manifest = jar.getManifest();
            if (manifest == null) {
                throw new InvalidModuleFile(noBundle());
            }
            return new ModuleFile(
                    stored.path(),
                    stored.sha(),
                    descriptors.read(json),
                    json,
                    manifest,
                    scripts,
                    seals.seal(manifest),
                    Optional.empty());
        } catch (IOException | SecurityException e) {
            throw new InvalidModuleFile(unreadable(e));
        }
    }

    /** Only the descriptor, for the catalogue. */
    public ModuleDescriptor describe(Path file) throws InvalidModuleFile {
        try (JarFile jar = new JarFile(file.toFile(), false)) {
            return descriptors.read(descriptorOf(jar));
        } catch (IOException e) {
            throw new InvalidModuleFile(unreadable(e));
        }
    }

    private static Set<String> readThrough(JarFile jar, SealReader seals) throws IOException, InvalidModuleFile {
        var scripts = new TreeSet<String>();
        long unpacked = 0;
        if (jar.size() > ENTRY_LIMIT) {
            throw new InvalidModuleFile(tooMany());
        }
        for (JarEntry entry : (Iterable<JarEntry>) jar.stream()::iterator) {
            if (OUTSIDE.matcher(entry.getName()).find()) {
                throw new InvalidModuleFile(outside(entry.getName()));
            }
            try (InputStream in = jar.getInputStream(entry)) {
                unpacked += unpack(in, UNPACKED_LIMIT - unpacked);
            } catch (SecurityException e) {
                throw new TamperedModuleFile(whereIn(entry, e));
            }
            seals.add(entry);
            Matcher script = SCRIPT.matcher(entry.getName());
            if (script.matches()) {
                scripts.add(script.group(1));
            }
        }
        return scripts;
    }

    private static long unpack(InputStream in, long limit) throws IOException, InvalidModuleFile {
        var sink = new BoundedSink(limit);
        try {
            return in.transferTo(sink);
        } catch (IOException e) {
            if (sink.isFull()) {
                throw new InvalidModuleFile(tooLarge());
            }
            throw e;
        }
    }

    /** Java finds out about the manifest and the signatures when the first entry is read, whichever that is. */
    private static String whereIn(JarEntry entry, SecurityException failure) {
        return String.valueOf(failure.getMessage()).endsWith(entry.getName())
                ? entry.getName()
                : String.valueOf(failure.getMessage());
    }

    private static String descriptorOf(JarFile jar) throws IOException, InvalidModuleFile {
        JarEntry entry = jar.getJarEntry(DescriptorReader.PATH);
        if (entry == null) {
            throw new InvalidModuleFile(new Text(
                    "Filen är ingen modul: " + DescriptorReader.PATH
                            + " saknas. Bygg den med modulernas gemensamma Maven-förälder.",
                    "The file is no module: " + DescriptorReader.PATH
                            + " is missing. Build it with the modules' common Maven parent."));
        }
        try (InputStream in = jar.getInputStream(entry)) {
            return new String(in.readNBytes(1 << 18), StandardCharsets.UTF_8);
        }
    }

    private static Text noBundle() {
        return new Text(
                "Filen är ingen modul: META-INF/MANIFEST.MF saknas. Bygg den med modulernas gemensamma Maven-förälder.",
                "The file is no module: META-INF/MANIFEST.MF is missing. Build it with the modules' common Maven parent.");
    }

    private static Text tooLarge() {
        return new Text(
                "Filen packas upp till mer än 1 GiB. Installera den inte; en modul är mindre än så.",
                "The file unpacks to more than 1 GiB. Do not install it; a module is smaller than that.");
    }

    private static Text tooMany() {
        return new Text(
                "Filen innehåller fler än " + ENTRY_LIMIT
                        + " filer. Ta bort det som inte hör till modulen och bygg om den.",
                "The file contains more than " + ENTRY_LIMIT
                        + " files. Remove what does not belong to the module and build it again.");
    }

    private static Text outside(String name) {
        return new Text(
                "Filen innehåller \"" + name
                        + "\", ett namn som leder ut ur modulen. Installera den inte; hämta den från"
                        + " den som gjort modulen.",
                "The file contains \"" + name
                        + "\", a name that leads out of the module. Do not install it; fetch it from"
                        + " whoever made the module.");
    }

    private static Text unreadable(Exception cause) {
        return new Text(
                "Filen går inte att läsa som jar (" + cause.getMessage() + "). Hämta eller bygg den på nytt.",
                "The file cannot be read as a jar (" + cause.getMessage() + "). Fetch or build it again.");
    }
}
