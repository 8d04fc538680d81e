package org.vaksam.kernel.plan;

import java.util.List;
import org.vaksam.api.text.Text;
import org.vaksam.kernel.file.ModuleFile;

/** One reason for which a module file may not be put into operation; looks at the file without starting it. */
interface PlanCheck {
    /** What is wrong, each with the next step; empty when nothing is. */
    List<Text> problems(ModuleFile file, World world);

    /** Whether it also holds for a file that has been in operation before. */
    default boolean appliesToRollback() {
        return true;
    }
}
