package org.vaksam.records.rest;

import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.StreamingOutput;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.vaksam.api.calendar.SwedishTime;
import org.vaksam.records.definition.RetentionRule;
import org.vaksam.records.retention.RetentionPlan.Planned;
import org.vaksam.records.store.RunTable.Item;
import org.vaksam.records.store.RunTable.Run;
import org.vaksam.records.value.Problems;
import org.vaksam.spi.exchange.TableFiles;
import org.vaksam.spi.exchange.TableFiles.Format;
import org.vaksam.spi.web.Downloads;

/** Preview and protocol as tables to keep on paper; days are those of Europe/Stockholm. */
@Component(service = RetentionTables.class)
public final class RetentionTables {
    private static final List<String> PLAN =
            List.of("number", "title", "type", "kind", "from", "due", "action", "ground");
    private static final List<String> PROTOCOL =
            List.of("number", "type", "kind", "from", "due", "action", "ground", "outcome", "done", "by");

    private final TableFiles files;

    @Activate
    public RetentionTables(@Reference TableFiles files) {
        this.files = files;
    }

    Response attachment(String name, List<List<String>> rows) {
        StreamingOutput content = out -> files.write(Format.CSV, rows, out);
        return Downloads.named(Response.ok(content, Format.CSV.mediaType()), name + ".csv");
    }

    List<List<String>> plan(List<Planned> items) {
        var rows = new ArrayList<List<String>>(List.of(PLAN));
        for (Planned item : items) {
            var row = new ArrayList<>(List.of(
                    item.row().number(),
                    item.row().withoutSecrets().title(),
                    item.row().type(),
                    item.row().kind()));
            row.addAll(rule(Optional.of(item.rule()), item.since()));
            rows.add(row);
        }
        return rows;
    }

    List<List<String>> protocol(Run run, List<Item> items) {
        var rows = new ArrayList<List<String>>(List.of(PROTOCOL));
        for (Item item : items) {
            var row = new ArrayList<>(List.of(item.number(), item.type(), item.kind()));
            row.addAll(rule(RetentionRule.of(item.rule(), new Problems()), item.since()));
            row.add(item.outcome().name().toLowerCase(Locale.ROOT));
            row.add(item.doneAt().map(Instant::toString).orElse(""));
            row.add(run.by());
            rows.add(row);
        }
        return rows;
    }

    private static List<String> rule(Optional<RetentionRule> rule, Instant since) {
        return List.of(
                LocalDate.ofInstant(since, SwedishTime.ZONE).toString(),
                rule.map(known -> known.period().due(since).toString()).orElse(""),
                rule.map(known -> known.action().word()).orElse(""),
                rule.flatMap(RetentionRule::ground).map(ground -> ground.sv()).orElse(""));
    }
}
