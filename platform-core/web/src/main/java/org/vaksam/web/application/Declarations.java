package org.vaksam.web.application;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.glassfish.jersey.server.model.ModelValidationException;
import org.glassfish.jersey.server.model.Resource;
import org.glassfish.jersey.server.model.ResourceMethod;
import org.glassfish.jersey.server.model.ResourceModelIssue;
import org.vaksam.api.problem.Problem;
import org.vaksam.api.text.Text;

/** Refuses resource classes that leave open who may call them. */
public final class Declarations {
    /** Class and name of a method, in what Jersey says. */
    private static final Pattern METHOD = Pattern.compile("(\\w+\\.\\w+)\\(");

    private Declarations() {}

    /** Throws the problem that names every method at fault. */
    public static void check(Collection<Class<?>> resources) {
        Set<String> faults = new TreeSet<>();
        for (Class<?> type : resources) {
            Resource resource = Resource.from(type);
            if (resource == null) {
                throw refused(Set.of(type.getName() + " (@Path)"));
            }
            for (ResourceMethod method : methods(resource)) {
                var invocable = method.getInvocable();
                boolean locator = method.getType() == ResourceMethod.JaxrsType.SUB_RESOURCE_LOCATOR;
                if (locator || Rule.of(invocable.getHandlingMethod(), type).isEmpty()) {
                    faults.add(type.getSimpleName() + "."
                            + invocable.getHandlingMethod().getName());
                }
            }
        }
        if (!faults.isEmpty()) {
            throw refused(faults);
        }
    }

    /** All methods of a resource and of what is below it. */
    public static List<ResourceMethod> methods(Resource resource) {
        List<ResourceMethod> all = new ArrayList<>(resource.getAllMethods());
        if (resource.getResourceLocator() != null && !all.contains(resource.getResourceLocator())) {
            all.add(resource.getResourceLocator());
        }
        resource.getChildResources().forEach(child -> all.addAll(methods(child)));
        return all;
    }

    /** Several methods would have to answer the same request, or something else that cannot be carried out. */
    static Problem contradictory(ModelValidationException cause) {
        String issues = cause.getIssues().stream()
                .map(ResourceModelIssue::getMessage)
                .distinct()
                .collect(Collectors.joining(" "));
        Set<String> methods = METHOD.matcher(issues)
                .results()
                .map(match -> match.group(1))
                .collect(Collectors.toCollection(TreeSet::new));
        String names = methods.isEmpty() ? issues : String.join(", ", methods);
        return Problem.of(
                        "invalid",
                        422,
                        new Text("REST-resurserna motsäger varandra", "The REST resources contradict each other"),
                        new Text(
                                "Flera metoder svarar på samma adress: " + names + ".",
                                "Several methods answer the same address: " + names + "."))
                .withNext(new Text(
                        "Ge varje metod en egen adress eller en egen mediatyp.",
                        "Give each method an address or a media type of its own."))
                .causedBy(cause);
    }

    private static Problem refused(Set<String> faults) {
        String names = String.join(", ", faults);
        return Problem.of(
                        "invalid",
                        422,
                        new Text("Behörighet saknas i REST-resursen", "A REST resource declares no permission"),
                        new Text(
                                "Metoderna säger inte vem som får anropa dem: " + names + ".",
                                "These methods do not say who may call them: " + names + "."))
                .withNext(new Text(
                        "Märk varje metod (eller dess klass) med @Requires, @SignedIn eller @Open. Underresurser via"
                                + " metoder utan HTTP-metod stöds inte.",
                        "Mark each method (or its class) with @Requires, @SignedIn or @Open. Sub-resource locators are"
                                + " not supported."));
    }
}
