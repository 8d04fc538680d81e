package org.vaksam.records.value;

import java.util.ArrayList;
import java.util.List;
import org.vaksam.api.problem.FieldProblem;
import org.vaksam.api.problem.Problem;
import org.vaksam.api.text.Text;

/** Collects everything that is wrong with an input, so that a person can correct it in one go. */
public final class Problems {
    private static final int MOST = 100;

    private final List<FieldProblem> found = new ArrayList<>();

    public void add(String path, String swedish, String english) {
        var problem = new FieldProblem(path, new Text(swedish, english));
        if (found.size() < MOST && !found.contains(problem)) {
            found.add(problem);
        }
    }

    /** Whether something is wrong with exactly this path already. */
    public boolean has(String path) {
        return found.stream().anyMatch(problem -> problem.field().equals(path));
    }

    public boolean isEmpty() {
        return found.isEmpty();
    }

    public List<FieldProblem> all() {
        return List.copyOf(found);
    }

    /** Ends the work with 422 when anything was found. */
    public void throwIfAny() {
        if (!found.isEmpty()) {
            throw Problem.invalid(found);
        }
    }
}
