package org.vaksam.insight.rest;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.UriInfo;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.jakartars.whiteboard.propertytypes.JakartarsResource;
import org.vaksam.api.journal.Journal;
import org.vaksam.api.security.Access;
import org.vaksam.api.security.SignedIn;
import org.vaksam.insight.query.QueryReader;
import org.vaksam.insight.query.Scopes;
import org.vaksam.spi.records.RecordQuery;
import org.vaksam.spi.records.RecordRow;
import org.vaksam.spi.records.RecordSearch;
import org.vaksam.spi.records.RecordShares;
import org.vaksam.spi.records.RecordSource;
import org.vaksam.spi.records.RecordVisibility;
import org.vaksam.spi.security.Units;
import org.vaksam.spi.web.Resources;

/** Search over the records of all areas. */
@Component(service = SearchResource.class, property = Resources.PLATFORM + "=search")
@JakartarsResource
@Path("search")
@Produces(MediaType.APPLICATION_JSON)
public final class SearchResource {
    private static final int USUAL_PAGE = 20;
    private static final int LARGEST_PAGE = 200;

    private final RecordSearch records;
    private final RecordSource source;
    private final Access access;
    private final Units units;
    private final RecordShares shares;
    private final Journal journal;
    private final QueryReader reader;
    private final Scopes scopes;

    @Activate
    public SearchResource(
            @Reference RecordSearch records,
            @Reference RecordSource source,
            @Reference Access access,
            @Reference Units units,
            @Reference RecordShares shares,
            @Reference Journal journal,
            @Reference QueryReader reader,
            @Reference Scopes scopes) {
        this.records = records;
        this.source = source;
        this.access = access;
        this.units = units;
        this.shares = shares;
        this.journal = journal;
        this.reader = reader;
        this.scopes = scopes;
    }

    /** A page of hits, the best first; without words the newest first. */
    @GET
    @SignedIn
    public SearchPage search(@Context UriInfo address) {
        var parameters = new Parameters(address, "q", "limit", "cursor", "type", "sort");
        String text = parameters.text("q").orElse("");
        var page = records.search(new RecordQuery(
                parameters.values("type"),
                parameters.filters(),
                text,
                parameters.text("sort").orElse(text.isBlank() ? "" : "relevance"),
                parameters.text("cursor"),
                parameters.number("limit", USUAL_PAGE, 1, LARGEST_PAGE)));
        List<QueryView.Instead> instead = QueryView.of(reader.read(scopes.of(parameters.values("type")), text))
                .instead();
        return new SearchPage(items(page.ids()), page.total(), page.next(), instead);
    }

    /** The state of now: what the caller may no longer know of since it was indexed is not shown. */
    private List<SearchPage.Item> items(List<String> ids) {
        Map<String, RecordRow> rows =
                source.byIds(ids).stream().collect(Collectors.toMap(RecordRow::id, Function.identity()));
        List<RecordRow> shown = ids.stream()
                .map(rows::get)
                .filter(Objects::nonNull)
                .filter(row -> RecordVisibility.of(access.caller(), row.type()).shows(row, units, shares))
                .toList();
        journalRestricted(shown);
        return shown.stream().map(SearchPage.Item::of).toList();
    }

    /** A hit shows the title and more: that is reading. */
    private void journalRestricted(List<RecordRow> shown) {
        List<Journal.Entry> readings = shown.stream()
                .filter(RecordVisibility::isRestricted)
                .map(row -> new Journal.Entry("record.read", row.type(), row.id(), Map.of("number", row.number())))
                .toList();
        if (!readings.isEmpty()) {
            journal.appendAll(readings);
        }
    }
}
