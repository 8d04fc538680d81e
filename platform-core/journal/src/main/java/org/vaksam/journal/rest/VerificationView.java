package org.vaksam.journal.rest;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.vaksam.api.text.Text;
import org.vaksam.journal.JournalVerifications.Run;
import org.vaksam.journal.chain.Finding;
import org.vaksam.journal.chain.Verification;

/**
 * A verification as REST tells it.
 *
 * @param state {@code none}, {@code running}, {@code done} or {@code failed}
 */
public record VerificationView(
        String state,
        long checked,
        long of,
        Optional<Instant> startedAt,
        Optional<Instant> finishedAt,
        Optional<Result> result) {

    /** What was found. */
    public record Result(
            boolean holds, long entries, String hash, int heads, Optional<Long> signedTo, List<FindingView> findings) {
        static Result of(Verification found) {
            return new Result(
                    found.holds(),
                    found.entries(),
                    found.hash(),
                    found.heads(),
                    found.signedTo(),
                    found.findings().stream().map(FindingView::of).toList());
        }
    }

    /** A place where the journal is not what it was. */
    public record FindingView(String kind, long position, long to, Text words) {
        static FindingView of(Finding finding) {
            return new FindingView(
                    finding.kind().name().toLowerCase(Locale.ROOT), finding.position(), finding.to(), finding.words());
        }
    }

    static VerificationView of(Optional<Run> run) {
        return run.map(VerificationView::of)
                .orElse(new VerificationView("none", 0, 0, Optional.empty(), Optional.empty(), Optional.empty()));
    }

    static VerificationView of(Run run) {
        return new VerificationView(
                run.state().name().toLowerCase(Locale.ROOT),
                run.checked(),
                run.of(),
                Optional.of(run.startedAt()),
                run.finishedAt(),
                run.result().map(Result::of));
    }
}
