package org.vaksam.casework.report;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.io.ByteArrayInputStream;
import java.lang.reflect.Proxy;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Requests to public pages, and what is in their answers. */
public final class Http {
    private Http() {}

    /** A request from this address. */
    public static HttpServletRequest from(String address) {
        return (HttpServletRequest) Proxy.newProxyInstance(
                Http.class.getClassLoader(),
                new Class<?>[] {HttpServletRequest.class},
                (self, method, arguments) -> switch (method.getName()) {
                    case "getRemoteAddr" -> address;
                    case "getHeader" -> "Host".equals(arguments[0]) ? "sundby.example" : null;
                    case "isSecure" -> true;
                    default -> throw new UnsupportedOperationException(method.getName());
                });
    }

    /** The address of a request. */
    public static UriInfo at(String address) {
        return (UriInfo) Proxy.newProxyInstance(
                Http.class.getClassLoader(),
                new Class<?>[] {UriInfo.class},
                (self, method, arguments) -> URI.create("https://sundby.example" + address));
    }

    /** A form: names and values in turns. */
    public static ByteArrayInputStream form(String... namesAndValues) {
        var pairs = new ArrayList<String>();
        for (int i = 0; i < namesAndValues.length; i += 2) {
            pairs.add(URLEncoder.encode(namesAndValues[i], StandardCharsets.UTF_8) + "="
                    + URLEncoder.encode(namesAndValues[i + 1], StandardCharsets.UTF_8));
        }
        return new ByteArrayInputStream(String.join("&", pairs).getBytes(StandardCharsets.UTF_8));
    }

    public static String text(Response response) {
        return new String((byte[]) response.getEntity(), StandardCharsets.UTF_8);
    }

    /** What the pattern's first group matches. */
    static String find(String pattern, Response response) {
        Matcher matcher = Pattern.compile(pattern).matcher(text(response));
        if (!matcher.find()) {
            throw new AssertionError(pattern + " is not in " + text(response));
        }
        return matcher.group(1);
    }
}
