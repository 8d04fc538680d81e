package org.vaksam.insight.testing;

import jakarta.ws.rs.core.MultivaluedHashMap;
import jakarta.ws.rs.core.UriInfo;
import java.lang.reflect.Proxy;

/** The parameters of an address, without the address. */
public final class Address {
    private Address() {}

    /** Parameters as {@code name=value}. */
    public static UriInfo of(String... parameters) {
        var all = new MultivaluedHashMap<String, String>();
        for (String parameter : parameters) {
            int equals = parameter.indexOf('=');
            all.add(parameter.substring(0, equals), parameter.substring(equals + 1));
        }
        return (UriInfo) Proxy.newProxyInstance(
                Address.class.getClassLoader(), new Class<?>[] {UriInfo.class}, (proxy, method, arguments) -> {
                    if (method.getName().equals("getQueryParameters")) {
                        return all;
                    }
                    throw new UnsupportedOperationException(method.getName());
                });
    }
}
