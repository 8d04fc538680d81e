package org.vaksam.insight.rest;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.UriInfo;
import java.util.List;
import java.util.Map;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.jakartars.whiteboard.propertytypes.JakartarsResource;
import org.vaksam.api.security.SignedIn;
import org.vaksam.insight.query.QueryReader;
import org.vaksam.insight.query.Scopes;
import org.vaksam.insight.suggest.Suggestion;
import org.vaksam.insight.suggest.Suggestions;
import org.vaksam.spi.web.Resources;

/** For whoever types a query: what it means, and how it could go on. */
@Component(service = QueryResource.class, property = Resources.PLATFORM + "=insight")
@JakartarsResource
@Path("insight")
@Produces(MediaType.APPLICATION_JSON)
@SignedIn
public final class QueryResource {
    private static final int USUAL = 10;
    private static final int MOST = 50;

    private final QueryReader reader;
    private final Scopes scopes;
    private final Suggestions suggestions;

    @Activate
    public QueryResource(@Reference QueryReader reader, @Reference Scopes scopes, @Reference Suggestions suggestions) {
        this.reader = reader;
        this.scopes = scopes;
        this.suggestions = suggestions;
    }

    /** The query as it is understood, or 400 with the place where it is not. */
    @GET
    @Path("query")
    public QueryView explain(@Context UriInfo address) {
        var parameters = new Parameters(address, "type", "q");
        parameters.nothingElse();
        return QueryView.of(reader.read(
                scopes.of(parameters.values("type")), parameters.text("q").orElse("")));
    }

    /** How the clause that the cursor stands in or after could go on. */
    @GET
    @Path("suggest")
    public Map<String, List<Suggestion>> suggest(@Context UriInfo address) {
        var parameters = new Parameters(address, "type", "q", "at", "limit");
        parameters.nothingElse();
        String text = parameters.text("q").orElse("");
        int at = parameters.number("at", text.length(), 0, text.length());
        int limit = parameters.number("limit", USUAL, 1, MOST);
        return Map.of("items", suggestions.of(scopes.of(parameters.values("type")), text, at, limit));
    }
}
