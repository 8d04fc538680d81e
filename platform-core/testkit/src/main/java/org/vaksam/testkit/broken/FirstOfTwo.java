package org.vaksam.testkit.broken;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import org.vaksam.api.security.Open;

/** A resource at an address that {@link SecondOfTwo} has as well. */
@Open
@Path("twice")
public final class FirstOfTwo {
    @GET
    public String list() {
        return "first";
    }
}
