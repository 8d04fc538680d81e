package org.vaksam.casework.comment;

import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.jakartars.whiteboard.propertytypes.JakartarsResource;
import org.vaksam.api.problem.Problem;
import org.vaksam.api.security.SignedIn;
import org.vaksam.api.text.Text;
import org.vaksam.spi.records.RecordAccess;
import org.vaksam.spi.security.Accounts;
import org.vaksam.spi.web.EntityTags;
import org.vaksam.spi.web.Input;
import org.vaksam.spi.web.Page;
import org.vaksam.spi.web.Resources;

/** {@code /api/comments}: what people say about a record, visible with the record. */
@Component(service = CommentsResource.class, property = Resources.PLATFORM + "=comments")
@JakartarsResource
@Path("comments")
@SignedIn
@Produces(MediaType.APPLICATION_JSON)
public final class CommentsResource {
    private static final int LONGEST = 4_000;
    private static final int SUGGESTIONS = 8;
    private static final Pattern KEY = Pattern.compile("[\\x21-\\x7e]{1,200}");

    private final Comments comments;
    private final Mentions mentions;
    private final RecordAccess records;
    private final Accounts accounts;

    @Activate
    public CommentsResource(
            @Reference Comments comments,
            @Reference Mentions mentions,
            @Reference RecordAccess records,
            @Reference Accounts accounts) {
        this.comments = comments;
        this.mentions = mentions;
        this.records = records;
        this.accounts = accounts;
    }

    /** Somebody. */
    public record Person(String id, String name) {}

    /** Somebody who can be mentioned. */
    public record Candidate(String id, String username, String name) {}

    /**
     * A comment, as it is shown.
     *
     * @param editableUntil until when its author may change it
     */
    public record View(
            String id,
            String record,
            Person author,
            String text,
            List<Person> mentions,
            int version,
            Instant createdAt,
            Instant editableUntil,
            Optional<Instant> editedAt,
            Optional<Instant> removedAt,
            Optional<Person> removedBy) {}

    @GET
    public Page<View> list(
            @QueryParam("record") @DefaultValue("") String record,
            @QueryParam("after") @Nullable String after,
            @QueryParam("limit") @DefaultValue("50") int limit) {
        int size = Page.size(limit);
        List<Comment> found = comments.page(record, Optional.ofNullable(after), size + 1);
        Page<Comment> page = Page.of(found, size, Comment::id);
        Map<String, String> names = names(page.items());
        return new Page<>(page.items().stream().map(one -> view(one, names)).toList(), page.next());
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    public Response add(
            @HeaderParam("Idempotency-Key") @Nullable String key, @Nullable Map<String, @Nullable Object> body) {
        var input = Input.of(body, "record", "text", "mentions");
        String record = input.requiredLine("record", 100);
        String text = input.requiredLines("text", LONGEST);
        List<String> chosen = input.texts("mentions", Mentions.MOST, 100);
        input.check();
        Comment comment = comments.add(record, text, chosen, key(key));
        return answer(Response.created(URI.create("/api/comments/" + comment.id())), comment);
    }

    @PATCH
    @Path("{id}")
    @Consumes({MediaType.APPLICATION_JSON, "application/merge-patch+json"})
    public Response edit(
            @PathParam("id") String id,
            @HeaderParam("If-Match") @Nullable String version,
            @Nullable Map<String, @Nullable Object> body) {
        var input = Input.of(body, "text", "mentions");
        String text = input.requiredLines("text", LONGEST);
        List<String> chosen = input.texts("mentions", Mentions.MOST, 100);
        input.check();
        return answer(Response.ok(), comments.edit(id, EntityTags.required(version), text, chosen));
    }

    @DELETE
    @Path("{id}")
    public Response remove(@PathParam("id") String id) {
        comments.remove(id);
        return Response.noContent().build();
    }

    /** What a comment said before it was edited. */
    @GET
    @Path("{id}/versions")
    public Map<String, List<CommentTable.Earlier>> versions(@PathParam("id") String id) {
        return Map.of("items", comments.earlier(id));
    }

    /** Who can be mentioned on a record: people of this name who may see it. */
    @GET
    @Path("people")
    public Map<String, List<Candidate>> people(
            @QueryParam("record") @DefaultValue("") String record, @QueryParam("q") @DefaultValue("") String words) {
        if (words.length() > 100) {
            throw Problem.badRequest(new Text("Högst 100 tecken.", "At most 100 characters."));
        }
        return Map.of(
                "items",
                mentions.candidates(records.require(record), words, SUGGESTIONS).stream()
                        .map(account -> new Candidate(account.id(), account.username(), account.name()))
                        .toList());
    }

    private Response answer(Response.ResponseBuilder answer, Comment comment) {
        return answer.entity(view(comment, names(List.of(comment))))
                .header("ETag", EntityTags.of(comment.version()))
                .build();
    }

    private Map<String, String> names(List<Comment> all) {
        var ids = new ArrayList<String>();
        for (Comment comment : all) {
            ids.add(comment.author());
            ids.addAll(comment.mentions());
            comment.removedBy().ifPresent(ids::add);
        }
        return accounts.names(ids);
    }

    private static View view(Comment comment, Map<String, String> names) {
        return new View(
                comment.id(),
                comment.record(),
                person(comment.author(), names),
                comment.text(),
                comment.mentions().stream().map(id -> person(id, names)).toList(),
                comment.version(),
                comment.created(),
                comment.created().plus(Comments.EDITABLE),
                comment.edited(),
                comment.removed(),
                comment.removedBy().map(id -> person(id, names)));
    }

    private static Person person(String id, Map<String, String> names) {
        return new Person(id, names.getOrDefault(id, ""));
    }

    private static Optional<String> key(@Nullable String header) {
        if (header == null) {
            return Optional.empty();
        }
        if (!KEY.matcher(header).matches()) {
            throw Problem.badRequest(new Text(
                    "Idempotency-Key ska vara 1-200 tecken utan mellanslag.",
                    "Idempotency-Key must be 1-200 characters without spaces."));
        }
        return Optional.of(header);
    }
}
