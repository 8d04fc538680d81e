package org.vaksam.casework.mail;

import java.io.IOException;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Optional;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.vaksam.api.calendar.SwedishTime;
import org.vaksam.casework.mail.Letters.Letter;
import org.vaksam.casework.notice.NoticeSettings;
import org.vaksam.casework.notice.NoticeTable;
import org.vaksam.casework.notice.Settings;
import org.vaksam.spi.mail.Mailer;
import org.vaksam.spi.security.Accounts;
import org.vaksam.spi.security.Mailboxes;

/**
 * Makes letters of notices when their time has come, and gives them to the mail server. Looks often and never plans ahead, so
 * that neither a clock that jumps nor a platform that was off makes it miss anything. A letter may be sent twice when the
 * platform dies while it is sent; both then carry the same id.
 */
@Component(service = Outbox.class)
public final class Outbox {
    private static final Logger LOG = LoggerFactory.getLogger(Outbox.class);
    private static final int PAGE = 50;
    /** So many letters in a row that the server does not take, and it is left alone until the next look. */
    private static final int PATIENCE = 3;

    private final Letters letters;
    private final LetterText texts;
    private final ReporterLetters reporters;
    private final NoticeTable notices;
    private final NoticeSettings settings;
    private final Mailboxes mailboxes;
    private final Accounts accounts;
    private final Mailer mailer;
    private final Clock clock;

    @Activate
    public Outbox(
            @Reference Letters letters,
            @Reference LetterText texts,
            @Reference ReporterLetters reporters,
            @Reference NoticeTable notices,
            @Reference NoticeSettings settings,
            @Reference Mailboxes mailboxes,
            @Reference Accounts accounts,
            @Reference Mailer mailer,
            @Reference Clock clock) {
        this.letters = letters;
        this.texts = texts;
        this.reporters = reporters;
        this.notices = notices;
        this.settings = settings;
        this.mailboxes = mailboxes;
        this.accounts = accounts;
        this.mailer = mailer;
        this.clock = clock;
    }

    private enum Result {
        DONE,
        LATER,
        SERVER_DOWN
    }

    /** Does what is to be done now; returns how many letters are done with. */
    public int look() {
        Optional<URI> platform = mailer.platform();
        if (platform.isEmpty()) {
            return 0;
        }
        letters.waiting().forEach(this::make);
        return send(platform.get());
    }

    private void make(String account) {
        Instant now = clock.instant();
        Settings own = settings.of(account);
        if (!isQuiet(own, now)) {
            letters.makeSingle(account, now);
            letters.makeDigest(account, lastDigest(own, now), now);
        }
    }

    private int send(URI platform) {
        int done = 0;
        int failures = 0;
        String after = "";
        List<Letter> page;
        do {
            page = letters.due(clock.instant(), after, PAGE);
            for (Letter letter : page) {
                after = letter.id();
                Result result = send(letter, platform);
                done += result == Result.DONE ? 1 : 0;
                failures = result == Result.SERVER_DOWN ? failures + 1 : 0;
                if (failures == PATIENCE) {
                    return done;
                }
            }
        } while (page.size() == PAGE);
        return done;
    }

    private Result send(Letter letter, URI platform) {
        Optional<Settings> own = letter.account().map(settings::of);
        if (own.filter(settings -> isQuiet(settings, clock.instant())).isPresent()
                || !letters.claim(letter, clock.instant())) {
            return Result.LATER;
        }
        if (letter.account().isPresent()) {
            return send(letter, letter.account().get(), own.orElseThrow(), platform);
        }
        return reporters
                .compose(letter, platform)
                .map(composed -> give(letter, composed))
                .orElseGet(() -> forgotten(letter));
    }

    private Result send(Letter letter, String account, Settings own, URI platform) {
        if (accounts.find(account).filter(Accounts.Account::enabled).isEmpty()) {
            return forgotten(letter);
        }
        Optional<String> address = mailboxes.address(account);
        if (address.isEmpty()) {
            letters.giveUp(letter.id(), clock.instant(), "The account has no e-mail address");
            return Result.DONE;
        }
        return texts.of(account, notices.ofLetter(letter.id()), own.language(), platform)
                .map(content ->
                        new Mailer.Letter(address.get(), content.subject(), content.text(), Optional.of(letter.id())))
                .map(composed -> give(letter, composed))
                .orElseGet(() -> forgotten(letter));
    }

    private Result forgotten(Letter letter) {
        letters.forget(letter.id());
        return Result.DONE;
    }

    private Result give(Letter letter, Mailer.Letter composed) {
        try {
            mailer.send(composed);
        } catch (Mailer.Refused e) {
            letters.giveUp(letter.id(), clock.instant(), reason(e));
            return Result.DONE;
        } catch (IOException | RuntimeException e) {
            LOG.debug("A letter could not be sent", e);
            return failed(letter, reason(e));
        }
        return forgotten(letter);
    }

    private Result failed(Letter letter, String reason) {
        Optional<Duration> pause = Pauses.after(letter.attempts() + 1);
        if (pause.isPresent()) {
            letters.postpone(letter.id(), clock.instant().plus(pause.get()), reason);
        } else {
            letters.giveUp(letter.id(), clock.instant(), reason);
        }
        return Result.SERVER_DOWN;
    }

    private static boolean isQuiet(Settings own, Instant now) {
        LocalTime time = LocalTime.ofInstant(now, SwedishTime.ZONE);
        return own.quiet().filter(quiet -> quiet.covers(time)).isPresent();
    }

    /** When the daily letter was due the last time. */
    private static Instant lastDigest(Settings own, Instant now) {
        ZonedDateTime local = now.atZone(SwedishTime.ZONE);
        LocalTime hour = LocalTime.of(own.digestHour(), 0);
        Instant today =
                local.toLocalDate().atTime(hour).atZone(SwedishTime.ZONE).toInstant();
        return today.isAfter(now)
                ? local.toLocalDate()
                        .minusDays(1)
                        .atTime(hour)
                        .atZone(SwedishTime.ZONE)
                        .toInstant()
                : today;
    }

    private static String reason(Exception e) {
        return e.getMessage() == null ? e.getClass().getSimpleName() : e.getMessage();
    }
}
