package org.vaksam.insight.rest;

import jakarta.ws.rs.core.UriInfo;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.apache.lucene.search.Query;
import org.vaksam.api.text.Text;
import org.vaksam.insight.query.BadParameter;
import org.vaksam.insight.query.QueryBuilder;
import org.vaksam.insight.query.Scope;

/** The parameters of an address: some with a meaning of their own, all others are filters. */
final class Parameters {
    private static final int MOST_IN_LIST = 20;

    private final Map<String, List<String>> all;
    private final List<String> own;

    Parameters(UriInfo address, String... own) {
        this(address.getQueryParameters(), own);
    }

    Parameters(Map<String, List<String>> all, String... own) {
        this.all = all;
        this.own = List.of(own);
    }

    /** The query that the filters and words make. */
    Query query(QueryBuilder queries, Scope scope) {
        return queries.build(scope, filters(), text("q").orElse(""), own);
    }

    Map<String, List<String>> filters() {
        return all.entrySet().stream()
                .filter(parameter -> !own.contains(parameter.getKey()))
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    List<String> values(String name) {
        return all.getOrDefault(name, List.of());
    }

    Optional<String> text(String name) {
        List<String> values = values(name);
        if (values.size() > 1) {
            throw BadParameter.value(name, new Text("bara ett värde", "one value only"));
        }
        return values.stream().findFirst();
    }

    /** Values between commas. */
    List<String> list(String name) {
        List<String> list = values(name).stream()
                .flatMap(value -> Arrays.stream(value.split(",")))
                .map(String::strip)
                .filter(value -> !value.isEmpty())
                .distinct()
                .toList();
        if (list.size() > MOST_IN_LIST) {
            throw BadParameter.value(name, new Text("högst 20 värden", "at most 20 values"));
        }
        return list;
    }

    int number(String name, int otherwise, int least, int most) {
        Optional<String> text = text(name);
        if (text.isEmpty()) {
            return otherwise;
        }
        try {
            int number = Integer.parseInt(text.get());
            if (number >= least && number <= most) {
                return number;
            }
        } catch (NumberFormatException e) {
            throw outside(name, least, most).causedBy(e);
        }
        throw outside(name, least, most);
    }

    private static org.vaksam.api.problem.Problem outside(String name, int least, int most) {
        return BadParameter.value(
                name,
                new Text(
                        "skriv ett tal från " + least + " till " + most,
                        "write a number from " + least + " to " + most));
    }
}
