package org.vaksam.journal.rest;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.jakartars.whiteboard.propertytypes.JakartarsResource;
import org.vaksam.api.journal.Journal;
import org.vaksam.api.problem.Problem;
import org.vaksam.api.security.Requires;
import org.vaksam.api.text.Text;
import org.vaksam.journal.Followers;
import org.vaksam.spi.journal.JournalFeed;
import org.vaksam.spi.journal.JournalFollower;
import org.vaksam.spi.journal.JournalFollower.Failure;
import org.vaksam.spi.web.Resources;

/** Who follows the journal, how far, and what stops them. */
@Component(service = FollowersResource.class, property = Resources.PLATFORM + "=journal")
@JakartarsResource
@Path("journal/followers")
@Produces(MediaType.APPLICATION_JSON)
public final class FollowersResource {
    private final Followers followers;
    private final JournalFeed feed;
    private final Journal journal;

    @Activate
    public FollowersResource(@Reference Followers followers, @Reference JournalFeed feed, @Reference Journal journal) {
        this.followers = followers;
        this.feed = feed;
        this.journal = journal;
    }

    /** A follower and its place. */
    public record FollowerView(String name, Text title, long position, long behind, Optional<Failure> failure) {}

    /** All of them, and the end of the journal. */
    public record FollowerList(long head, List<FollowerView> items) {}

    @GET
    @Requires("platform:journal:read")
    public FollowerList list() {
        long head = feed.head();
        return new FollowerList(
                head, followers.all().stream().map(each -> view(each, head)).toList());
    }

    /** Has it try again at once. */
    @POST
    @Path("{name}/resume")
    @Requires("platform:journal:manage")
    public FollowerView resume(@PathParam("name") String name) {
        JournalFollower follower = followers
                .named(name)
                .orElseThrow(() ->
                        Problem.notFound(new Text("Det finns ingen sådan följare.", "There is no such follower.")));
        journal.append(new Journal.Entry("follower.resumed", "follower", name, Map.of()));
        follower.resume();
        return view(follower, feed.head());
    }

    private static FollowerView view(JournalFollower follower, long head) {
        JournalFollower.State state = follower.state();
        return new FollowerView(
                follower.name(),
                follower.title(),
                state.position(),
                Math.max(0, head - state.position()),
                state.failure());
    }
}
