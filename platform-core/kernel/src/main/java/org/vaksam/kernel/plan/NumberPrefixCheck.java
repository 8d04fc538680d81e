package org.vaksam.kernel.plan;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import org.vaksam.api.text.Text;
import org.vaksam.kernel.file.ModuleFile;
import org.vaksam.spi.kernel.ModuleDescriptor;
import org.vaksam.spi.kernel.ModuleDescriptor.RecordType;

/** Two modules may not give the same numbers to their records, also when one of them only keeps its data. */
final class NumberPrefixCheck implements PlanCheck {
    private final Supplier<List<ModuleDescriptor>> registered;

    NumberPrefixCheck(Supplier<List<ModuleDescriptor>> registered) {
        this.registered = registered;
    }

    @Override
    public List<Text> problems(ModuleFile file, World world) {
        var problems = new ArrayList<Text>();
        List<String> prefixes =
                file.descriptor().records().stream().map(RecordType::number).toList();
        for (ModuleDescriptor other : registered.get()) {
            if (!other.id().equals(file.module())) {
                other.records().stream()
                        .map(RecordType::number)
                        .filter(prefixes::contains)
                        .forEach(prefix -> problems.add(taken(prefix, other)));
            }
        }
        return problems;
    }

    private static Text taken(String prefix, ModuleDescriptor owner) {
        return new Text(
                "Nummer som börjar med " + prefix + " ges redan av modulen " + owner.id()
                        + ". Välj en annan bokstavskod under records i module.json.",
                "Numbers that start with " + prefix + " are given by the module " + owner.id()
                        + " already. Choose another prefix under records in module.json.");
    }
}
