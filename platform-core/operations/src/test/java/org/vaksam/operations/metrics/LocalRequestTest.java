package org.vaksam.operations.metrics;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.servlet.http.HttpServletRequest;
import java.lang.reflect.Proxy;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LocalRequestTest {
    @ParameterizedTest
    @CsvSource({
        "127.0.0.1, Host, true",
        "::1, Host, true",
        "192.0.2.7, Host, false",
        "127.0.0.1, X-Forwarded-For, false",
        "127.0.0.1, Forwarded, false",
        "127.0.0.1, Via, false"
    })
    void onlyThisMachineItself(String address, String header, boolean local) {
        assertThat(LocalRequest.isLocal(request(address, header))).isEqualTo(local);
    }

    private static HttpServletRequest request(String address, String header) {
        return (HttpServletRequest) Proxy.newProxyInstance(
                LocalRequestTest.class.getClassLoader(),
                new Class<?>[] {HttpServletRequest.class},
                (proxy, method, arguments) -> switch (method.getName()) {
                    case "getRemoteAddr" -> address;
                    case "getHeader" -> header.equals(arguments[0]) ? "x" : null;
                    default -> throw new UnsupportedOperationException(method.getName());
                });
    }
}
