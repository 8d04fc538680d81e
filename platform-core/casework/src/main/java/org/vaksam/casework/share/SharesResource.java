package org.vaksam.casework.share;

import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.jakartars.whiteboard.propertytypes.JakartarsResource;
import org.vaksam.api.security.SignedIn;
import org.vaksam.api.text.Text;
import org.vaksam.casework.notice.Me;
import org.vaksam.casework.notice.RecordBrief;
import org.vaksam.casework.notice.RecordBriefs;
import org.vaksam.casework.share.ShareTable.Shared;
import org.vaksam.spi.records.RecordTypes;
import org.vaksam.spi.records.RecordVisibility;
import org.vaksam.spi.security.Accounts;
import org.vaksam.spi.security.Units;
import org.vaksam.spi.web.Input;
import org.vaksam.spi.web.Page;
import org.vaksam.spi.web.Resources;

/** {@code /api/shares}: single records that partners see. Changed and listed by whoever handles the record. */
@Component(service = SharesResource.class, property = Resources.PLATFORM + "=shares")
@JakartarsResource
@Path("shares")
@SignedIn
@Produces(MediaType.APPLICATION_JSON)
public final class SharesResource {
    private final Shares shares;
    private final ShareTable table;
    private final RecordBriefs briefs;
    private final RecordTypes types;
    private final Accounts accounts;
    private final Units units;
    private final Me me;

    @Activate
    public SharesResource(
            @Reference Shares shares,
            @Reference ShareTable table,
            @Reference RecordBriefs briefs,
            @Reference RecordTypes types,
            @Reference Accounts accounts,
            @Reference Units units,
            @Reference Me me) {
        this.shares = shares;
        this.table = table;
        this.briefs = briefs;
        this.types = types;
        this.accounts = accounts;
        this.units = units;
        this.me = me;
    }

    /** An account or a unit. */
    public record Party(String id, String kind, Text name) {}

    /**
     * A share.
     *
     * @param ended whether the record is no longer seen by it
     */
    public record View(
            String record, Party party, LocalDate until, boolean ended, Instant sharedAt, Optional<String> sharedBy) {}

    /** A record that is shared with the caller. */
    public record Mine(RecordBrief record, Party party, LocalDate until, Instant sharedAt, Optional<String> sharedBy) {}

    @GET
    public Map<String, List<View>> list(@QueryParam("record") @DefaultValue("") String record) {
        return Map.of("items", shares.of(record).stream().map(this::view).toList());
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    public Response share(@Nullable Map<String, @Nullable Object> body) {
        var input = Input.of(body, "record", "account", "unit", "until");
        String record = input.requiredLine("record", 100);
        Optional<LocalDate> until = input.required("until", input.date("until"));
        Optional<String> account = input.line("account", 100);
        Optional<String> unit = input.line("unit", 100);
        if (account.isPresent() == unit.isPresent()) {
            input.wrong("account", "Ange antingen account eller unit.", "Give either account or unit.");
        }
        input.check();
        Shared share = account.isPresent()
                ? shares.withAccount(record, account.get(), until.orElseThrow())
                : shares.withUnit(record, unit.orElseThrow(), until.orElseThrow());
        return Response.status(Response.Status.CREATED).entity(view(share)).build();
    }

    @DELETE
    @Path("{record}/{party}")
    public Response withdraw(@PathParam("record") String record, @PathParam("party") String party) {
        shares.withdraw(record, party);
        return Response.noContent().build();
    }

    /** What is shared with the caller today, by themselves or through a unit; the newest records first. */
    @GET
    @Path("mine")
    public Page<Mine> mine(
            @QueryParam("before") @Nullable String before, @QueryParam("limit") @DefaultValue("50") int limit) {
        String account = me.account();
        Set<String> parties = new HashSet<>(Set.of(account));
        types.types()
                .forEach(type -> parties.addAll(
                        RecordVisibility.of(me.caller(), type.name()).parties()));
        int size = Page.size(limit);
        var page = Page.of(table.with(parties, Optional.ofNullable(before), size + 1), size, Shared::record);
        Map<String, RecordBrief> seen =
                briefs.of(account, page.items().stream().map(Shared::record).toList());
        return new Page<>(
                page.items().stream()
                        .filter(share -> seen.containsKey(share.record()))
                        .map(share -> new Mine(
                                Objects.requireNonNull(seen.get(share.record())),
                                party(share),
                                share.until(),
                                share.at(),
                                by(share)))
                        .toList(),
                page.next());
    }

    private View view(Shared share) {
        return new View(
                share.record(),
                party(share),
                share.until(),
                share.until().isBefore(table.today()),
                share.at(),
                by(share));
    }

    private Party party(Shared share) {
        Text name = share.unit()
                ? units.find(share.party()).map(Units.Unit::name).orElse(Text.same(""))
                : Text.same(
                        accounts.find(share.party()).map(Accounts.Account::name).orElse(""));
        return new Party(share.party(), share.unit() ? "unit" : "account", name);
    }

    private Optional<String> by(Shared share) {
        return share.by().flatMap(accounts::find).map(Accounts.Account::name);
    }
}
