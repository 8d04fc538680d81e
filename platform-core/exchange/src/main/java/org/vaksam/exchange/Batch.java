package org.vaksam.exchange;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.vaksam.api.exchange.ImportFormat;
import org.vaksam.api.problem.Problem;
import org.vaksam.api.records.NewRecord;
import org.vaksam.api.records.Records;

/** Some items of a file, on their way into records. Made anew whenever its transaction is repeated. */
final class Batch {
    private static final Logger LOG = LoggerFactory.getLogger(Batch.class);

    /** An item that is not stored, and why. */
    record Refusal(long line, Problem problem, String text) {
        ItemError error() {
            return ItemError.of(line, problem, text);
        }
    }

    private final ObjectMapper json;
    private final List<Refusal> refusals = new ArrayList<>();
    private final List<Item.Found> readable = new ArrayList<>();
    private final List<NewRecord> records = new ArrayList<>();
    private long created;
    private long existing;

    Batch(ObjectMapper json) {
        this.json = json;
    }

    /** Lets the format read the items and the record engine store them. */
    void store(List<Item> items, ImportFormat format, Records engine) {
        ImportFormat.Reader reader = format.open();
        items.forEach(item -> read(item, reader));
        List<Records.Outcome> outcomes = records.isEmpty() ? List.of() : engine.createAll(records);
        for (int i = 0; i < outcomes.size(); i++) {
            count(outcomes.get(i), readable.get(i));
        }
    }

    long created() {
        return created;
    }

    long existing() {
        return existing;
    }

    List<Refusal> refusals() {
        return refusals;
    }

    private void read(Item item, ImportFormat.Reader reader) {
        if (item instanceof Item.Broken broken) {
            refusals.add(new Refusal(broken.line(), broken.problem(), broken.text()));
        } else if (item instanceof Item.Found found) {
            read(found, reader);
        }
    }

    private void read(Item.Found item, ImportFormat.Reader reader) {
        try {
            records.add(reader.read(item.members()));
            readable.add(item);
        } catch (Problem problem) {
            refuse(item, problem);
        } catch (RuntimeException e) {
            Problem problem = FormatFailure.of(e);
            LOG.warn("The format failed on item {}", item.line(), e);
            refuse(item, problem);
        }
    }

    private void count(Records.Outcome outcome, Item.Found item) {
        if (outcome.created()) {
            created++;
        } else if (outcome.problem().isPresent()) {
            refuse(item, outcome.problem().get());
        } else {
            existing++;
        }
    }

    private void refuse(Item.Found item, Problem problem) {
        refusals.add(new Refusal(item.line(), problem, text(item.members())));
    }

    private String text(Map<String, Object> members) {
        try {
            return json.writeValueAsString(members);
        } catch (JsonProcessingException e) {
            return String.valueOf(members);
        }
    }
}
