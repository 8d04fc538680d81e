package org.vaksam.testkit.broken;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import org.vaksam.api.security.Open;

/** A resource that is mounted without complaint and then fails at every request. */
@Open
@Path("things")
public final class Failing {
    @GET
    public String list() {
        throw new IllegalStateException("The reader of things is not there");
    }
}
