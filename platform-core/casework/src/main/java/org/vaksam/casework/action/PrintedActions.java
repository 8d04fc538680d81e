package org.vaksam.casework.action;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.vaksam.api.print.PrintedDocument.Block;
import org.vaksam.api.print.PrintedDocument.Column;
import org.vaksam.api.print.PrintedDocument.Heading;
import org.vaksam.api.print.PrintedDocument.Row;
import org.vaksam.api.print.PrintedDocument.Table;
import org.vaksam.api.print.PrintedDocument.Value;
import org.vaksam.api.text.Text;
import org.vaksam.spi.records.PrintedPart;
import org.vaksam.spi.records.RecordRow;
import org.vaksam.spi.security.Accounts;

/** What was decided about a record: who does what until when. */
@Component
public final class PrintedActions implements PrintedPart {
    private static final int MOST = 200;
    private static final Map<ActionState, Text> STATES = Map.of(
            ActionState.PROPOSED, new Text("Föreslagen", "Proposed"),
            ActionState.DECIDED, new Text("Beslutad", "Decided"),
            ActionState.IN_PROGRESS, new Text("Pågår", "In progress"),
            ActionState.DONE, new Text("Klar", "Done"),
            ActionState.VERIFIED, new Text("Verifierad", "Verified"),
            ActionState.REJECTED, new Text("Avvisad", "Rejected"));

    private final ActionLists lists;
    private final ActionAccess access;
    private final Accounts accounts;

    @Activate
    public PrintedActions(@Reference ActionLists lists, @Reference ActionAccess access, @Reference Accounts accounts) {
        this.lists = lists;
        this.access = access;
        this.accounts = accounts;
    }

    @Override
    public int order() {
        return 300;
    }

    @Override
    public List<Block> of(RecordRow record, Locale language) {
        var query = new ActionLists.Query(
                false, Optional.of(record.id()), Optional.empty(), List.of(), Optional.empty(), false);
        List<Action> actions =
                lists.page(query, Optional.empty(), MOST, access.sight()).items();
        if (actions.isEmpty()) {
            return List.of();
        }
        Map<String, String> names = accounts.names(actions.stream()
                .flatMap(action -> action.content().responsible().stream())
                .distinct()
                .toList());
        List<Column> columns = List.of(
                new Column(new Text("Vad", "What").in(language), false),
                new Column(new Text("Ansvarig", "Responsible").in(language), false),
                new Column(new Text("Läge", "State").in(language), false),
                new Column(new Text("Klart", "Due").in(language), false));
        List<Row> rows =
                actions.stream().map(action -> row(action, names, language)).toList();
        return List.of(
                new Heading(2, new Text("Beslut och åtgärder", "Decisions and actions").in(language)),
                new Table("", columns, rows, true));
    }

    private static Row row(Action action, Map<String, String> names, Locale language) {
        Action.Content content = action.content();
        return new Row(
                List.of(
                        Value.of(content.title()),
                        Value.of(content.responsible()
                                .map(id -> names.getOrDefault(id, ""))
                                .orElse("")),
                        Value.of(STATES.getOrDefault(action.state(), Text.same(""))
                                .in(language)),
                        Value.of(content.due().map(Object::toString).orElse(""))),
                false);
    }
}
