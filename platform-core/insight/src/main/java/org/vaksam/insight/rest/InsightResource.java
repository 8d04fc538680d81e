package org.vaksam.insight.rest;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.UriInfo;
import java.util.LinkedHashMap;
import java.util.Map;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.jakartars.whiteboard.propertytypes.JakartarsResource;
import org.vaksam.api.security.Access;
import org.vaksam.api.security.SignedIn;
import org.vaksam.insight.analysis.Analysis;
import org.vaksam.insight.analysis.FacetCounts;
import org.vaksam.insight.analysis.MapPicture;
import org.vaksam.insight.index.IndexHome;
import org.vaksam.insight.index.IndexStatus;
import org.vaksam.insight.query.QueryBuilder;
import org.vaksam.insight.query.Scope;
import org.vaksam.insight.query.Scopes;
import org.vaksam.spi.web.Resources;

/** Cross tables, facets and the map: the same filters as lists, and only what the caller may see. */
@Component(service = InsightResource.class, property = Resources.PLATFORM + "=insight")
@JakartarsResource
@Path("insight")
@Produces(MediaType.APPLICATION_JSON)
public final class InsightResource {
    private static final int MOST_FACETS = 1_000;
    private static final String READ_JOURNAL = "platform:journal:read";

    private final CubeAnswers cubes;
    private final MapAnswers maps;
    private final Analysis analysis;
    private final Scopes scopes;
    private final QueryBuilder queries;
    private final IndexHome index;
    private final Access access;

    @Activate
    public InsightResource(
            @Reference CubeAnswers cubes,
            @Reference MapAnswers maps,
            @Reference Analysis analysis,
            @Reference Scopes scopes,
            @Reference QueryBuilder queries,
            @Reference IndexHome index,
            @Reference Access access) {
        this.cubes = cubes;
        this.maps = maps;
        this.analysis = analysis;
        this.scopes = scopes;
        this.queries = queries;
        this.index = index;
        this.access = access;
    }

    /** A cross table of up to three dimensions, as JSON. */
    @GET
    @Path("cube")
    @SignedIn
    public byte[] cube(@Context UriInfo address) {
        return cubes.cube(address.getQueryParameters());
    }

    /** The biggest values of some dimensions. */
    @GET
    @Path("facets")
    @SignedIn
    public FacetCounts facets(@Context UriInfo address) {
        var parameters = new Parameters(address, "type", "q", "fields", "limit");
        Scope scope = scopes.of(parameters.values("type"));
        int limit = parameters.number("limit", 20, 1, MOST_FACETS);
        return analysis.facets(scope, parameters.query(queries, scope), parameters.list("fields"), limit);
    }

    /** Clusters for a view of the map; with more detail, squares for a heat map. */
    @GET
    @Path("map")
    @SignedIn
    public MapPicture map(@Context UriInfo address) {
        return maps.map(address.getQueryParameters());
    }

    /** How far the index follows the journal. How much there is in all is told only to who may read all of the journal. */
    @GET
    @Path("status")
    @SignedIn
    public Map<String, Object> status() {
        IndexStatus status = index.status();
        var answer = new LinkedHashMap<String, Object>();
        answer.put("state", status.building() || !status.answers() ? "building" : "ready");
        answer.put("lagMillis", status.lagMillis());
        answer.put("lagP99Millis", status.lagP99());
        if (access.caller().may(READ_JOURNAL)) {
            answer.put("position", status.position());
            answer.put("head", status.head());
            answer.put("documents", status.documents());
        }
        return answer;
    }
}
