package org.vaksam.security.grants;

import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.Response.ResponseBuilder;
import java.util.Map;
import java.util.function.IntPredicate;
import java.util.function.ToIntFunction;
import org.jspecify.annotations.Nullable;
import org.vaksam.api.security.Access;
import org.vaksam.api.security.Caller;
import org.vaksam.spi.web.EntityTags;

/** What is made with POST, and changed and removed by those who have read its version. */
public abstract class VersionedResource<T> {
    private final Access access;
    private final ToIntFunction<T> version;

    protected VersionedResource(Access access, ToIntFunction<T> version) {
        this.access = access;
        this.version = version;
    }

    protected abstract T create(@Nullable Map<String, @Nullable Object> body, Caller caller);

    protected abstract T change(
            String id, IntPredicate expected, @Nullable Map<String, @Nullable Object> body, Caller caller);

    protected abstract void delete(String id, IntPredicate expected, Caller caller);

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    public Response create(@Nullable Map<String, @Nullable Object> body) {
        return tagged(Response.status(Response.Status.CREATED), create(body, access.caller()));
    }

    @PATCH
    @Path("{id}")
    @Consumes({MediaType.APPLICATION_JSON, "application/merge-patch+json"})
    public Response change(
            @PathParam("id") String id,
            @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String expected,
            @Nullable Map<String, @Nullable Object> body) {
        return tagged(Response.ok(), change(id, EntityTags.required(expected), body, access.caller()));
    }

    @DELETE
    @Path("{id}")
    public Response delete(@PathParam("id") String id, @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String expected) {
        delete(id, EntityTags.required(expected), access.caller());
        return Response.noContent().build();
    }

    /** The answer with this, and with its version as the ETag. */
    protected Response tagged(ResponseBuilder answer, T entity) {
        return answer.entity(entity)
                .header(HttpHeaders.ETAG, EntityTags.of(version.applyAsInt(entity)))
                .build();
    }
}
