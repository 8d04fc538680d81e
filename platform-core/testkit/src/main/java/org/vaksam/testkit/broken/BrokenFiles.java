package org.vaksam.testkit.broken;

import static org.vaksam.testkit.broken.BrokenModule.Stage.PLAN;
import static org.vaksam.testkit.broken.BrokenModules.ID;
import static org.vaksam.testkit.broken.BrokenModules.broken;
import static org.vaksam.testkit.broken.BrokenModules.described;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.vaksam.api.text.Text;
import org.vaksam.testkit.SampleJar;

/** Files that are no modules, or whose descriptor is wrong. */
public final class BrokenFiles {
    private static final String DESCRIPTOR = "META-INF/vaksam/module.json";
    private static final String SV = ". Rätta filen och bygg modulen på nytt.";
    private static final String EN = ". Correct the file and build the module again.";
    private static final long BOMB = (1L << 30) + 1;
    private static final int MANY = 20_001;

    private BrokenFiles() {}

    /** All: they are found when the plan is made. */
    public static Stream<BrokenModule> all() {
        return Stream.concat(files(), descriptors());
    }

    private static Stream<BrokenModule> files() {
        return Stream.of(
                file(
                        "not a jar",
                        folder -> Files.writeString(folder.resolve("letter.jar"), "Dear Sirs"),
                        "Filen går inte att läsa som jar (zip END header not found). Hämta eller bygg den på nytt.",
                        "The file cannot be read as a jar (zip END header not found). Fetch or build it again."),
                file(
                        "empty file",
                        folder -> Files.writeString(folder.resolve("empty.jar"), ""),
                        "Filen går inte att läsa som jar (zip file is empty). Hämta eller bygg den på nytt.",
                        "The file cannot be read as a jar (zip file is empty). Fetch or build it again."),
                file(
                        "no module",
                        SampleJar.bundle("something.else")::write,
                        "Filen är ingen modul: META-INF/vaksam/module.json saknas. Bygg den med modulernas gemensamma Maven-förälder.",
                        "The file is no module: META-INF/vaksam/module.json is missing. Build it with the modules' common Maven parent."),
                file(
                        "no manifest",
                        BrokenFiles::bare,
                        "Filen är ingen modul: META-INF/MANIFEST.MF saknas. Bygg den med modulernas gemensamma Maven-förälder.",
                        "The file is no module: META-INF/MANIFEST.MF is missing. Build it with the modules' common Maven parent."),
                file(
                        "name that leads out",
                        BrokenModules.better().entry("../../evil", "x")::write,
                        "Filen innehåller \"../../evil\", ett namn som leder ut ur modulen. Installera den inte; hämta den från den som gjort modulen.",
                        "The file contains \"../../evil\", a name that leads out of the module. Do not install it; fetch it from whoever made the module."),
                file(
                        "unpacks without end",
                        BrokenFiles::bomb,
                        "Filen packas upp till mer än 1 GiB. Installera den inte; en modul är mindre än så.",
                        "The file unpacks to more than 1 GiB. Do not install it; a module is smaller than that."),
                file(
                        "too many files",
                        BrokenFiles::crowded,
                        "Filen innehåller fler än 20000 filer. Ta bort det som inte hör till modulen och bygg om den.",
                        "The file contains more than 20000 files. Remove what does not belong to the module and build it again."));
    }

    private static Stream<BrokenModule> descriptors() {
        String good = descriptor();
        String record = "{\"id\": \"%s\", \"path\": \"%s\", \"number\": \"%s\","
                + " \"title\": {\"sv\": \"Sak\", \"en\": \"Thing\"}, \"titles\": {\"sv\": \"Saker\", \"en\": \"Things\"}}";
        String permission = "{\"id\": \"%s\", \"title\": {\"sv\": \"Läsa\", \"en\": \"Read\"}}";
        String reading = permission.formatted("alfa:thing:read");
        return Stream.of(
                json(
                        "truncated JSON",
                        good.substring(0, good.length() / 2),
                        " är inte giltig JSON, rad 1: Unexpected end-of-input: was expecting closing quote for a string value",
                        " is not valid JSON, line 1: Unexpected end-of-input: was expecting closing quote for a string value"),
                json(
                        "duplicate key",
                        good.replace("{\"id\"", "{\"id\": \"beta\", \"id\""),
                        " är inte giltig JSON, rad 1: Duplicate field 'id'",
                        " is not valid JSON, line 1: Duplicate field 'id'"),
                broken(
                        "byte order mark",
                        PLAN,
                        described("\uFEFF" + good),
                        DESCRIPTOR + " börjar med ett byteordningsmärke (BOM). Spara filen som UTF-8 utan det.",
                        DESCRIPTOR + " begins with a byte order mark (BOM). Save the file as UTF-8 without it."),
                json(
                        "wrong type",
                        good.replace("[]", "7"),
                        ", needs: ska vara en lista [ … ]",
                        ", needs: must be a list [ … ]"),
                json(
                        "unknown member",
                        good.replace("needs", "neads"),
                        ", neads: är inget känt fält; ta bort det eller rätta stavningen",
                        ", neads: is no known member; remove it or correct its spelling"),
                broken(
                        "too long",
                        PLAN,
                        described(good + " ".repeat(32_000)),
                        DESCRIPTOR + " är längre än 32000 tecken. Flytta texter och processer till egna filer.",
                        DESCRIPTOR
                                + " is longer than 32000 characters. Move texts and processes to files of their own."),
                json(
                        "address of the platform",
                        good.replace("\"alfa\"", "\"modules\""),
                        ", id: \"modules\" är upptaget av plattformen; välj ett annat namn",
                        ", id: \"modules\" is taken by the platform; choose another name"),
                json(
                        "the same address twice",
                        with(
                                "records",
                                record.formatted("one", "things", "ONE"),
                                record.formatted("two", "things", "TWO")),
                        ", records: \"things\" förekommer flera gånger",
                        ", records: \"things\" occurs more than once"),
                json(
                        "the same number prefix twice",
                        with("records", record.formatted("one", "ones", "ONE"), record.formatted("two", "twos", "ONE")),
                        ", records: \"ONE\" förekommer flera gånger",
                        ", records: \"ONE\" occurs more than once"),
                json(
                        "the same permission twice",
                        with("permissions", reading, reading),
                        ", permissions: \"alfa:thing:read\" förekommer flera gånger",
                        ", permissions: \"alfa:thing:read\" occurs more than once"),
                json(
                        "another module's permission",
                        with("permissions", permission.formatted("beta:thing:read")),
                        ", permissions: \"beta:thing:read\" ska börja med alfa:",
                        ", permissions: \"beta:thing:read\" must start with alfa:"),
                json(
                        "needs itself",
                        good.replace("[]", "[\"alfa\"]"),
                        ", needs: en modul kan inte behöva sig själv",
                        ", needs: a module cannot need itself"));
    }

    private static String descriptor() {
        return SampleJar.descriptor(ID, "2.0.0", "\"needs\": []");
    }

    private static String with(String member, String... items) {
        return SampleJar.descriptor(ID, "2.0.0", "\"" + member + "\": [" + String.join(", ", items) + "]");
    }

    private static BrokenModule json(String name, String descriptor, String swedish, String english) {
        return broken(name, PLAN, described(descriptor), DESCRIPTOR + swedish + SV, DESCRIPTOR + english + EN);
    }

    private static BrokenModule file(String name, BrokenModule.Maker maker, String swedish, String english) {
        return new BrokenModule(name, PLAN, new Text(swedish, english), maker);
    }

    private static Path crowded(Path folder) {
        SampleJar jar = BrokenModules.better();
        for (int i = 0; i < MANY; i++) {
            jar.entry("crowd/" + i, "");
        }
        return jar.write(folder);
    }

    /** A module without a manifest. */
    private static Path bare(Path folder) throws IOException {
        return zip(folder, DESCRIPTOR, zip -> zip.write(descriptor().getBytes(StandardCharsets.UTF_8)));
    }

    private static Path bomb(Path folder) throws IOException {
        return zip(folder, "zeros", zip -> {
            var zeros = new byte[1 << 20];
            for (long left = BOMB; left > 0; left -= zeros.length) {
                zip.write(zeros, 0, (int) Math.min(left, zeros.length));
            }
        });
    }

    /** What goes into an entry. */
    @FunctionalInterface
    private interface Content {
        void write(ZipOutputStream zip) throws IOException;
    }

    private static Path zip(Path folder, String entry, Content content) throws IOException {
        Path file = folder.resolve(entry.replace('/', '-') + ".jar");
        try (var zip = new ZipOutputStream(Files.newOutputStream(file))) {
            zip.putNextEntry(new ZipEntry(entry));
            content.write(zip);
            zip.closeEntry();
        }
        return file;
    }
}
