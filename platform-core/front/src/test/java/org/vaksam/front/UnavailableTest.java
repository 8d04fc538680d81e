package org.vaksam.front;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.servlet.ServletOutputStream;
import jakarta.servlet.WriteListener;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.ByteArrayOutputStream;
import java.lang.reflect.Proxy;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The answer of a front without a gateway. */
class UnavailableTest {
    private final Map<String, Object> told = new HashMap<>();
    private final ByteArrayOutputStream body = new ByteArrayOutputStream();

    private String answer(String language) throws Exception {
        HttpServletRequest request = (HttpServletRequest) Proxy.newProxyInstance(
                getClass().getClassLoader(),
                new Class<?>[] {HttpServletRequest.class},
                (proxy, method, arguments) -> language);
        HttpServletResponse response = (HttpServletResponse) Proxy.newProxyInstance(
                getClass().getClassLoader(),
                new Class<?>[] {HttpServletResponse.class},
                (proxy, method, arguments) -> switch (method.getName()) {
                    case "getOutputStream" -> new Sink(body);
                    case "setHeader" -> told.put((String) arguments[0], arguments[1]);
                    default -> told.put(method.getName(), arguments[0]);
                });
        Unavailable.answer(request, response);
        return body.toString(StandardCharsets.UTF_8);
    }

    @Test
    void saysWhatToDo() throws Exception {
        String document = answer("en-GB");
        assertThat(document)
                .startsWith("{")
                .endsWith("}")
                .contains("\"status\":503", "urn:vaksam:problem:unavailable", "Try again")
                .contains("urn:vaksam:request:" + told.get("X-Request-Id"));
        assertThat(told)
                .containsEntry("setStatus", 503)
                .containsEntry("Retry-After", "5")
                .containsEntry("setContentType", "application/problem+json")
                .containsEntry("setContentLength", body.size());
    }

    @Test
    void inSwedishUnlessAsked() throws Exception {
        assertThat(answer("sv")).contains("Försök igen");
    }

    private static final class Sink extends ServletOutputStream {
        private final ByteArrayOutputStream bytes;

        Sink(ByteArrayOutputStream bytes) {
            this.bytes = bytes;
        }

        @Override
        public boolean isReady() {
            return true;
        }

        @Override
        public void setWriteListener(WriteListener listener) {
            throw new UnsupportedOperationException();
        }

        @Override
        public void write(int value) {
            bytes.write(value);
        }
    }
}
