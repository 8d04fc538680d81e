package org.vaksam.casework.talk;

import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import org.vaksam.api.data.Ids;
import org.vaksam.api.journal.Journal;
import org.vaksam.casework.mail.LetterText;
import org.vaksam.casework.mail.Letters;
import org.vaksam.casework.mail.MailResource;
import org.vaksam.casework.mail.Outbox;
import org.vaksam.casework.mail.OutboxHealth;
import org.vaksam.casework.notice.Me;
import org.vaksam.casework.notice.Notice;
import org.vaksam.casework.notice.NoticeKind;
import org.vaksam.casework.notice.NoticeNews;
import org.vaksam.casework.notice.NoticeSettings;
import org.vaksam.casework.notice.NoticeSettingsResource;
import org.vaksam.casework.notice.NoticeTable;
import org.vaksam.casework.notice.NoticeTexts;
import org.vaksam.casework.notice.NoticeWriter;
import org.vaksam.casework.notice.NoticesResource;
import org.vaksam.casework.notice.Parties;
import org.vaksam.casework.notice.RecordBriefs;
import org.vaksam.casework.store.CaseworkTables;
import org.vaksam.casework.subscription.Follows;
import org.vaksam.spi.mail.Mailer;
import org.vaksam.testkit.ClassPathBundle;
import org.vaksam.testkit.HandClock;
import org.vaksam.testkit.TestDatabase;

/** What is said around records, as the container puts it together, on a database of its own. */
final class Talk implements AutoCloseable {
    final TestDatabase database;
    final Office office = new Office();
    final HandClock clock = new HandClock("2026-03-02T09:00:00Z");
    final FakeMailer mailer = new FakeMailer();
    final List<Journal.Entry> journal = new CopyOnWriteArrayList<>();
    final List<String> news = new ArrayList<>();
    final CaseworkTables tables;
    final Me me = new Me(office.access());
    final NoticeNews noticeNews = new NoticeNews();
    final NoticeTable notices;
    final NoticeSettings settings;
    final NoticeWriter writer;
    final NoticeTexts texts = new NoticeTexts();
    final RecordBriefs briefs = new RecordBriefs(office, office);
    final Follows follows;
    final Letters letters;
    final NoticesResource noticesResource;
    final NoticeSettingsResource settingsResource;

    Talk(TestDatabase database) {
        this.database = database;
        tables = new CaseworkTables(
                database.database(), database.migrations(), ClassPathBundle.contextOf(CaseworkTables.class));
        notices = new NoticeTable(tables, clock);
        settings = new NoticeSettings(tables);
        writer = new NoticeWriter(
                notices,
                settings,
                new Parties(Office.responsibles()),
                office,
                Office.accounts(),
                office.mailboxes(),
                mailer,
                office.access(),
                database.transactions(),
                noticeNews);
        noticeNews.listen(news::addAll);
        follows = new Follows(tables, clock);
        letters = new Letters(tables);
        noticesResource = new NoticesResource(notices, texts, briefs, office, Office.accounts(), noticeNews, me);
        settingsResource = new NoticeSettingsResource(settings, office.mailboxes(), mailer, me);
    }

    /** Written down when the transaction commits. */
    Journal journal() {
        return entry -> {
            database.transactions().afterCommit(() -> journal.add(entry));
            return Ids.next();
        };
    }

    Outbox outbox() {
        var text = new LetterText(texts, office, office, Office.accounts(), office);
        return new Outbox(
                letters,
                text,
                this::toReporter,
                notices,
                settings,
                office.mailboxes(),
                Office.accounts(),
                mailer,
                clock);
    }

    private Optional<Mailer.Letter> toReporter(Letters.Letter letter, URI platform) {
        return Optional.empty();
    }

    MailResource mail() {
        return new MailResource(letters, Office.accounts(), office, mailer, journal(), database.transactions(), clock);
    }

    OutboxHealth health() {
        return new OutboxHealth(letters, mailer);
    }

    /** Tells of the theft. */
    void tell(String account, NoticeKind kind) {
        tell(account, kind, Office.THEFT);
    }

    void tell(String account, NoticeKind kind, String record) {
        writer.tell(new Notice(account, kind, Optional.of(record), Optional.of(Office.CARIN), "mention", Map.of()));
    }

    /** The caller's own notices, newest first. */
    List<NoticesResource.View> told(String account) {
        office.be(account);
        return noticesResource.list(false, null, 200).items();
    }

    List<String> actions() {
        return journal.stream().map(Journal.Entry::action).toList();
    }

    Set<String> newsOf() {
        return Set.copyOf(news);
    }

    @Override
    public void close() {
        database.close();
    }
}
