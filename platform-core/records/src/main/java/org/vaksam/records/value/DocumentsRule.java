package org.vaksam.records.value;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import org.vaksam.api.data.Ids;

/**
 * Ids of documents. Whether they may be taken is asked when the record is stored.
 *
 * @param most how many
 */
public record DocumentsRule(int most) implements ValueRule {
    @Override
    public Optional<Object> read(Object value, String path, Problems problems) {
        return Outside.refuse(path, problems);
    }

    @Override
    public Optional<Object> read(
            Object value, Optional<Object> before, String path, Directory directory, Problems problems) {
        if (!(value instanceof List<?> ids)) {
            problems.add(path, "Ska vara en lista med id:n.", "Must be a list of ids.");
            return Optional.empty();
        }
        if (ids.size() > most) {
            problems.add(path, "Högst " + most + " får plats.", "At most " + most + " are allowed.");
            return Optional.empty();
        }
        var seen = new HashSet<Object>();
        for (int i = 0; i < ids.size(); i++) {
            if (!(ids.get(i) instanceof String id) || !Ids.isId(id)) {
                problems.add(path + "[" + i + "]", "Är inget id.", "Is not an id.");
            } else if (!seen.add(id)) {
                problems.add(path + "[" + i + "]", "Står två gånger.", "Stands twice.");
            }
        }
        return ids.isEmpty() ? Optional.empty() : Optional.of(List.copyOf(ids));
    }
}
