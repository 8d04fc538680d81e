package org.vaksam.casework.notice;

import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.LocalTime;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.jakartars.whiteboard.propertytypes.JakartarsResource;
import org.vaksam.api.security.SignedIn;
import org.vaksam.spi.mail.Mailer;
import org.vaksam.spi.security.Mailboxes;
import org.vaksam.spi.web.EntityTags;
import org.vaksam.spi.web.Input;
import org.vaksam.spi.web.Resources;

/** {@code /api/notices/settings}: what the caller gets letters about, and when. */
@Component(service = NoticeSettingsResource.class, property = Resources.PLATFORM + "=notices")
@JakartarsResource
@Path("notices/settings")
@SignedIn
@Produces(MediaType.APPLICATION_JSON)
public final class NoticeSettingsResource {
    private static final Set<String> LANGUAGES = Set.of("sv", "en");

    private final NoticeSettings settings;
    private final Mailboxes mailboxes;
    private final Mailer mailer;
    private final Me me;

    @Activate
    public NoticeSettingsResource(
            @Reference NoticeSettings settings,
            @Reference Mailboxes mailboxes,
            @Reference Mailer mailer,
            @Reference Me me) {
        this.settings = settings;
        this.mailboxes = mailboxes;
        this.mailer = mailer;
        this.me = me;
    }

    /** Quiet hours, as 22:00. */
    public record Quiet(String from, String until) {}

    /**
     * What holds for the caller.
     *
     * @param mail     choice by kind of notice
     * @param possible whether letters are sent at all
     * @param address  where they go; without one none are sent
     */
    public record View(
            Map<String, String> mail,
            String language,
            int digestHour,
            Optional<Quiet> quiet,
            boolean possible,
            Optional<String> address) {}

    @GET
    public Response read() {
        return answer(settings.of(me.account()));
    }

    @PUT
    @Consumes(MediaType.APPLICATION_JSON)
    public Response change(
            @HeaderParam("If-Match") @Nullable String expected, @Nullable Map<String, @Nullable Object> body) {
        String account = me.account();
        Settings before = settings.of(account);
        EntityTags.check(EntityTags.required(expected), before.version());
        var input = Input.of(body, "mail", "language", "digestHour", "quiet");
        Settings usual = Settings.usual();
        String language =
                input.word("language", LANGUAGES).orElse(usual.language().getLanguage());
        int hour = input.whole("digestHour", 0, 23).orElse(usual.digestHour());
        var after = new Settings(Locale.forLanguageTag(language), hour, quiet(input), choices(input), before.version());
        input.check();
        if (!settings.set(account, after, before.version())) {
            throw EntityTags.stale(settings.of(account).version());
        }
        return answer(settings.of(account));
    }

    private static Map<NoticeKind, MailChoice> choices(Input input) {
        var choices = new EnumMap<NoticeKind, MailChoice>(NoticeKind.class);
        for (var choice : input.object("mail").entrySet()) {
            Optional<NoticeKind> kind = NoticeKind.of(choice.getKey());
            Optional<MailChoice> mail = MailChoice.of(String.valueOf(choice.getValue()));
            if (kind.isEmpty() || mail.isEmpty()) {
                input.wrong(
                        "mail." + choice.getKey(),
                        "Ska vara en sort med now, digest eller never.",
                        "Must be a kind with now, digest or never.");
            } else if (mail.get() != kind.get().usual()) {
                choices.put(kind.get(), mail.get());
            }
        }
        return choices;
    }

    private static Optional<QuietHours> quiet(Input input) {
        Map<String, @Nullable Object> given = input.object("quiet");
        if (given.isEmpty()) {
            return Optional.empty();
        }
        var hours = Input.of(given, "from", "until");
        Optional<LocalTime> from = hours.timeOfDay("from");
        Optional<LocalTime> until = hours.timeOfDay("until");
        hours.check();
        if (from.isEmpty() || until.isEmpty() || from.equals(until)) {
            input.wrong(
                    "quiet", "Ange två olika klockslag: from och until.", "Give two different times: from and until.");
            return Optional.empty();
        }
        return Optional.of(new QuietHours(from.get(), until.get()));
    }

    private Response answer(Settings own) {
        var mail = new TreeMap<String, String>();
        for (NoticeKind kind : NoticeKind.values()) {
            mail.put(kind.id(), own.choice(kind).id());
        }
        var view = new View(
                mail,
                own.language().getLanguage(),
                own.digestHour(),
                own.quiet()
                        .map(quiet ->
                                new Quiet(quiet.from().toString(), quiet.until().toString())),
                mailer.platform().isPresent(),
                mailboxes.address(me.account()));
        return Response.ok(view).header("ETag", EntityTags.of(own.version())).build();
    }
}
