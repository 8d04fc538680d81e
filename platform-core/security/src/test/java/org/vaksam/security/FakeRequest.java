package org.vaksam.security;

import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import java.lang.reflect.Proxy;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** A request with what authentication looks at. */
public final class FakeRequest {
    private final String method;
    private final String address;
    private final Map<String, String> headers = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
    private String cookie = "";
    private String remote = "192.0.2.7";
    private boolean secure;

    private FakeRequest(String method, String address) {
        this.method = method;
        this.address = address;
    }

    public static FakeRequest of(String method, String address) {
        return new FakeRequest(method, address);
    }

    public FakeRequest header(String name, String value) {
        headers.put(name, value);
        return this;
    }

    public FakeRequest cookie(String value) {
        cookie = value;
        return this;
    }

    public FakeRequest from(String address) {
        remote = address;
        return this;
    }

    public FakeRequest encrypted() {
        secure = true;
        return this;
    }

    public HttpServletRequest build() {
        return (HttpServletRequest) Proxy.newProxyInstance(
                getClass().getClassLoader(),
                new Class<?>[] {HttpServletRequest.class},
                (proxy, called, arguments) -> answer(called.getName(), arguments));
    }

    private @Nullable Object answer(String name, Object @Nullable [] arguments) {
        return switch (name) {
            case "getMethod" -> method.toUpperCase(Locale.ROOT);
            case "getRequestURI" -> address;
            case "getRemoteAddr" -> remote;
            case "isSecure" -> secure;
            case "getHeader" -> arguments == null ? null : headers.get(arguments[0]);
            case "getCookies" ->
                cookie.isEmpty() ? null : new Cookie[] {new Cookie("other", "x"), new Cookie("vaksam-session", cookie)};
            default -> throw new UnsupportedOperationException(name);
        };
    }
}
