package org.vaksam.web.application;

import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.UriInfo;
import java.lang.reflect.Method;
import java.lang.reflect.Parameter;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import org.vaksam.api.problem.Problem;

/**
 * The parameters that a resource method declares.
 *
 * @param open  whether the method reads the address itself, and refuses what it does not know
 * @param names declared names
 */
record KnownParameters(boolean open, List<String> names) {

    static KnownParameters any() {
        return new KnownParameters(true, List.of());
    }

    static KnownParameters of(Method method) {
        List<Parameter> parameters = Arrays.asList(method.getParameters());
        boolean open = parameters.stream()
                .anyMatch(each -> each.getType() == UriInfo.class || each.isAnnotationPresent(BeanParam.class));
        List<String> names = parameters.stream()
                .filter(each -> each.isAnnotationPresent(QueryParam.class))
                .map(each -> each.getAnnotation(QueryParam.class).value())
                .toList();
        return new KnownParameters(open, names);
    }

    /** Throws the problem of the first parameter that nobody would read. */
    void check(Set<String> sent) {
        if (open) {
            return;
        }
        sent.stream().filter(name -> !names.contains(name)).sorted().findFirst().ifPresent(name -> {
            throw Problem.unknownParameter(name, names);
        });
    }
}
