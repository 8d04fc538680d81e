package org.vaksam.security.person;

import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.StreamingOutput;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.jakartars.whiteboard.propertytypes.JakartarsResource;
import org.vaksam.api.journal.Journal;
import org.vaksam.api.problem.Problem;
import org.vaksam.api.security.Access;
import org.vaksam.api.security.Requires;
import org.vaksam.api.text.Text;
import org.vaksam.security.input.Input;
import org.vaksam.security.person.ErasureTable.Erasure;
import org.vaksam.security.person.PersonViews.Answer;
import org.vaksam.security.person.PersonViews.ErasureView;
import org.vaksam.security.person.PersonViews.Protocol;
import org.vaksam.security.store.PlatformRoles;
import org.vaksam.spi.privacy.Person;
import org.vaksam.spi.privacy.PersonalData;
import org.vaksam.spi.web.Resources;

/** One person's data over all areas. Who it is stands in the body of a request only, never in an address. */
@Component(service = PersonsResource.class, property = Resources.PLATFORM + "=persons")
@JakartarsResource
@Path("persons")
@Produces(MediaType.APPLICATION_JSON)
public final class PersonsResource {
    private static final int NEWEST = 100;
    private static final int LONGEST_HASH = 64;
    private static final int LONGEST_ID = 400;

    private final PersonInput input;
    private final PersonSearch search;
    private final Erasures erasures;
    private final Access access;
    private final Journal journal;

    @Activate
    public PersonsResource(
            @Reference PersonInput input,
            @Reference PersonSearch search,
            @Reference Erasures erasures,
            @Reference Access access,
            @Reference Journal journal) {
        this.input = input;
        this.search = search;
        this.erasures = erasures;
        this.access = access;
        this.journal = journal;
    }

    @POST
    @Path("search")
    @Consumes(MediaType.APPLICATION_JSON)
    @Requires(PlatformRoles.READ_PERSONS)
    public Response find(@Nullable Map<String, @Nullable Object> body) {
        Person person = input.read(body);
        Findings findings = search.find(person);
        journal("person.searched", person, findings);
        return Response.ok(Answer.of(findings))
                .header(HttpHeaders.CACHE_CONTROL, "no-store")
                .build();
    }

    @POST
    @Path("export")
    @Consumes(MediaType.APPLICATION_JSON)
    @Produces("application/zip")
    @Requires(PlatformRoles.READ_PERSONS)
    public Response export(@Nullable Map<String, @Nullable Object> body) {
        Person person = input.read(body);
        Findings findings = search.find(person);
        journal("person.exported", person, findings);
        StreamingOutput content =
                new PersonExport(person, findings, access.caller().language())::write;
        return Response.ok(content)
                .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"person.zip\"")
                .header(HttpHeaders.CACHE_CONTROL, "no-store")
                .build();
    }

    @POST
    @Path("erasures")
    @Consumes(MediaType.APPLICATION_JSON)
    @Requires(PlatformRoles.ERASE_PERSONS)
    public Response erase(@Nullable Map<String, @Nullable Object> body) {
        var members = Input.of(body, PersonInput.ACCOUNT, PersonInput.WORDS, "hash", "leave")
                .required("hash");
        String hash = members.line("hash", LONGEST_HASH);
        Set<String> leave =
                members.words("leave", 3 * PersonalData.MOST, LONGEST_ID).orElse(Set.of());
        Erasure started = erasures.start(input.read(members), hash, leave, access.caller());
        return Response.accepted(ErasureView.of(started)).build();
    }

    @GET
    @Path("erasures")
    @Requires(PlatformRoles.ERASE_PERSONS)
    public Map<String, List<ErasureView>> erasures() {
        return Map.of(
                "items", erasures.newest(NEWEST).stream().map(ErasureView::of).toList());
    }

    @GET
    @Path("erasures/{id}")
    @Requires(PlatformRoles.ERASE_PERSONS)
    public Protocol protocol(@PathParam("id") String id) {
        Erasure erasure = erasures.find(id)
                .orElseThrow(() ->
                        Problem.notFound(new Text("Det finns ingen sådan radering.", "There is no such erasure.")));
        return Protocol.of(erasure, erasures.lines(id));
    }

    private void journal(String action, Person person, Findings findings) {
        journal.append(new Journal.Entry(
                action,
                "person",
                person.account().orElse("-"),
                Map.of("fingerprint", input.fingerprint(person), "places", findings.size())));
    }
}
