package org.vaksam.testkit.broken;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import org.vaksam.api.security.Open;

/** What {@link Failing} was before: a resource that answers. */
@Open
@Path("things")
public final class Answering {
    @GET
    public String list() {
        return "things";
    }
}
