package org.vaksam.kernel.file;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.function.Function;
import org.vaksam.api.problem.FieldProblem;
import org.vaksam.api.text.Text;
import org.vaksam.spi.kernel.ModuleDescriptor;
import org.vaksam.spi.kernel.ModuleDescriptor.Permission;

/** What a schema cannot say: how the parts of a descriptor fit together. */
final class DescriptorRules {
    private final ModuleDescriptor descriptor;
    private final List<FieldProblem> found = new ArrayList<>();

    private DescriptorRules(ModuleDescriptor descriptor) {
        this.descriptor = descriptor;
    }

    static List<FieldProblem> check(ModuleDescriptor descriptor) {
        var rules = new DescriptorRules(descriptor);
        rules.names();
        rules.ownership();
        rules.references();
        return rules.found;
    }

    private void names() {
        unique("records", descriptor.records(), ModuleDescriptor.RecordType::id);
        unique("records", descriptor.records(), ModuleDescriptor.RecordType::path);
        unique("records", descriptor.records(), ModuleDescriptor.RecordType::number);
        unique("permissions", descriptor.permissions(), Permission::id);
        unique("roles", descriptor.roles(), ModuleDescriptor.Role::id);
        unique("imports", descriptor.imports(), ModuleDescriptor.ImportDeclaration::id);
    }

    private void ownership() {
        String prefix = descriptor.id() + ":";
        descriptor.permissions().forEach(permission -> owned("permissions", permission.id(), prefix));
        descriptor.roles().forEach(role -> owned("roles", role.id(), prefix));
        if (descriptor.needs().contains(descriptor.id())) {
            report("needs", "en modul kan inte behöva sig själv", "a module cannot need itself");
        }
    }

    private void references() {
        var declared = new HashSet<>(
                descriptor.permissions().stream().map(Permission::id).toList());
        descriptor.roles().forEach(role -> role.permissions().forEach(id -> known("roles", id, declared::contains)));
        descriptor.imports().forEach(format -> known("imports", format.permission(), declared::contains));
    }

    private <T> void unique(String member, List<T> all, Function<T, String> name) {
        var seen = new HashSet<String>();
        for (T each : all) {
            if (!seen.add(name.apply(each))) {
                report(
                        member,
                        "\"" + name.apply(each) + "\" förekommer flera gånger",
                        "\"" + name.apply(each) + "\" occurs more than once");
            }
        }
    }

    private void owned(String member, String id, String prefix) {
        if (!id.startsWith(prefix)) {
            report(member, "\"" + id + "\" ska börja med " + prefix, "\"" + id + "\" must start with " + prefix);
        }
    }

    private void known(String member, String permission, Function<String, Boolean> declared) {
        if (!declared.apply(permission)) {
            report(
                    member,
                    "behörigheten \"" + permission + "\" finns inte under permissions",
                    "the permission \"" + permission + "\" is not among permissions");
        }
    }

    private void report(String member, String sv, String en) {
        found.add(new FieldProblem(member, new Text(sv, en)));
    }
}
