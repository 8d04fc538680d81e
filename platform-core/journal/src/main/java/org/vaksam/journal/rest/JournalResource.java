package org.vaksam.journal.rest;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.jakartars.whiteboard.propertytypes.JakartarsResource;
import org.vaksam.api.security.Requires;
import org.vaksam.journal.JournalDetails;
import org.vaksam.journal.chain.EntryRow;
import org.vaksam.journal.chain.SealedEntry;
import org.vaksam.journal.search.JournalFilter;
import org.vaksam.journal.search.JournalSearch;
import org.vaksam.spi.web.Resources;

/** Who did what when, for auditors: newest first. */
@Component(service = JournalResource.class, property = Resources.PLATFORM + "=journal")
@JakartarsResource
@Path("journal")
@Produces(MediaType.APPLICATION_JSON)
public final class JournalResource {
    private final JournalSearch search;

    @Activate
    public JournalResource(@Reference JournalSearch search) {
        this.search = search;
    }

    /** Who did it; no id for the platform itself and for strangers. */
    public record Actor(Optional<String> id, String name) {}

    /** An entry. */
    public record Item(
            long position,
            String id,
            Instant at,
            Actor by,
            String action,
            String subjectType,
            String subject,
            Map<String, Object> data,
            String hash) {
        static Item of(SealedEntry row, EntryRow entry) {
            return new Item(
                    row.position(),
                    entry.id(),
                    entry.madeAt(),
                    new Actor(entry.actor(), entry.actorName()),
                    entry.action(),
                    entry.subjectType(),
                    entry.subject(),
                    JournalDetails.of(entry),
                    row.hash());
        }
    }

    /**
     * A page.
     *
     * @param next       {@code before} of the next page; empty after the oldest
     * @param searchedTo the time that the search has come back to, while there is a next page
     */
    public record ItemPage(List<Item> items, Optional<Long> next, Optional<Instant> searchedTo) {}

    @GET
    @Requires("platform:journal:read")
    public ItemPage list(
            @QueryParam("person") @Nullable String person,
            @QueryParam("action") @Nullable String action,
            @QueryParam("subjectType") @Nullable String subjectType,
            @QueryParam("subject") @Nullable String subject,
            @QueryParam("from") @Nullable String from,
            @QueryParam("to") @Nullable String to,
            @QueryParam("q") @Nullable String text,
            @QueryParam("before") @Nullable String before,
            @QueryParam("limit") @Nullable String limit) {
        var filter = new JournalFilter(
                Parameter.words("person", person),
                Parameter.words("action", action),
                Parameter.words("subjectType", subjectType),
                Parameter.words("subject", subject),
                Parameter.start("from", from),
                Parameter.end("to", to),
                Parameter.words("q", text));
        JournalSearch.Page page =
                search.find(filter, Parameter.number("before", before, Long.MAX_VALUE, 1, Long.MAX_VALUE), (int)
                        Parameter.number("limit", limit, 50, 1, 200));
        List<Item> items = page.entries().stream()
                .flatMap(row -> row.entry().map(entry -> Item.of(row, entry)).stream())
                .toList();
        return new ItemPage(items, page.next(), page.back());
    }
}
