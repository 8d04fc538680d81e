package org.vaksam.casework.report;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import org.jspecify.annotations.Nullable;
import org.vaksam.api.journal.Journal;
import org.vaksam.api.security.Access;
import org.vaksam.api.security.Caller;
import org.vaksam.api.text.Text;
import org.vaksam.casework.document.PhotoDesk;
import org.vaksam.casework.mail.LetterText;
import org.vaksam.casework.mail.Letters;
import org.vaksam.casework.mail.MailResource;
import org.vaksam.casework.mail.Outbox;
import org.vaksam.casework.message.Messages;
import org.vaksam.casework.message.MessagesResource;
import org.vaksam.casework.notice.NoticeNews;
import org.vaksam.casework.notice.NoticeSettings;
import org.vaksam.casework.notice.NoticeTable;
import org.vaksam.casework.notice.NoticeTexts;
import org.vaksam.casework.notice.NoticeWriter;
import org.vaksam.casework.notice.Parties;
import org.vaksam.casework.page.Doorkeeper;
import org.vaksam.casework.store.CaseworkTables;
import org.vaksam.spi.mail.Mailer;
import org.vaksam.spi.security.Accounts;
import org.vaksam.spi.security.Authenticator;
import org.vaksam.spi.security.Responsibles;
import org.vaksam.spi.security.Units;
import org.vaksam.testkit.ClassPathBundle;
import org.vaksam.testkit.HandClock;
import org.vaksam.testkit.TestDatabase;

/** Everything around the public pages, on a real database: one public kind, one that is not, one asset. */
public final class ReportHouse implements AutoCloseable {
    static final String ASSET = "00000000-0000-7000-8000-0000000000aa";
    static final String HANDLER = "00000000-0000-7000-8000-0000000000bb";

    public final HandClock clock = new HandClock("2026-11-23T08:00:00Z");
    public final FakeEngine engine;
    public final List<Mailer.Letter> letters = new CopyOnWriteArrayList<>();
    final Post post = new Post();
    public final List<Journal.Entry> journal = new CopyOnWriteArrayList<>();
    public final List<Caller> bound = new CopyOnWriteArrayList<>();
    final CaseworkTables tables;
    private final TestDatabase database;
    private final Path folder;
    private final ThreadLocal<Caller> caller = ThreadLocal.withInitial(ReportHouse::handler);
    private final Map<String, Object> settings = new HashMap<>(Map.of("organisation", "Sundby kommun"));

    public ReportHouse(TestDatabase database, Path folder) {
        this.database = database;
        this.folder = folder;
        database.database().write(sql -> {
            sql.update("CREATE TABLE record (id CHAR(36) NOT NULL PRIMARY KEY, type VARCHAR(100), number VARCHAR(40))");
            return sql.update("CREATE TABLE asset (id CHAR(36) NOT NULL PRIMARY KEY)");
        });
        tables = new CaseworkTables(
                database.database(), database.migrations(), ClassPathBundle.contextOf(CaseworkTables.class));
        engine = new FakeEngine(database.database(), clock);
    }

    public ReportHouse with(String setting, Object value) {
        settings.put(setting, value);
        return this;
    }

    public PublicSettings settings() {
        return new PublicSettings(settings);
    }

    public PublicKinds kinds() {
        return new PublicKinds(new FakeTypes());
    }

    public Doorkeeper doorkeeper() {
        return new Doorkeeper(clock);
    }

    public Reporters reporters() {
        return new Reporters(new Binding());
    }

    public FormTokens tokens() {
        return new FormTokens(new ReportKey(tables), clock);
    }

    public Reporting reporting() {
        return new Reporting(tables, engine, engine, reporters(), new ReportKey(tables), letters(), clock);
    }

    ReportLetters letters() {
        return new ReportLetters(tables, new Letters(tables), engine, post, clock);
    }

    /** What waits in the outbox goes to the mail server, as far as it takes it. */
    int deliver() {
        var notices = new NoticeTable(tables, clock);
        var texts = new LetterText(new NoticeTexts(), engine, engine, accounts(), new FakeTypes());
        return new Outbox(
                        new Letters(tables),
                        texts,
                        letters(),
                        notices,
                        new NoticeSettings(tables),
                        account -> Optional.empty(),
                        accounts(),
                        post,
                        clock)
                .look();
    }

    MailResource tray() {
        return new MailResource(
                new Letters(tables), accounts(), engine, post, this::append, database.transactions(), clock);
    }

    int forgetCodes() {
        return new Letters(tables).forgetCodes(clock.instant());
    }

    /** The follow-up codes that stand in the outbox in the clear. */
    List<String> codes() {
        return tables.database()
                .read(sql -> sql.list(
                        "SELECT code FROM mail_letter WHERE code IS NOT NULL ORDER BY id", row -> row.getString(1)));
    }

    public ReportResource report() {
        var nearby = new Nearby(engine, kinds(), reporters(), clock);
        nearby.bindSearch(engine);
        var reading = new FormReading(settings(), reporters(), new OneAsset(), new NoUnits(), clock);
        var doorkeeper = doorkeeper();
        var photos = new Photos(settings(), tokens(), reporting(), doorkeeper, photos().staged());
        var submissions = new Submissions(settings(), reading, tokens(), reporting(), nearby, photos, letters(), clock);
        return new ReportResource(doorkeeper, settings(), kinds(), reading, submissions, photos, nearby, access());
    }

    PhotoDesk photos() {
        return new PhotoDesk(
                tables, engine, new FakeTypes(), access(), new Binding(), this::append, clock, folder.resolve("spool"));
    }

    FollowResource follow() {
        return new FollowResource(
                doorkeeper(), settings(), reporting(), tokens(), messages(), reporters(), new FakeTypes(), access());
    }

    MessagesResource handlers() {
        return new MessagesResource(messages(), tables, engine, accounts(), access());
    }

    Messages messages() {
        var notices = new NoticeWriter(
                new NoticeTable(tables, clock),
                new NoticeSettings(tables),
                new Parties(new Nobody()),
                engine,
                accounts(),
                account -> Optional.empty(),
                post,
                access(),
                database.transactions(),
                new NoticeNews());
        return new Messages(tables, this::append, notices, letters(), clock);
    }

    public Access access() {
        return new Access() {
            @Override
            public Caller caller() {
                return caller.get();
            }

            @Override
            public Caller require(String permission) {
                return caller();
            }
        };
    }

    private static Caller handler() {
        return new Caller(Caller.Kind.SESSION, Optional.of(HANDLER), "Anna Ek", Set.of(), Locale.ENGLISH);
    }

    private String append(Journal.Entry entry) {
        journal.add(entry);
        return entry.subject();
    }

    private static Accounts accounts() {
        return new Accounts() {
            @Override
            public Optional<Account> find(String idOrUsername) {
                return Optional.empty();
            }

            @Override
            public Map<String, String> names(Collection<String> ids) {
                return Map.of(HANDLER, "Anna Ek");
            }
        };
    }

    @Override
    public void close() {
        database.close();
    }

    private final class Binding implements Authenticator {
        @Override
        public Caller authenticate(HttpServletRequest request) {
            throw new UnsupportedOperationException();
        }

        @Override
        public Authenticator.Binding bind(Caller next) {
            Caller before = caller.get();
            bound.add(next);
            caller.set(next);
            return () -> caller.set(before);
        }
    }

    /** A mail server that can be down, or have no such address. */
    final class Post implements Mailer {
        private Optional<IOException> trouble = Optional.empty();

        void be(@Nullable IOException failing) {
            trouble = Optional.ofNullable(failing);
        }

        @Override
        public Optional<URI> platform() {
            return Optional.of(URI.create("https://sundby.example"));
        }

        @Override
        public void send(Letter letter) throws IOException {
            if (trouble.isPresent()) {
                throw trouble.get();
            }
            letters.add(letter);
        }
    }

    private static final class Nobody implements Responsibles {
        @Override
        public Optional<String> manager(String unitId) {
            return Optional.empty();
        }

        @Override
        public List<String> holders(String role, Optional<String> unitId) {
            return List.of();
        }
    }

    private static final class NoUnits implements Units {
        @Override
        public Optional<Unit> find(String idOrCode) {
            return idOrCode.equals("SKOLA")
                    ? Optional.of(new Unit("u1", "SKOLA", Text.same("Skolan"), "unit", Optional.empty(), "u1/"))
                    : Optional.empty();
        }

        @Override
        public List<Unit> all() {
            return List.of();
        }
    }
}
