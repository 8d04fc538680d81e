package org.vaksam.journal.search;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.vaksam.spi.data.Sql;

/**
 * What an auditor looks for; everything that is given must hold.
 *
 * @param person      account id, or a part of the name
 * @param action      an action such as {@code record.created}, or its beginning up to a full stop
 * @param subjectType what it happened to
 * @param subject     id of it
 * @param from        not before this
 * @param to          before this
 * @param text        somewhere in the entry, whatever the case of its letters
 */
public record JournalFilter(
        Optional<String> person,
        Optional<String> action,
        Optional<String> subjectType,
        Optional<String> subject,
        Optional<Instant> from,
        Optional<Instant> to,
        Optional<String> text) {

    /** Conditions over an entry {@code j}, and their parameters in order. */
    record Condition(String sql, List<Object> parameters) {}

    Condition condition() {
        var sql = new StringBuilder();
        var parameters = new ArrayList<Object>();
        person.ifPresent(words -> {
            sql.append(" AND (j.actor = ? OR LOWER(j.actor_name) LIKE ? ESCAPE '!')");
            parameters.addAll(List.of(words, Sql.anywhere(words)));
        });
        action.ifPresent(verb -> {
            sql.append(" AND (j.action = ? OR j.action LIKE ? ESCAPE '!')");
            parameters.addAll(List.of(verb, Sql.escaped(verb) + ".%"));
        });
        subjectType.ifPresent(type -> {
            sql.append(" AND j.subject_type = ?");
            parameters.add(type);
        });
        subject.ifPresent(id -> {
            sql.append(" AND j.subject = ?");
            parameters.add(id);
        });
        from.ifPresent(time -> {
            sql.append(" AND j.made_at >= ?");
            parameters.add(time);
        });
        to.ifPresent(time -> {
            sql.append(" AND j.made_at < ?");
            parameters.add(time);
        });
        text.ifPresent(words -> {
            sql.append(" AND (LOWER(j.data) LIKE ? ESCAPE '!' OR LOWER(j.actor_name) LIKE ? ESCAPE '!'"
                    + " OR LOWER(j.subject) LIKE ? ESCAPE '!' OR LOWER(j.action) LIKE ? ESCAPE '!')");
            parameters.addAll(
                    List.of(Sql.anywhere(words), Sql.anywhere(words), Sql.anywhere(words), Sql.anywhere(words)));
        });
        return new Condition(sql.toString(), parameters);
    }
}
