package org.vaksam.casework.report;

import java.net.URI;
import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.vaksam.casework.mail.Letters;
import org.vaksam.casework.mail.Letters.ToReporter;
import org.vaksam.casework.mail.ReporterLetters;
import org.vaksam.casework.page.Reader;
import org.vaksam.casework.store.CaseworkTables;
import org.vaksam.spi.data.PlatformDatabase;
import org.vaksam.spi.mail.Mailer;
import org.vaksam.spi.records.RecordRow;
import org.vaksam.spi.records.RecordSource;

/**
 * Letters to people who reported and left an address: the code, and word of an answer. They say nothing of what was reported,
 * and are written when they are sent: what waits in the outbox is which letter it is, and the code until it is sent or given up.
 */
@Component(service = {ReportLetters.class, ReporterLetters.class})
public final class ReportLetters implements ReporterLetters {
    private static final String RECEIPT = "receipt";
    private static final String ANSWERED = "answered";

    private final PlatformDatabase database;
    private final Letters letters;
    private final RecordSource records;
    private final Mailer mailer;
    private final Clock clock;

    @Activate
    public ReportLetters(
            @Reference CaseworkTables tables,
            @Reference Letters letters,
            @Reference RecordSource records,
            @Reference Mailer mailer,
            @Reference Clock clock) {
        this.database = tables.database();
        this.letters = letters;
        this.records = records;
        this.mailer = mailer;
        this.clock = clock;
    }

    /** Whether letters can be sent at all. */
    public boolean possible() {
        return mailer.platform().isPresent();
    }

    /** The code, in writing; in the transaction that stores the report. */
    void receipt(Receipt receipt, String code) {
        add(receipt, RECEIPT, Optional.of(code));
    }

    /** Somebody has answered; in the transaction that stores the answer. */
    public void answered(String record) {
        receipt(record).ifPresent(receipt -> add(receipt, ANSWERED, Optional.empty()));
    }

    private void add(Receipt receipt, String says, Optional<String> code) {
        if (possible() && receipt.contact().email().isPresent()) {
            letters.add(new ToReporter(receipt.recordId(), says, code), clock.instant());
        }
    }

    @Override
    public Optional<Mailer.Letter> compose(Letters.Letter letter, URI platform) {
        ToReporter what = letter.reporter().orElseThrow();
        Optional<String> number =
                records.byIds(List.of(what.record())).stream().findFirst().map(RecordRow::number);
        Optional<Receipt> receipt = receipt(what.record());
        Optional<String> to = receipt.flatMap(known -> known.contact().email());
        if (number.isEmpty() || to.isEmpty()) {
            return Optional.empty();
        }
        Reader reader = Reader.of(receipt.get().language(), Locale.ENGLISH);
        URI address = platform.resolve("/report/follow");
        return Optional.of(
                what.says().equals(RECEIPT)
                        ? new Mailer.Letter(
                                to.get(),
                                reader.t("Din rapport ", "Your report ") + number.get(),
                                received(reader, number.get(), what.code(), address),
                                Optional.of(letter.id()))
                        : new Mailer.Letter(
                                to.get(),
                                reader.t("Nytt meddelande om din rapport ", "New message about your report ")
                                        + number.get(),
                                answer(reader, number.get(), address),
                                Optional.of(letter.id())));
    }

    private static String received(Reader reader, String number, Optional<String> code, URI address) {
        String which = code.map(reader.t("Din uppföljningskod är ", "Your follow-up code is ")::concat)
                .orElse(reader.t(
                        "Din uppföljningskod visades när du skickade rapporten; vi har den inte kvar.",
                        "Your follow-up code was shown when you sent the report; we do not have it any more."));
        return reader.t(
                        "Hej!\n\nVi har tagit emot din rapport %1$s.\n\n%2$s\n\nMed koden kan du se vad som händer och svara på"
                                + " frågor:\n%3$s\n\nDen som har koden kan läsa meddelandena: spara den väl.\n",
                        "Hello!\n\nWe have received your report %1$s.\n\n%2$s\n\nThe code lets you see what happens and answer"
                                + " questions:\n%3$s\n\nWhoever has the code can read the messages: keep it safe.\n")
                .formatted(number, which, address);
    }

    private static String answer(Reader reader, String number, URI address) {
        return reader.t(
                        "Hej!\n\nDu har fått ett meddelande om din rapport %1$s. Läs och svara med din uppföljningskod:\n%2$s\n",
                        "Hello!\n\nYou have a message about your report %1$s. Read and answer with your follow-up code:\n%2$s\n")
                .formatted(number, address);
    }

    private Optional<Receipt> receipt(String record) {
        return database.read(sql -> new ReceiptTable(sql).byRecord(record));
    }
}
