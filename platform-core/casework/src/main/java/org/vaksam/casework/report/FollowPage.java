package org.vaksam.casework.report;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.vaksam.api.problem.FieldProblem;
import org.vaksam.api.text.Text;
import org.vaksam.casework.message.Message;
import org.vaksam.casework.message.Messages;
import org.vaksam.casework.page.Fields;
import org.vaksam.casework.page.Fields.Field;
import org.vaksam.casework.page.FormBody;
import org.vaksam.casework.page.Html;
import org.vaksam.casework.page.Reader;
import org.vaksam.spi.records.RecordRow;
import org.vaksam.spi.records.RecordTypes;

/** What somebody who reported sees: where it stands, and what was written. Nothing that others wrote into the record. */
final class FollowPage {
    private final Reader reader;
    private final Reporting.Sent report;
    private final RecordTypes types;
    private final String code;

    FollowPage(Reader reader, Reporting.Sent report, RecordTypes types, String code) {
        this.reader = reader;
        this.report = report;
        this.types = types;
        this.code = code;
    }

    /** Where the code is asked for. */
    static Html[] entry(Reader reader, String title, List<FieldProblem> problems) {
        var fields = new Fields(reader, FormBody.empty(), problems);
        Html form = Html.of("form")
                .attr("method", "post")
                .attr("action", "/report/follow")
                .attr("novalidate", "novalidate")
                .add(
                        Fields.hidden(FormNames.LANG, reader.code()),
                        fields.line(
                                new Field(
                                        FormNames.CODE,
                                        reader.t("Uppföljningskod", "Follow-up code"),
                                        reader.t(
                                                "20 tecken som du fick när du rapporterade. Streck och mellanslag spelar ingen roll.",
                                                "20 characters that you got when you reported. Dashes and spaces do not matter."),
                                        true),
                                Map.of("autocomplete", "off", "maxlength", "60", "spellcheck", "false")),
                        Html.of("button", reader.t("Visa", "Show"))
                                .kind("primary")
                                .attr("type", "submit"));
        return new Html[] {Html.of("h1", title), Html.of("div").add(fields.summary()), form};
    }

    String title() {
        return reader.t("Rapport ", "Report ") + report.record().number();
    }

    /**
     * @param form  what the reporter was writing
     * @param sent  whether a message was stored just now
     */
    Html[] content(List<Message> written, FormBody form, List<FieldProblem> problems, String token, boolean sent) {
        var fields = new Fields(reader, form, problems);
        return new Html[] {
            Html.of("h1", title()),
            Html.of("div").add(fields.summary()),
            Html.of("p", sent ? reader.t("Meddelandet är skickat.", "The message is sent.") : "")
                    .attr("role", "status"),
            standing(),
            conversation(written),
            answer(fields, token)
        };
    }

    private Html standing() {
        RecordRow record = report.record();
        boolean closed = record.phase().equals("closed");
        Html facts = Html.of("dl")
                .add(
                        Html.of("dt", reader.t("Läge", "State")),
                        Html.of("dd")
                                .add(Html.of("b", reader.t(state(record))))
                                .text(
                                        closed
                                                ? reader.t(" Ärendet är avslutat.", " The case is closed.")
                                                : reader.t(" Ärendet pågår.", " The case is open.")),
                        Html.of("dt", reader.t("Senast ändrat", "Last changed")),
                        Html.of("dd", reader.moment(record.updatedAt())),
                        Html.of("dt", reader.t("Gäller", "About")),
                        Html.of("dd", reader.t(kind(record))),
                        Html.of("dt", reader.t("Rapporterat", "Reported")),
                        Html.of("dd", reader.moment(report.receipt().createdAt())));
        return Html.of("section").kind("standing").add(facts);
    }

    private Html conversation(List<Message> written) {
        Html list = Html.of("ol").kind("messages");
        for (int i = written.size() - 1; i >= 0; i--) {
            Message message = written.get(i);
            boolean own = message.sender() == Message.Sender.REPORTER;
            list.add(Html.of("li")
                    .kind(own ? "own" : "theirs")
                    .add(
                            Html.of(
                                            "p",
                                            (own ? reader.t("Du", "You") : reader.t("Handläggaren", "The handler"))
                                                    + ", " + reader.moment(message.sentAt()))
                                    .kind("quiet"),
                            Html.of("p").lines(message.text())));
        }
        return Html.of("section")
                .attr("aria-labelledby", "messages-title")
                .add(
                        Html.of("h2", reader.t("Meddelanden", "Messages")).attr("id", "messages-title"),
                        written.isEmpty()
                                ? Html.of(
                                        "p",
                                        reader.t("Ingen har skrivit något än.", "Nobody has written anything yet."))
                                : list);
    }

    private Html answer(Fields fields, String token) {
        return Html.of("form")
                .attr("method", "post")
                .attr("action", "/report/follow")
                .attr("novalidate", "novalidate")
                .add(
                        Fields.hidden(FormNames.LANG, reader.code()),
                        Fields.hidden(FormNames.CODE, code),
                        Fields.hidden(FormNames.TOKEN, token),
                        fields.area(
                                new Field(
                                        FormNames.TEXT,
                                        reader.t("Skriv till den som handlägger", "Write to whoever handles it"),
                                        reader.t(
                                                "Du är lika anonym som när du rapporterade.",
                                                "You are as anonymous as when you reported."),
                                        true),
                                4,
                                Messages.LONGEST),
                        Html.of("button", reader.t("Skicka meddelandet", "Send the message"))
                                .kind("primary")
                                .attr("type", "submit")
                                .attr("name", "send")
                                .attr("value", "yes"),
                        Html.of("button", reader.t("Visa igen", "Show again"))
                                .attr("type", "submit")
                                .attr("name", "send")
                                .attr("value", "no"));
    }

    /** The kind's newest words for its state; also when its module is missing. */
    private Text state(RecordRow record) {
        return definition(record)
                .flatMap(definition -> definition.states().stream()
                        .filter(state -> state.id().equals(record.state()))
                        .findFirst())
                .map(RecordTypes.State::label)
                .orElse(Text.same(record.state()));
    }

    private Text kind(RecordRow record) {
        return definition(record).map(RecordTypes.Definition::title).orElse(Text.same(record.kind()));
    }

    private Optional<RecordTypes.Definition> definition(RecordRow record) {
        return types.definitions(record.type()).stream()
                .filter(definition -> definition.kind().equals(record.kind()))
                .findFirst();
    }
}
