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

/** Words of an area that a definition may use: its permissions and suggested roles. Empty while its module is away. */
@Component(service = Vocabulary.class)
public final class Vocabulary {
    private final LiveModules modules;

    @Activate
    public Vocabulary(@Reference LiveModules modules) {
        this.modules = modules;
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

    private Optional<ModuleDescriptor> module(String type) {
        return modules.descriptor(type.substring(0, Math.max(0, type.indexOf('.'))));
    }
}
