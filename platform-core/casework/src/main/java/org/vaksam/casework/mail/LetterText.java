package org.vaksam.casework.mail;

import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.vaksam.casework.notice.NoticeTexts;
import org.vaksam.casework.notice.StoredNotice;
import org.vaksam.spi.records.RecordAccess;
import org.vaksam.spi.records.RecordRow;
import org.vaksam.spi.records.RecordSource;
import org.vaksam.spi.records.RecordTypes;
import org.vaksam.spi.records.RecordVisibility;
import org.vaksam.spi.security.Accounts;

/**
 * What stands in a letter: a line for each notice, with where to read more. What its reader may not see when it is sent is left
 * out; of a restricted record it says the number and nothing else, because letters are read by others too.
 */
@Component(service = LetterText.class)
public final class LetterText {
    private static final int MOST_LINES = 100;

    private final NoticeTexts texts;
    private final RecordSource records;
    private final RecordAccess access;
    private final Accounts accounts;
    private final RecordTypes types;

    @Activate
    public LetterText(
            @Reference NoticeTexts texts,
            @Reference RecordSource records,
            @Reference RecordAccess access,
            @Reference Accounts accounts,
            @Reference RecordTypes types) {
        this.types = types;
        this.texts = texts;
        this.records = records;
        this.access = access;
        this.accounts = accounts;
    }

    /** Subject and body. */
    record Content(String subject, String text) {}

    /** One notice in a letter. */
    private record Line(String heading, String sentence, Optional<URI> link) {
        String text() {
            String head = heading.isEmpty() ? "" : heading + "\n";
            return head + sentence + link.map(address -> "\n" + address).orElse("");
        }
    }

    /** For this account; empty when there is nothing that it may see. */
    Optional<Content> of(String account, List<StoredNotice> notices, Locale language, URI platform) {
        Map<String, RecordRow> rows = rows(account, notices);
        var lines = new ArrayList<Line>();
        for (StoredNotice stored : notices) {
            Optional<String> record = stored.notice().record();
            if (lines.size() < MOST_LINES && (record.isEmpty() || rows.containsKey(record.get()))) {
                lines.add(line(stored, record.flatMap(id -> Optional.ofNullable(rows.get(id))), language, platform));
            }
        }
        if (lines.isEmpty()) {
            return Optional.empty();
        }
        Line first = lines.get(0);
        String subject = lines.size() > 1
                ? texts.text("mail.digest", language, Map.of("count", String.valueOf(lines.size())))
                : first.heading().isEmpty() ? first.sentence() : first.heading() + ": " + first.sentence();
        String name = accounts.find(account).map(Accounts.Account::name).orElse("");
        String text = texts.text("mail.hello", language, Map.of("name", name)) + "\n\n"
                + lines.stream().map(Line::text).collect(Collectors.joining("\n\n"))
                + "\n\n--\n" + texts.text("mail.sign", language, Map.of()) + "\n"
                + platform.resolve("/console/profile") + "\n";
        return Optional.of(new Content(oneLine(subject), text));
    }

    private Map<String, RecordRow> rows(String account, List<StoredNotice> notices) {
        List<String> ids = notices.stream()
                .flatMap(stored -> stored.notice().record().stream())
                .distinct()
                .limit(1_000)
                .toList();
        return ids.isEmpty()
                ? Map.of()
                : records.byIds(ids).stream()
                        .filter(row -> access.maySee(account, row))
                        .collect(Collectors.toMap(RecordRow::id, Function.identity()));
    }

    private Line line(StoredNotice stored, Optional<RecordRow> record, Locale language, URI platform) {
        Optional<URI> link = record.flatMap(row -> link(row, platform));
        if (record.filter(RecordVisibility::isRestricted).isPresent()) {
            return new Line(record.get().number(), texts.text("mail.restricted", language, Map.of()), link);
        }
        String by = stored.notice()
                .actor()
                .flatMap(accounts::find)
                .map(Accounts.Account::name)
                .orElse("");
        String heading =
                record.map(row -> (row.number() + " " + row.title()).strip()).orElse("");
        return new Line(oneLine(heading), oneLine(texts.sentence(stored.notice(), by, language)) + ".", link);
    }

    private Optional<URI> link(RecordRow row, URI platform) {
        return types.type(row.type())
                .map(type -> platform.resolve("/console/a/" + type.module() + "/" + type.path() + "/" + row.number()));
    }

    private static String oneLine(String text) {
        return text.replaceAll("[\\p{Cntrl}\\s]+", " ").strip();
    }
}
