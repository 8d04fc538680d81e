package org.vaksam.insight.view;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.vaksam.api.security.Caller;
import org.vaksam.api.text.Text;
import org.vaksam.spi.security.Grants;
import org.vaksam.spi.security.Units;

/** The circles of people that somebody belongs to: those with their roles, and those of their units and the units above. */
@Component(service = Circles.class)
public final class Circles {
    private final Grants grants;
    private final Units units;

    @Activate
    public Circles(@Reference Grants grants, @Reference Units units) {
        this.grants = grants;
        this.units = units;
    }

    /** Of one account today. Whoever has a role everywhere belongs to the units at the top. */
    public record Circle(Map<String, Text> roles, Set<String> units) {
        static final Circle NONE = new Circle(Map.of(), Set.of());
    }

    public Circle of(Caller caller) {
        return caller.account()
                .map(account -> of(account, caller.permissions()))
                .orElse(Circle.NONE);
    }

    private Circle of(String account, Set<String> permissions) {
        List<Grants.Reason> reasons = grants.reasons(account, permissions);
        var roles = new LinkedHashMap<String, Text>();
        reasons.forEach(reason -> roles.putIfAbsent(reason.role(), reason.title()));
        Stream<String> below = reasons.stream()
                .flatMap(reason -> reason.unit().stream())
                .flatMap(unit -> units.find(unit).stream())
                .flatMap(unit -> Stream.of(unit.path().split("/")));
        boolean everywhere = reasons.stream().anyMatch(reason -> reason.unit().isEmpty());
        Stream<String> top = everywhere
                ? units.all().stream().filter(unit -> unit.parent().isEmpty()).map(Units.Unit::id)
                : Stream.of();
        return new Circle(
                roles, Stream.concat(below, top).filter(id -> !id.isEmpty()).collect(Collectors.toUnmodifiableSet()));
    }
}
