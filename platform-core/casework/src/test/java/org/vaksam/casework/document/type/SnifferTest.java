package org.vaksam.casework.document.type;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Random;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SnifferTest {
    private final Path folder;

    SnifferTest(@TempDir Path folder) {
        this.folder = folder;
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "MZ\u0090\0\3",
                "\u007fELF\2\1\1",
                "#!/bin/sh\nrm -rf /",
                "X5O!P%@AP[4\\PZX54(P^)7CC)7}$EICAR-STANDARD-ANTIVIRUS-TEST-FILE!$H+H*",
                "\u00ca\u00fe\u00ba\u00be\0\0\0\64"
            })
    void programsAreProgramsWhateverTheyAreCalled(String content) throws IOException {
        assertThat(sniff(content)).isEqualTo(FileType.PROGRAM);
    }

    @ParameterizedTest
    @CsvSource({
        "'%PDF-1.7 x', PDF",
        "'{\\rtf1 x}', RTF",
        "'GIF89a', GIF",
        "'Hej, det här är en rad', TEXT",
        "'a;b;c\n1;2;3', TEXT",
        "'see <script> in the middle', TEXT",
        "'  <!DOCTYPE html><p>x', HTML",
        "'<html><body>', HTML",
        "'<?xml version=\"1.0\"?><svg xmlns=\"x\"><script>alert(1)</script></svg>', SVG",
        "'<s:svg onload=\"x\"/>', SVG",
        "'<gpx><trk/></gpx>', XML"
    })
    void textIsToldFromMarkup(String content, FileType type) throws IOException {
        assertThat(sniff(content)).isEqualTo(type);
    }

    @Test
    void officeFilesAreToldFromOtherArchives() throws IOException {
        assertThat(zip("[Content_Types].xml", "word/document.xml")).isEqualTo(FileType.DOCX);
        assertThat(zip("[Content_Types].xml", "xl/workbook.xml")).isEqualTo(FileType.XLSX);
        assertThat(zip("[Content_Types].xml", "word/document.xml", "word/vbaProject.bin"))
                .isEqualTo(FileType.MACROS);
        assertThat(zip("META-INF/MANIFEST.MF", "A.class")).isEqualTo(FileType.PROGRAM);
        assertThat(zip("word/document.xml")).isEqualTo(FileType.ZIP);
        assertThat(zip()).isEqualTo(FileType.ZIP);
    }

    @Test
    void openDocumentsSayWhatTheyAre() throws IOException {
        Path file = folder.resolve("a.odt");
        byte[] type = FileType.ODT.mediaType().getBytes(StandardCharsets.US_ASCII);
        try (var out = new ZipOutputStream(Files.newOutputStream(file))) {
            var entry = new ZipEntry("mimetype");
            entry.setMethod(ZipEntry.STORED);
            entry.setSize(type.length);
            var checksum = new CRC32();
            checksum.update(type);
            entry.setCrc(checksum.getValue());
            out.putNextEntry(entry);
            out.write(type);
            out.closeEntry();
        }
        assertThat(Sniffer.of(file)).isEqualTo(FileType.ODT);
    }

    @Test
    void noContentMakesItFail() throws IOException {
        var random = new Random(1);
        for (String start :
                new String[] {"PK\3\4", "PK\5\6", "\u00d0\u00cf\u0011\u00e0\u00a1\u00b1\u001a\u00e1", "RIFF", ""}) {
            for (int i = 0; i < 200; i++) {
                byte[] rest = new byte[random.nextInt(2000)];
                random.nextBytes(rest);
                assertThat(sniff(start + new String(rest, StandardCharsets.ISO_8859_1)))
                        .isNotNull();
            }
        }
    }

    @ParameterizedTest
    @CsvSource({
        "../../etc/passwd, TEXT, passwd.txt",
        "'C:\\Users\\x\\foto.JPG', JPEG, foto.JPG",
        "foto.jpg, PDF, foto.jpg.pdf",
        "evil.bat, TEXT, evil.bat.txt",
        "'a\u202Egpj.exe', PNG, agpj.exe.png",
        "'..', TEXT, document.txt",
        "'a\"b<c>.txt', TEXT, a_b_c_.txt",
        "'.htaccess', TEXT, htaccess.txt"
    })
    void namesCarryNothingButAName(String given, FileType type, String name) {
        assertThat(FileName.of(given, type)).isEqualTo(name);
    }

    @Test
    void longNamesAreCutBeforeTheEnding() {
        assertThat(FileName.of("å".repeat(400) + ".png", FileType.PNG))
                .hasSize(154)
                .endsWith(".png");
    }

    private FileType sniff(String content) throws IOException {
        return Sniffer.of(Files.write(folder.resolve("file"), content.getBytes(StandardCharsets.ISO_8859_1)));
    }

    private FileType zip(String... names) throws IOException {
        Path file = folder.resolve("a.zip");
        try (OutputStream to = Files.newOutputStream(file);
                var out = new ZipOutputStream(to)) {
            for (String name : names) {
                out.putNextEntry(new ZipEntry(name));
                out.write('x');
                out.closeEntry();
            }
        }
        return Sniffer.of(file);
    }
}
