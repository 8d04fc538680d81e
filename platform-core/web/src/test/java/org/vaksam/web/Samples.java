package org.vaksam.web;

import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import org.vaksam.api.problem.Problem;
import org.vaksam.api.security.BodyLimit;
import org.vaksam.api.security.Open;
import org.vaksam.api.security.Requires;
import org.vaksam.api.security.SignedIn;
import org.vaksam.api.text.Text;
import org.vaksam.spi.web.Mount;

/** Resources to try the gateway with. */
public final class Samples {
    private Samples() {}

    /** Something with fields of many types. */
    public record Thing(
            @NotNull String name,
            int count,
            Optional<Instant> at,
            OptionalInt level,
            Optional<BigDecimal> cost,
            List<Part> parts) {}

    /** Part of a thing. */
    public record Part(String code, boolean spare) {}

    /** The usual resource. */
    @Path("things")
    @Produces(MediaType.APPLICATION_JSON)
    public static final class Things {
        private final FakeAuthenticator authenticator;

        public Things(FakeAuthenticator authenticator) {
            this.authenticator = authenticator;
        }

        @GET
        @Requires("sample:thing:read")
        public Map<String, Object> list(@QueryParam("limit") int limit) {
            return Map.of("limit", limit);
        }

        @GET
        @Path("{id}")
        @Open
        public Thing read(@PathParam("id") String id) {
            return new Thing(
                    id,
                    1,
                    Optional.of(Instant.parse("2026-11-22T15:04:05Z")),
                    OptionalInt.empty(),
                    Optional.of(new BigDecimal("12.50")),
                    List.of());
        }

        @POST
        @Consumes(MediaType.APPLICATION_JSON)
        @SignedIn
        public Thing create(Thing thing) {
            return thing;
        }

        @POST
        @Path("large")
        @Consumes(MediaType.APPLICATION_OCTET_STREAM)
        @Open
        @BodyLimit(3_000_000)
        public Map<String, Object> large(InputStream body) throws IOException {
            return Map.of("bytes", body.transferTo(OutputStream.nullOutputStream()));
        }

        @GET
        @Path("who")
        @SignedIn
        public Map<String, Object> who(@Context ContainerRequestContext request) {
            return Map.of(
                    "caller", authenticator.bound().orElseThrow().name(),
                    "module", Mount.of(request).module(),
                    "request", request.getHeaderString("X-Request-Id"));
        }

        @GET
        @Path("problem")
        @Open
        public String problem() {
            throw Problem.conflict(new Text("Upptaget", "Taken")).with("owner", "anna");
        }

        @GET
        @Path("bug")
        @Open
        public String bug() {
            throw new IllegalStateException("secret detail");
        }
    }

    /** Answers who it is. */
    @Path("version")
    @Open
    public static final class Version {
        private final String version;

        public Version(String version) {
            this.version = version;
        }

        @GET
        public String version() {
            return version;
        }

        @POST
        public String change(String body) {
            return version + body;
        }
    }

    /** Forgot to say who may. */
    @Path("careless")
    public static final class Careless {
        @GET
        public String anybody() {
            return "";
        }
    }

    /** As the record engine mounts itself. */
    @Path("{records}")
    @Produces(MediaType.APPLICATION_JSON)
    @SignedIn
    public static final class Records {
        @GET
        public Map<String, Object> list(
                @PathParam("records") String records, @Context ContainerRequestContext request) {
            return Map.of("records", records, "module", Mount.of(request).module());
        }

        @GET
        @Path("{id}")
        public Map<String, Object> read(@PathParam("records") String records, @PathParam("id") String id) {
            return Map.of("id", id);
        }

        @POST
        @Consumes(MediaType.APPLICATION_JSON)
        public Map<String, Object> create(@PathParam("records") String records, Map<String, Object> body) {
            return body;
        }
    }
}
