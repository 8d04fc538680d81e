package org.vaksam.testkit.broken;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import org.vaksam.api.security.Open;

/** A resource at an address that {@link FirstOfTwo} has as well. */
@Open
@Path("twice")
public final class SecondOfTwo {
    @GET
    public String list() {
        return "second";
    }
}
