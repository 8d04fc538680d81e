package org.vaksam.records.rest;

import jakarta.ws.rs.container.ContainerRequestContext;
import java.util.List;
import org.vaksam.api.problem.Problem;
import org.vaksam.api.text.Text;
import org.vaksam.records.engine.Definitions;
import org.vaksam.spi.records.RecordTypes.Type;
import org.vaksam.spi.web.Mount;

/** The record type that an address of an area means. */
final class AreaType {
    private AreaType() {}

    /** 404, with those that there are, when the area has no such records. */
    static Type of(Definitions definitions, ContainerRequestContext request, String records) {
        String module = Mount.of(request).module();
        return definitions.at(module, records).orElseThrow(() -> {
            List<String> known = definitions.types().stream()
                    .filter(type -> type.module().equals(module))
                    .map(Type::path)
                    .toList();
            String listed = String.join(", ", known);
            return Problem.notFound(new Text(
                    "Området " + module + " har inga " + records + ". Det har: " + listed + ".",
                    "The area " + module + " has no " + records + ". It has: " + listed + "."));
        });
    }
}
