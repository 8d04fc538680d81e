package org.vaksam.operations.metrics;

import jakarta.servlet.http.HttpServletRequest;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.List;

/** Whether somebody on this machine is asking, and not a proxy on it for somebody elsewhere. */
final class LocalRequest {
    private static final List<String> MARKS_OF_PROXIES =
            List.of("Forwarded", "X-Forwarded-For", "X-Forwarded-Host", "X-Forwarded-Proto", "X-Real-IP", "Via");

    private LocalRequest() {}

    static boolean isLocal(HttpServletRequest request) {
        boolean forwarded = MARKS_OF_PROXIES.stream().anyMatch(header -> request.getHeader(header) != null);
        return !forwarded && isLoopback(request.getRemoteAddr());
    }

    private static boolean isLoopback(String address) {
        try {
            return !address.isEmpty() && InetAddress.getByName(address).isLoopbackAddress();
        } catch (UnknownHostException e) {
            return false;
        }
    }
}
