package org.vaksam.casework.document.text;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.vaksam.casework.document.text.TextTable.Text;
import org.vaksam.casework.document.type.FileType;

/** What files say is read; what they do to whoever reads them, they do to a process of its own. */
final class TextProcessTest {
    private static final String DOCX =
            "<w:document xmlns:w='w'><w:p><w:r><w:t>Inbrott i </w:t></w:r><w:r><w:t>skolan</w:t></w:r></w:p>"
                    + "<w:p><w:instrText>PAGE</w:instrText><w:t>Rutan krossad</w:t></w:p></w:document>";

    private Path folder;

    @BeforeEach
    void open(@TempDir Path temporary) {
        folder = temporary;
    }

    @Test
    void readsPdf() throws Exception {
        assertThat(read(Samples.pdf(file(), "Inbrott i källaren", ""), FileType.PDF))
                .isEqualTo(new Text(TextState.READ, "Inbrott i källaren"));
        assertThat(read(Samples.pdf(file(), "hemligt", "öppna"), FileType.PDF).state())
                .isEqualTo(TextState.LOCKED);
    }

    @Test
    void readsOfficeFiles() throws Exception {
        assertThat(read(Samples.office(file(), "word/document.xml", DOCX), FileType.DOCX)
                        .text())
                .isEqualTo("Inbrott i skolan\nRutan krossad");
        String strings = "<sst><si><t>Belopp</t></si><si><r><t>Kro</t></r><r><t>nor</t></r></si></sst>";
        assertThat(read(Samples.office(file(), "xl/sharedStrings.xml", strings), FileType.XLSX)
                        .text())
                .isEqualTo("Belopp\nKronor");
        String slide = "<p:sld xmlns:p='p' xmlns:a='a'><a:p><a:t>Lägesbild</a:t></a:p></p:sld>";
        assertThat(read(Samples.office(file(), "ppt/slides/slide1.xml", slide), FileType.PPTX)
                        .text())
                .isEqualTo("Lägesbild");
        String open = "<o:d xmlns:o='o' xmlns:t='t'><t:h>Rond</t:h><t:p>Dörren <t:span>stod</t:span> öppen</t:p></o:d>";
        assertThat(read(Samples.office(file(), "content.xml", open), FileType.ODT)
                        .text())
                .isEqualTo("Rond\nDörren stod öppen");
    }

    @Test
    void readsPlainText() throws Exception {
        for (Charset charset :
                new Charset[] {StandardCharsets.UTF_8, StandardCharsets.UTF_16, Charset.forName("windows-1252")}) {
            assertThat(read(Files.writeString(file(), "Räksmörgås", charset), FileType.TEXT))
                    .isEqualTo(new Text(TextState.READ, "Räksmörgås"));
        }
        assertThat(read(Files.writeString(file(), " \n"), FileType.TEXT).state())
                .isEqualTo(TextState.EMPTY);
    }

    @Test
    void longTextsAreCut() throws Exception {
        Text text = read(Files.writeString(file(), "ord ".repeat(100_000)), FileType.TEXT);

        assertThat(text.state()).isEqualTo(TextState.PART);
        assertThat(text.text()).hasSizeBetween(TextProcess.MOST_CHARACTERS - 1, TextProcess.MOST_CHARACTERS);
    }

    @Test
    void whatIsBrokenSaysSo() throws Exception {
        assertThat(read(Files.writeString(file(), "%PDF-1.4 and then nothing"), FileType.PDF)
                        .state())
                .isEqualTo(TextState.BROKEN);
        assertThat(read(Files.writeString(file(), "PK no archive"), FileType.DOCX)
                        .state())
                .isEqualTo(TextState.BROKEN);
        assertThat(read(Samples.office(file(), "word/document.xml", "<d><t>half"), FileType.DOCX)
                        .state())
                .isEqualTo(TextState.BROKEN);
        String nested = "<p>".repeat(10_000) + "</p>".repeat(10_000);
        assertThat(read(Samples.office(file(), "content.xml", nested), FileType.ODS)
                        .state())
                .isEqualTo(TextState.BROKEN);
    }

    @Test
    void nothingOutsideTheFileIsRead() throws Exception {
        Path secret = Files.writeString(folder.resolve("secret.txt"), "Hemligt");
        String xml = "<!DOCTYPE d [<!ENTITY x SYSTEM '" + secret.toUri() + "'>]><d><t>&x;</t></d>";

        assertThat(read(Samples.office(file(), "word/document.xml", xml), FileType.DOCX)
                        .text())
                .doesNotContain("Hemligt");
    }

    @Test
    void bombsCostNothing() throws Exception {
        assertThat(read(Samples.zipBomb(file()), FileType.DOCX).state()).isEqualTo(TextState.TOO_LARGE);
        assertThat(read(Samples.pdfBomb(file()), FileType.PDF)).isEqualTo(new Text(TextState.TOO_LARGE, ""));
    }

    @Test
    void whatTakesTooLongIsEnded() throws Exception {
        assertThat(process(classPath(), Duration.ofMillis(1))
                        .read(Samples.pdf(file(), "Text", ""), FileType.PDF)
                        .state())
                .isEqualTo(TextState.TOO_LARGE);
    }

    @Test
    void withoutAProcessItIsTriedAgain() {
        assertThatThrownBy(
                        () -> process(folder.toString(), Duration.ofMinutes(1)).read(file(), FileType.PDF))
                .isInstanceOf(IOException.class);
    }

    private Text read(Path file, FileType type) throws Exception {
        return process(classPath(), Duration.ofMinutes(2)).read(file, type);
    }

    private TextProcess process(String classPath, Duration patience) {
        return new TextProcess(classPath, folder, patience);
    }

    static String classPath() {
        return System.getProperty("java.class.path");
    }

    private Path file() throws IOException {
        return Files.createTempFile(folder, "file", ".tmp");
    }
}
