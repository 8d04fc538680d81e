package org.vaksam.incidents;

import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.jakartars.whiteboard.propertytypes.JakartarsResource;
import org.vaksam.api.data.Transactions;
import org.vaksam.api.journal.Journal;
import org.vaksam.api.problem.FieldProblem;
import org.vaksam.api.problem.Problem;
import org.vaksam.api.security.Requires;
import org.vaksam.api.text.Text;

/** {@code /api/incidents/police-types}: lets the organisation say which kind each type of police event becomes. */
@Component(service = PoliceTypesResource.class)
@JakartarsResource
@Path("police-types")
@Produces(MediaType.APPLICATION_JSON)
public final class PoliceTypesResource {
    private final PoliceTypes types;
    private final Transactions transactions;
    private final Journal journal;

    @Activate
    public PoliceTypesResource(
            @Reference PoliceTypes types, @Reference Transactions transactions, @Reference Journal journal) {
        this.types = types;
        this.transactions = transactions;
        this.journal = journal;
    }

    /** What a client sends. */
    public record Assignment(@Nullable String kind) {}

    @GET
    @Requires("incidents:report:read")
    public Map<String, List<PoliceTypes.Mapping>> list() {
        return Map.of("items", types.all());
    }

    /** The name may contain a slash, as in {@code Mord/dråp}: it stands in the address as it is. */
    @PUT
    @Path("{name: .+}")
    @Consumes(MediaType.APPLICATION_JSON)
    @Requires("incidents:report:handle")
    public PoliceTypes.Mapping assign(@PathParam("name") String name, Assignment assignment) {
        String kind = assignment.kind();
        if (kind == null || !Kinds.ALL.contains(kind)) {
            String known = String.join(", ", Kinds.ALL);
            throw Problem.invalid(List.of(
                    new FieldProblem("kind", new Text("Ska vara något av: " + known, "Must be one of: " + known))));
        }
        return transactions.required(() -> {
            var mapping = types.assign(name, kind).orElseThrow(() -> unknown(name));
            journal.append(
                    new Journal.Entry("police-type.assigned", "incidents.police-type", name, Map.of("kind", kind)));
            return mapping;
        });
    }

    private static Problem unknown(String name) {
        return Problem.notFound(new Text(
                "Polisen har ingen händelsetyp som heter ”" + name + "”.",
                "The police have no type of event named “" + name + "”."));
    }
}
