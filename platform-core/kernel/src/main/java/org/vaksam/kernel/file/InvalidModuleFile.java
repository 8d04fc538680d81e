package org.vaksam.kernel.file;

import java.util.List;
import org.vaksam.api.text.Text;

/** Why a file is no module, in words: what is wrong and what to do about it. */
public class InvalidModuleFile extends Exception {
    private static final long serialVersionUID = 1L;

    private final transient List<Text> reasons;

    public InvalidModuleFile(List<Text> reasons) {
        super(String.join("; ", reasons.stream().map(Text::en).toList()));
        this.reasons = List.copyOf(reasons);
    }

    InvalidModuleFile(Text reason) {
        this(List.of(reason));
    }

    public List<Text> reasons() {
        return reasons;
    }
}
