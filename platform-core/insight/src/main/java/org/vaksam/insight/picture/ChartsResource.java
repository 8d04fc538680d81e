package org.vaksam.insight.picture;

import com.fasterxml.jackson.annotation.JsonRawValue;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.jakartars.whiteboard.propertytypes.JakartarsResource;
import org.vaksam.api.security.SignedIn;
import org.vaksam.insight.chart.Chart;
import org.vaksam.insight.chart.Charts;
import org.vaksam.insight.chart.Shape;
import org.vaksam.spi.security.Accounts;
import org.vaksam.spi.web.EntityTags;
import org.vaksam.spi.web.Input;
import org.vaksam.spi.web.Resources;

/** {@code /api/charts}: charts of a record as they were shown, visible with the record. */
@Component(service = ChartsResource.class, property = Resources.PLATFORM + "=charts")
@JakartarsResource
@Path("charts")
@SignedIn
@Produces(MediaType.APPLICATION_JSON)
public final class ChartsResource {
    private static final int LONGEST_NOTE = 3_000;
    private static final int MOST_DAYS = 1_000;

    private final FrozenCharts charts;
    private final Accounts accounts;

    @Activate
    public ChartsResource(@Reference FrozenCharts charts, @Reference Accounts accounts) {
        this.charts = charts;
        this.accounts = accounts;
    }

    /** Who froze it. */
    public record Person(String id, String name) {}

    /**
     * A chart, as it is shown.
     *
     * @param data as the address of its query answered it then
     */
    public record View(
            String id,
            String record,
            String title,
            String shape,
            String query,
            String note,
            @JsonRawValue String data,
            Person frozenBy,
            Instant frozenAt,
            int version) {}

    /** All charts of a record. */
    public record Listed(List<View> items, boolean mayChange) {}

    @GET
    public Listed list(@QueryParam("record") @DefaultValue("") String record) {
        return new Listed(views(charts.of(record)), charts.mayChange(record));
    }

    @GET
    @Path("{id}")
    public Response get(@PathParam("id") String id) {
        return answer(Response.ok(), charts.find(id));
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    public Response add(@Nullable Map<String, @Nullable Object> body) {
        var input = Input.of(body, "record", "title", "shape", "query", "note");
        String record = input.requiredLine("record", 100);
        Optional<Chart> chart = Charts.read(input);
        String note = note(input);
        input.check();
        FrozenChart added = charts.add(record, chart.orElseThrow(), note);
        return answer(Response.created(URI.create("/api/charts/" + added.id())), added);
    }

    /** Takes the charts of another record over, about some days later. */
    @POST
    @Path("copies")
    @Consumes(MediaType.APPLICATION_JSON)
    public Listed copy(@Nullable Map<String, @Nullable Object> body) {
        var input = Input.of(body, "from", "to", "days");
        String from = input.requiredLine("from", 100);
        String to = input.requiredLine("to", 100);
        int days = input.whole("days", -MOST_DAYS, MOST_DAYS).orElse(0);
        input.check();
        return new Listed(views(charts.copy(from, to, days)), true);
    }

    /** The order of the charts of a record. */
    @PUT
    @Path("order")
    @Consumes(MediaType.APPLICATION_JSON)
    public Listed order(@Nullable Map<String, @Nullable Object> body) {
        var input = Input.of(body, "record", "charts");
        String record = input.requiredLine("record", 100);
        List<String> ids = input.texts("charts", FrozenCharts.MOST, 36);
        input.check();
        return new Listed(views(charts.order(record, ids)), true);
    }

    /** Changes title, shape and note; what was asked and answered stays. */
    @PUT
    @Path("{id}")
    @Consumes(MediaType.APPLICATION_JSON)
    public Response change(
            @PathParam("id") String id,
            @HeaderParam("If-Match") @Nullable String match,
            @Nullable Map<String, @Nullable Object> body) {
        var input = Input.of(body, "title", "shape", "note");
        String title = input.requiredLine("title", Charts.LONGEST_TITLE);
        Optional<String> shape = input.required("shape", input.word("shape", Shape.words()));
        String note = note(input);
        input.check();
        var expected = EntityTags.required(match);
        return answer(Response.ok(), charts.change(id, expected, title, Shape.of(shape.orElseThrow()), note));
    }

    /** Freezes it again as it is now. */
    @POST
    @Path("{id}/renewal")
    public Response renew(@PathParam("id") String id, @HeaderParam("If-Match") @Nullable String match) {
        return answer(Response.ok(), charts.renew(id, EntityTags.required(match)));
    }

    @DELETE
    @Path("{id}")
    public Response remove(@PathParam("id") String id, @HeaderParam("If-Match") @Nullable String match) {
        charts.remove(id, EntityTags.required(match));
        return Response.noContent().build();
    }

    private static String note(Input input) {
        return input.lines("note", LONGEST_NOTE).orElse("");
    }

    private Response answer(Response.ResponseBuilder response, FrozenChart chart) {
        return response.entity(views(List.of(chart)).get(0))
                .header("ETag", EntityTags.of(chart.version()))
                .build();
    }

    private List<View> views(List<FrozenChart> all) {
        Map<String, String> names = accounts.names(
                all.stream().map(FrozenChart::frozenBy).distinct().toList());
        return all.stream().map(chart -> view(chart, names)).toList();
    }

    private static View view(FrozenChart frozen, Map<String, String> names) {
        Chart chart = frozen.chart();
        return new View(
                frozen.id(),
                frozen.record(),
                chart.title(),
                chart.shape().word(),
                chart.query(),
                frozen.note(),
                frozen.answer(),
                new Person(frozen.frozenBy(), names.getOrDefault(frozen.frozenBy(), "")),
                frozen.frozenAt(),
                frozen.version());
    }
}
