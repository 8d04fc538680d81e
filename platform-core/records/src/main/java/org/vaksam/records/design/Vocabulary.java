package org.vaksam.records.design;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.vaksam.spi.kernel.LiveModules;
import org.vaksam.spi.kernel.ModuleDescriptor;
import org.vaksam.spi.security.Units;

/** Words that a definition may use: permissions and suggested roles of its area, none while its module is away, and units. */
@Component(service = Vocabulary.class)
public final class Vocabulary {
    private final LiveModules modules;
    private final Units units;

    @Activate
    public Vocabulary(@Reference LiveModules modules, @Reference Units units) {
        this.modules = modules;
        this.units = units;
    }

    public List<ModuleDescriptor.Permission> permissions(String type) {
        return module(type).map(ModuleDescriptor::permissions).orElse(List.of());
    }

    public List<ModuleDescriptor.Role> roles(String type) {
        return module(type).map(ModuleDescriptor::roles).orElse(List.of());
    }

    Set<String> permissionIds(String type) {
        return permissions(type).stream().map(ModuleDescriptor.Permission::id).collect(Collectors.toSet());
    }

    Units units() {
        return units;
    }

    private Optional<ModuleDescriptor> module(String type) {
        return modules.descriptor(type.substring(0, Math.max(0, type.indexOf('.'))));
    }
}
