package org.vaksam.exchange;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.vaksam.api.exchange.ImportFormat;
import org.vaksam.api.problem.Problem;
import org.vaksam.api.records.NewRecord;
import org.vaksam.api.records.Records;
import org.vaksam.api.text.Text;

/** Some items of a file, on their way into records. Made anew whenever its transaction is repeated. */
final class Batch {
    private static final Logger LOG = LoggerFactory.getLogger(Batch.class);

    private final ObjectMapper json;
    private final List<ItemError> errors = new ArrayList<>();
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

    List<ItemError> errors() {
        return errors;
    }

    private void read(Item item, ImportFormat.Reader reader) {
        if (item instanceof Item.Broken broken) {
            errors.add(ItemError.of(broken.line(), broken.problem(), broken.text()));
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
            if (isOfTheDatabase(e)) {
                throw e;
            }
            LOG.warn("The format failed on item {}", item.line(), e);
            refuse(item, unexpected(e));
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
        errors.add(ItemError.of(item.line(), problem, text(item.members())));
    }

    private String text(Map<String, Object> members) {
        try {
            return json.writeValueAsString(members);
        } catch (JsonProcessingException e) {
            return String.valueOf(members);
        }
    }

    private static Problem unexpected(RuntimeException failure) {
        String what = failure.getClass().getSimpleName()
                + Optional.ofNullable(failure.getMessage())
                        .map(message -> ": " + message)
                        .orElse("");
        return Problem.of(
                "internal",
                500,
                new Text("Oväntat fel", "Unexpected error"),
                new Text(
                        "Modulen kunde inte tolka posten (" + what + ").",
                        "The module could not read the item (" + what + ")."));
    }

    private static boolean isOfTheDatabase(@Nullable Throwable failure) {
        return failure != null && (failure instanceof SQLException || isOfTheDatabase(failure.getCause()));
    }
}
