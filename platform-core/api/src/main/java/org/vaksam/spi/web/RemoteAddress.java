package org.vaksam.spi.web;

import jakarta.servlet.http.HttpServletRequest;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.regex.Pattern;

/** Where a request comes from, as far as it can be trusted. */
public final class RemoteAddress {
    private static final Pattern NUMERIC = Pattern.compile("[0-9a-fA-F.:]{2,45}");

    private RemoteAddress() {}

    /** The sender; behind a proxy on this machine, the last address that proxy named. */
    public static String of(HttpServletRequest request) {
        String remote = request.getRemoteAddr();
        String forwarded = request.getHeader("X-Forwarded-For");
        if (forwarded == null || !isThisMachine(remote)) {
            return remote;
        }
        String last = forwarded.substring(forwarded.lastIndexOf(',') + 1).strip();
        return NUMERIC.matcher(last).matches() ? last : remote;
    }

    /** Whether the browser sees an encrypted connection, perhaps through a proxy. */
    public static boolean isSecure(HttpServletRequest request) {
        return request.isSecure() || "https".equalsIgnoreCase(request.getHeader("X-Forwarded-Proto"));
    }

    private static boolean isThisMachine(String address) {
        try {
            return NUMERIC.matcher(address).matches()
                    && InetAddress.getByName(address).isLoopbackAddress();
        } catch (UnknownHostException e) {
            return false;
        }
    }
}
