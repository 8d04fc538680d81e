package org.vaksam.insight.rest;

import jakarta.ws.rs.core.UriInfo;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.apache.lucene.search.Query;
import org.vaksam.api.problem.Problem;
import org.vaksam.api.text.Text;
import org.vaksam.insight.query.BadParameter;
import org.vaksam.insight.query.QueryBuilder;
import org.vaksam.insight.query.Scope;

/** The parameters of an address: some with a meaning of their own, all others are filters. */
public final class Parameters {
    private static final int MOST_IN_LIST = 20;

    private final Map<String, List<String>> all;
    private final List<String> own;

    public Parameters(UriInfo address, String... own) {
        this(address.getQueryParameters(), own);
    }

    Parameters(Map<String, List<String>> all, String... own) {
        this.all = all;
        this.own = List.of(own);
    }

    /** Names that are not filters here. */
    public List<String> own() {
        return own;
    }

    /** The query that the filters and words make. */
    Query query(QueryBuilder queries, Scope scope) {
        return query(queries, scope, filters());
    }

    /** The query that the words make with other filters. */
    Query query(QueryBuilder queries, Scope scope, Map<String, List<String>> filters) {
        return queries.build(scope, filters, text("q").orElse(""), own);
    }

    public Map<String, List<String>> filters() {
        return all.entrySet().stream()
                .filter(parameter -> !own.contains(parameter.getKey()))
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    /** Refuses what is not of a meaning of its own: nothing is filtered here. */
    void nothingElse() {
        filters().keySet().stream().findFirst().ifPresent(name -> {
            throw Problem.unknownParameter(name, own);
        });
    }

    public List<String> values(String name) {
        return all.getOrDefault(name, List.of());
    }

    public Optional<String> text(String name) {
        List<String> values = values(name);
        if (values.size() > 1) {
            throw BadParameter.value(name, new Text("bara ett värde", "one value only"));
        }
        return values.stream().findFirst();
    }

    /** Values between commas. */
    public List<String> list(String name) {
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

    /** {@code true} or {@code false}, which is what a missing one means. */
    public boolean flag(String name) {
        String text = text(name).orElse("false");
        if (!text.equals("true") && !text.equals("false")) {
            throw BadParameter.value(name, new Text("skriv true eller false", "write true or false"));
        }
        return text.equals("true");
    }

    public int number(String name, int otherwise, int least, int most) {
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

    private static Problem outside(String name, int least, int most) {
        return BadParameter.value(
                name,
                new Text(
                        "skriv ett tal från " + least + " till " + most,
                        "write a number from " + least + " to " + most));
    }
}
