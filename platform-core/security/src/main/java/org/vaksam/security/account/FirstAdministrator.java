package org.vaksam.security.account;

import java.io.IOException;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.vaksam.api.journal.Journal;
import org.vaksam.api.security.Caller;
import org.vaksam.security.access.PrivateFile;
import org.vaksam.security.access.ThreadCaller;
import org.vaksam.security.password.PasswordHasher;
import org.vaksam.security.password.PasswordRules;
import org.vaksam.security.store.AccountRow;
import org.vaksam.security.store.AccountTable;
import org.vaksam.security.store.PlatformRoles;
import org.vaksam.security.store.RoleTable;
import org.vaksam.security.store.SecurityTables;

/**
 * Makes the account {@code admin} at the first start. The password goes to a file that only the platform's user can read and
 * that the launcher shows once and deletes; nowhere else.
 */
@Component(service = FirstAdministrator.class, immediate = true)
public final class FirstAdministrator {
    private static final Logger LOG = LoggerFactory.getLogger(FirstAdministrator.class);
    private static final String USERNAME = "admin";
    private static final String LETTERS = "abcdefghjkmnpqrstuvwxyz23456789";
    private static final int GROUPS = 5;
    private static final int GROUP = 5;

    private final SecurityTables tables;
    private final PasswordHasher hasher;
    private final PasswordRules rules;
    private final ThreadCaller threadCaller;
    private final Journal journal;
    private final Path file;

    @Activate
    public FirstAdministrator(
            @Reference SecurityTables tables,
            @Reference PasswordHasher hasher,
            @Reference PasswordRules rules,
            @Reference ThreadCaller threadCaller,
            @Reference Journal journal)
            throws IOException {
        this(
                tables,
                hasher,
                rules,
                threadCaller,
                journal,
                PrivateFile.runFolder().resolve("first-administrator"));
        ensure(Optional.ofNullable(System.getenv("VAKSAM_ADMIN_PASSWORD")));
    }

    FirstAdministrator(
            SecurityTables tables,
            PasswordHasher hasher,
            PasswordRules rules,
            ThreadCaller threadCaller,
            Journal journal,
            Path file) {
        this.tables = tables;
        this.hasher = hasher;
        this.rules = rules;
        this.threadCaller = threadCaller;
        this.journal = journal;
        this.file = file;
    }

    /** The file is written before the account: whatever dies in between, the password is never lost. */
    void ensure(Optional<String> wished) throws IOException {
        if (tables.read(sql -> new AccountTable(sql).people()) > 0) {
            return;
        }
        String password = wished.filter(this::acceptable).orElseGet(FirstAdministrator::random);
        PrivateFile.write(file, "{\"username\":\"" + USERNAME + "\",\"password\":\"" + escaped(password) + "\"}\n");
        String hash = hasher.hash(password);
        var account = AccountRow.fresh(USERNAME, "Administrator", false);
        try (var bound = threadCaller.bind(Caller.platform("first start"))) {
            tables.write(sql -> {
                var accounts = new AccountTable(sql);
                accounts.insert(account);
                accounts.setPassword(account.id(), hash, account.created());
                new RoleTable(sql).grant(account.id(), Set.of(PlatformRoles.ADMINISTRATOR));
                return journal.append(
                        new Journal.Entry("account.created", "account", account.id(), Map.of("username", USERNAME)));
            });
        }
        LOG.info("The first administrator was created; the password is in {}", file);
    }

    private boolean acceptable(String password) {
        boolean good = rules.problem(password, USERNAME).isEmpty();
        if (!good) {
            LOG.warn("VAKSAM_ADMIN_PASSWORD does not follow the password rules; a random password is used instead");
        }
        return good;
    }

    private static String random() {
        var random = new SecureRandom();
        var password = new StringBuilder();
        for (int i = 0; i < GROUPS * GROUP; i++) {
            if (i > 0 && i % GROUP == 0) {
                password.append('-');
            }
            password.append(LETTERS.charAt(random.nextInt(LETTERS.length())));
        }
        return password.toString();
    }

    private static String escaped(String text) {
        var json = new StringBuilder();
        for (char character : text.toCharArray()) {
            if (character == '"' || character == '\\' || character < ' ') {
                json.append(String.format("\\u%04x", (int) character));
            } else {
                json.append(character);
            }
        }
        return json.toString();
    }
}
