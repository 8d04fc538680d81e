package org.vaksam.casework.notice;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.vaksam.api.data.Transactions;
import org.vaksam.api.security.Access;
import org.vaksam.spi.casework.FollowUp;
import org.vaksam.spi.mail.Mailer;
import org.vaksam.spi.records.RecordAccess;
import org.vaksam.spi.records.RecordRow;
import org.vaksam.spi.security.Accounts;
import org.vaksam.spi.security.Mailboxes;

/**
 * Tells people: writes notices in the thread's transaction, so that they stand or fall with what they tell of. A letter, where
 * the person wants one, is made of the notice later. Whoever did it is not told of it themselves.
 */
@Component(service = NoticeWriter.class)
public final class NoticeWriter {
    private static final String ASSIGNED = "assigned";

    private final NoticeTable notices;
    private final NoticeSettings settings;
    private final Parties parties;
    private final RecordAccess records;
    private final Accounts accounts;
    private final Mailboxes mailboxes;
    private final Mailer mailer;
    private final Access access;
    private final Transactions transactions;
    private final NoticeNews news;

    @Activate
    public NoticeWriter(
            @Reference NoticeTable notices,
            @Reference NoticeSettings settings,
            @Reference Parties parties,
            @Reference RecordAccess records,
            @Reference Accounts accounts,
            @Reference Mailboxes mailboxes,
            @Reference Mailer mailer,
            @Reference Access access,
            @Reference Transactions transactions,
            @Reference NoticeNews news) {
        this.notices = notices;
        this.settings = settings;
        this.parties = parties;
        this.records = records;
        this.accounts = accounts;
        this.mailboxes = mailboxes;
        this.mailer = mailer;
        this.access = access;
        this.transactions = transactions;
        this.news = news;
    }

    /**
     * Tells one person, unless they did it themselves or the account is not in use. Whether they may see the record is up to
     * whoever calls this; {@link #tell(RecordRow, NoticeKind, List, String, Map)} looks itself.
     */
    public void tell(Notice notice) {
        boolean own = notice.account().equals(access.caller().account().orElse(""));
        if (!own
                && accounts.find(notice.account())
                        .filter(Accounts.Account::enabled)
                        .isPresent()) {
            transactions.required(() -> {
                notices.insert(notice, mail(notice));
                transactions.afterCommit(() -> news.arrived(Set.of(notice.account())));
                return true;
            });
        }
    }

    /**
     * Tells parties (see {@link FollowUp}) and accounts, each person once, and only those who may see the record.
     *
     * @param recipients parties or ids of accounts
     */
    public void tell(
            RecordRow row, NoticeKind kind, List<String> recipients, String template, Map<String, String> params) {
        Set<String> people = new LinkedHashSet<>();
        recipients.forEach(party -> people.addAll(parties.accounts(row, party)));
        Optional<String> actor = access.caller().account();
        for (String account : people) {
            if (records.maySee(account, row)) {
                tell(new Notice(account, kind, Optional.of(row.id()), actor, template, params));
            }
        }
    }

    /** Tells whom the process of a record says. */
    public void tell(RecordRow row, FollowUp.Notice followUp) {
        NoticeKind kind = followUp.template().equals(ASSIGNED) ? NoticeKind.ASSIGNED : NoticeKind.ROUTED;
        tell(row, kind, followUp.to(), followUp.template(), Map.of());
    }

    /** What the person has chosen; nothing where no letter could be sent. */
    private Optional<MailChoice> mail(Notice notice) {
        if (mailer.platform().isEmpty() || mailboxes.address(notice.account()).isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(settings.of(notice.account()).choice(notice.kind()))
                .filter(choice -> choice != MailChoice.NEVER);
    }
}
