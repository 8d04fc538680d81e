package org.vaksam.casework.page;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.vaksam.api.problem.Problem;

class MultipartBodyTest {
    private static final String TYPE = "multipart/form-data; boundary=----edge";

    private final List<String> files = new ArrayList<>();

    @Test
    void fieldsAndFilesComeInTheirOrder() {
        FormBody form = read(
                part("name=\"token\"", " t ") + part("name=\"photo\"; filename=\"å%22.jpg\"", "\r\n--\r\n----edg\r")
                        + part("name=\"photo\"; filename=\"\"", "") + part("name=\"what\"", "Två\r\nrader")
                        + "------edge--\r\n");
        assertThat(form.get("token")).isEqualTo("t");
        assertThat(form.get("what")).isEqualTo("Två\nrader");
        assertThat(form.has("photo")).isFalse();
        assertThat(files).containsExactly("t photo å\".jpg \r\n--\r\n----edg\r");
    }

    @Test
    void whatLooksAlmostLikeTheEndIsContent() {
        String content = "\r\r\n------edg\r\n------edge".replace("------edge", "------edgX") + "\r\n\r\n-";
        read(part("name=\"photo\"; filename=\"a\"", content) + "------edge--");
        assertThat(files).containsExactly(" photo a " + content);
    }

    @Test
    void aFileThatNobodyReadsIsPassedOver() {
        FormBody form = MultipartBody.read(
                stream(part("name=\"photo\"; filename=\"a\"", "x".repeat(100_000)) + part("name=\"a\"", "b")
                        + "------edge--"),
                TYPE,
                (before, field, name, content) -> {});
        assertThat(form.get("a")).isEqualTo("b");
    }

    @Test
    void whatIsNoFormOrTooMuchIsRefused() {
        for (String body : List.of(
                "",
                "------edge",
                "------edge\r\nContent-Disposition: form-data; name=\"a\"\r\n\r\nhalf",
                "------edgeX",
                part("name=\"a\"", "x".repeat(200_000)) + "------edge--",
                "------edge\r\n" + "h".repeat(20_000),
                part("name=\"a\"", "b").repeat(401) + "------edge--")) {
            assertThatThrownBy(() -> read(body))
                    .as(body.substring(0, Math.min(60, body.length())))
                    .isInstanceOf(Problem.class);
        }
        assertThatThrownBy(() -> MultipartBody.read(stream(""), "text/plain", (before, field, name, content) -> {}))
                .isInstanceOf(Problem.class);
    }

    private FormBody read(String body) {
        return MultipartBody.read(stream(body), TYPE, (before, field, name, content) -> {
            try {
                files.add(before.get("token") + " " + field + " " + name + " "
                        + new String(content.readAllBytes(), StandardCharsets.UTF_8));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        });
    }

    private static ByteArrayInputStream stream(String body) {
        return new ByteArrayInputStream(body.getBytes(StandardCharsets.UTF_8));
    }

    private static String part(String disposition, String content) {
        return "------edge\r\nContent-Disposition: form-data; " + disposition + "\r\nContent-Type: text/plain\r\n\r\n"
                + content + "\r\n";
    }
}
