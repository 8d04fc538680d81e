package org.vaksam.casework.notice;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalTime;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.vaksam.casework.store.CaseworkTables;
import org.vaksam.spi.data.Sql;

/** What people have chosen about their notices. */
@Component(service = NoticeSettings.class)
public final class NoticeSettings {
    private final CaseworkTables tables;

    @Activate
    public NoticeSettings(@Reference CaseworkTables tables) {
        this.tables = tables;
    }

    /** Of this account. */
    public Settings of(String account) {
        return tables.database().read(sql -> {
            Map<NoticeKind, MailChoice> choices = choices(sql, account);
            return sql.first("SELECT * FROM notice_setting WHERE account = ?", row -> settings(row, choices), account)
                    .orElseGet(Settings::usual);
        });
    }

    /** Stores them; false when they are no longer of this version. */
    public boolean set(String account, Settings settings, int version) {
        return tables.database().write(sql -> {
            String from = settings.quiet()
                    .map(QuietHours::from)
                    .map(LocalTime::toString)
                    .orElse(null);
            String until = settings.quiet()
                    .map(QuietHours::until)
                    .map(LocalTime::toString)
                    .orElse(null);
            String language = settings.language().getLanguage();
            int changed = version == 0
                    ? insert(sql, account, language, settings.digestHour(), from, until)
                    : sql.update(
                            "UPDATE notice_setting SET language = ?, digest_hour = ?, quiet_from = ?, quiet_until = ?,"
                                    + " version = version + 1 WHERE account = ? AND version = ?",
                            language,
                            settings.digestHour(),
                            from,
                            until,
                            account,
                            version);
            if (changed == 1) {
                sql.update("DELETE FROM notice_choice WHERE account = ?", account);
                for (var choice : settings.choices().entrySet()) {
                    sql.update(
                            "INSERT INTO notice_choice (account, kind, mail) VALUES (?, ?, ?)",
                            account,
                            choice.getKey().id(),
                            choice.getValue().id());
                }
            }
            return changed == 1;
        });
    }

    private static int insert(
            Sql sql, String account, String language, int hour, @Nullable String from, @Nullable String until)
            throws SQLException {
        if (sql.number("SELECT COUNT(*) FROM notice_setting WHERE account = ?", account) > 0) {
            return 0;
        }
        return sql.update(
                "INSERT INTO notice_setting (account, language, digest_hour, quiet_from, quiet_until, version)"
                        + " VALUES (?, ?, ?, ?, ?, 1)",
                account,
                language,
                hour,
                from,
                until);
    }

    private static Map<NoticeKind, MailChoice> choices(Sql sql, String account) throws SQLException {
        var choices = new EnumMap<NoticeKind, MailChoice>(NoticeKind.class);
        sql.list("SELECT kind, mail FROM notice_choice WHERE account = ?", row -> take(row, choices), account);
        return choices;
    }

    private static boolean take(ResultSet row, Map<NoticeKind, MailChoice> choices) throws SQLException {
        Optional<NoticeKind> kind = NoticeKind.of(row.getString(1));
        Optional<MailChoice> mail = MailChoice.of(row.getString(2));
        if (kind.isPresent() && mail.isPresent()) {
            choices.put(kind.get(), mail.get());
            return true;
        }
        return false;
    }

    private static Settings settings(ResultSet row, Map<NoticeKind, MailChoice> choices) throws SQLException {
        String from = row.getString("quiet_from");
        Optional<QuietHours> quiet = from == null
                ? Optional.empty()
                : Optional.of(new QuietHours(LocalTime.parse(from), LocalTime.parse(row.getString("quiet_until"))));
        return new Settings(
                Locale.forLanguageTag(row.getString("language")),
                row.getInt("digest_hour"),
                quiet,
                choices,
                row.getInt("version"));
    }
}
