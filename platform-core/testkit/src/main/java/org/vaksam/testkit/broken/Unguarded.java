package org.vaksam.testkit.broken;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;

/** A resource that does not say who may call it. */
@Path("unguarded")
public final class Unguarded {
    @GET
    public String list() {
        return "for everybody";
    }
}
