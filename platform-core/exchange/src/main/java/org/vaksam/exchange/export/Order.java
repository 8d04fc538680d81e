package org.vaksam.exchange.export;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.vaksam.api.security.Caller;

/**
 * What somebody wants as a file.
 *
 * @param name       what they call it; may be empty
 * @param parameters of the address that shows the same: filters, {@code type}, {@code q}, {@code sort}; of a cross table
 *                   {@code dimensions} and {@code measures} besides
 * @param columns    ids of the columns of a list, in order; the usual ones when empty
 * @param caller     who asks
 */
record Order(
        Export.Subject subject,
        FileFormat format,
        String name,
        Map<String, List<String>> parameters,
        List<String> columns,
        Caller caller) {

    Locale language() {
        return caller.language();
    }

    List<String> values(String parameter) {
        return parameters.getOrDefault(parameter, List.of());
    }

    String first(String parameter) {
        List<String> values = values(parameter);
        return values.isEmpty() ? "" : values.get(0);
    }
}
