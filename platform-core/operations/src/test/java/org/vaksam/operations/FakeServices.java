package org.vaksam.operations;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Function;
import org.vaksam.operations.services.PlatformServices;

/** Services as the test puts them in; every part of the platform is there unless said otherwise. */
public final class FakeServices implements PlatformServices {
    public final Map<String, Object> services = new LinkedHashMap<>();
    public String missing = "";

    @Override
    public <S, T> Optional<T> with(Class<S> type, Function<S, T> work) {
        return services.values().stream()
                .filter(type::isInstance)
                .map(type::cast)
                .findFirst()
                .map(work);
    }

    @Override
    public <S, T> List<T> each(Class<S> type, BiFunction<String, S, T> work) {
        var answers = new ArrayList<T>();
        services.forEach((name, service) -> {
            if (type.isInstance(service)) {
                answers.add(work.apply(name, type.cast(service)));
            }
        });
        return answers;
    }

    @Override
    public boolean has(String filter) {
        return missing.isEmpty() || !filter.contains(missing);
    }
}
