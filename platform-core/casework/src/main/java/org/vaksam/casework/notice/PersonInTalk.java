package org.vaksam.casework.notice;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.vaksam.api.text.Text;
import org.vaksam.casework.store.CaseworkTables;
import org.vaksam.spi.data.PlatformDatabase;
import org.vaksam.spi.data.Sql;
import org.vaksam.spi.privacy.Person;
import org.vaksam.spi.privacy.PersonPlace;
import org.vaksam.spi.privacy.PersonalData;

/**
 * What an account has said, follows and was told, and notices of no record that name a person. What names a person around a
 * record is found with the record. What the account said stays, as the words of an account that says nothing of anybody.
 */
@Component
public final class PersonInTalk implements PersonalData {
    private static final Text AREA = new Text("Samtal och aviseringar", "Talk and notices");
    private static final Text WORDS = new Text(
            "Det som kontot har skrivit om poster hör till dem; kontot raderas för sig.",
            "What the account has written about records belongs to them; the account is erased by itself.");
    private static final String NOTICES = "SELECT id, params, account FROM notice WHERE record_id IS NULL";
    /** What there is of an account: how it is found, told and, where it goes with the person, removed. */
    private static final List<Part> PARTS = List.of(
            new Part("comments", "record_comment", "author", "record_id, text, created_at", false),
            new Part("messages", "report_message", "author", "record_id, text, sent_at", false),
            new Part("notices", "notice", "account", "record_id, template, params, created_at", true),
            new Part("letters", "mail_letter", "account", "created_at, reason", true),
            new Part("mailChoices", "notice_choice", "account", "kind, mail", true),
            new Part("noticeSettings", "notice_setting", "account", "language, digest_hour, quiet_from", true),
            new Part("follows", "record_follow", "account", "record_id, following, since", true),
            new Part("views", "view_subscription", "account", "name, type, filters, since", true),
            new Part("shares", "record_share", "party", "record_id, shared_at, until_day", true));

    /**
     * Rows of an account.
     *
     * @param own they say nothing to anybody else, and go with the person
     */
    private record Part(String name, String table, String account, String columns, boolean own) {
        private String where() {
            return " FROM " + table + " WHERE " + account + " = ?";
        }
    }

    private final PlatformDatabase database;

    @Activate
    public PersonInTalk(@Reference CaseworkTables tables) {
        this.database = tables.database();
    }

    @Override
    public String name() {
        return "talk";
    }

    @Override
    public Text title() {
        return AREA;
    }

    @Override
    public Found find(Person person) {
        return database.read(sql -> {
            var places = new ArrayList<PersonPlace>();
            if (person.account().isPresent()) {
                Map<String, Long> counts = counts(sql, person.account().get());
                if (!counts.isEmpty()) {
                    places.add(ofAccount(person.account().get(), counts));
                }
            }
            for (String id : notices(sql, person)) {
                places.add(place(id, id, List.of("params")));
            }
            boolean more = places.size() > MOST;
            return new Found(List.copyOf(more ? places.subList(0, MOST) : places), Set.of(), more);
        });
    }

    @Override
    public Map<String, @Nullable Object> copy(Person person, String id) {
        return database.read(sql -> {
            var copy = new LinkedHashMap<String, @Nullable Object>();
            if (person.hasAccount(id)) {
                for (Part part : PARTS) {
                    copy.put(part.name(), rows(sql, part, id));
                }
            } else {
                sql.first("SELECT params FROM notice WHERE id = ? AND record_id IS NULL", row -> row.getString(1), id)
                        .filter(person::isIn)
                        .ifPresent(params -> copy.put("notice", params));
            }
            return copy;
        });
    }

    @Override
    public Outcome erase(Person person, String id, String version) {
        return database.write(
                sql -> person.hasAccount(id) ? eraseAccount(sql, id, version) : eraseNotice(sql, person, id));
    }

    private static Outcome eraseAccount(Sql sql, String account, String version) throws SQLException {
        Map<String, Long> counts = counts(sql, account);
        if (!hasOwn(counts)) {
            return Outcome.GONE;
        }
        if (!version(counts).equals(version)) {
            return Outcome.CHANGED;
        }
        for (Part part : PARTS) {
            if (part.own()) {
                sql.update("DELETE" + part.where(), account);
            }
        }
        return Outcome.ERASED;
    }

    private static Outcome eraseNotice(Sql sql, Person person, String id) throws SQLException {
        Optional<String> params = sql.first(
                        "SELECT params FROM notice WHERE id = ? AND record_id IS NULL", row -> row.getString(1), id)
                .filter(person::isIn);
        if (params.isEmpty()) {
            return Outcome.GONE;
        }
        sql.update("UPDATE notice SET params = ? WHERE id = ?", person.removedFrom(params.get()), id);
        return Outcome.ERASED;
    }

    /** Those of somebody else that name the person; their own go with the account. */
    private static List<String> notices(Sql sql, Person person) throws SQLException {
        return sql
                .list(
                        NOTICES + " ORDER BY id",
                        row -> person.isIn(row.getString("params")) && !person.hasAccount(row.getString("account"))
                                ? row.getString("id")
                                : "")
                .stream()
                .filter(id -> !id.isEmpty())
                .toList();
    }

    private static Map<String, Long> counts(Sql sql, String account) throws SQLException {
        var counts = new LinkedHashMap<String, Long>();
        for (Part part : PARTS) {
            long rows = sql.number("SELECT COUNT(*)" + part.where(), account);
            if (rows > 0) {
                counts.put(part.name(), rows);
            }
        }
        return counts;
    }

    private static String version(Map<String, Long> counts) {
        return counts.toString();
    }

    private static List<Map<String, @Nullable Object>> rows(Sql sql, Part part, String account) throws SQLException {
        return sql.list(
                "SELECT " + part.columns() + part.where(),
                row -> {
                    var values = new LinkedHashMap<String, @Nullable Object>();
                    for (String column : part.columns().split(", ")) {
                        values.put(column, row.getString(column));
                    }
                    return values;
                },
                account);
    }

    private static PersonPlace ofAccount(String account, Map<String, Long> counts) {
        PersonPlace place = place(account, version(counts), List.copyOf(counts.keySet()));
        return hasOwn(counts) ? place : place.keptFor(WORDS);
    }

    private static boolean hasOwn(Map<String, Long> counts) {
        return PARTS.stream().anyMatch(part -> part.own() && counts.containsKey(part.name()));
    }

    private static PersonPlace place(String id, String version, List<String> found) {
        return new PersonPlace(id, version, Optional.empty(), AREA, id, "", found, false, false, Optional.empty());
    }
}
