package org.vaksam.kernel.boot;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class RoundsTest {
    private final List<String> up = new ArrayList<>();
    private final List<String> givenUp = new ArrayList<>();

    @Test
    void whoNeedsAnotherComesAfterItWhateverTheOrder() {
        Rounds.settle(List.of(new Fake("c", "b"), new Fake("b", "a"), new Fake("a", "")));

        assertThat(up).containsExactly("a", "b", "c");
        assertThat(givenUp).isEmpty();
    }

    @Test
    void oneThatFailsDoesNotHinderTheOthers() {
        Rounds.settle(List.of(new Fake("broken", "").failing(), new Fake("needy", "broken"), new Fake("well", "")));

        assertThat(up).containsExactly("well");
        assertThat(givenUp).containsExactly("broken", "needy");
    }

    @Test
    void modulesThatNeedEachOtherAreGivenUp() {
        Rounds.settle(List.of(new Fake("a", "b"), new Fake("b", "a"), new Fake("c", "")));

        assertThat(up).containsExactly("c");
        assertThat(givenUp).containsExactly("a", "b");
    }

    @Test
    void oneThatIsSlowGetsItsTimeBeforeThoseThatWaitForIt() {
        Rounds.settle(List.of(new Fake("user", "slow"), new Fake("slow", "").slow()));

        assertThat(up).containsExactly("slow", "user");
        assertThat(givenUp).isEmpty();
    }

    @Test
    void oneThatCannotEvenBeAskedIsGivenUp() {
        Rounds.settle(List.of(new Fake("odd", "").failingWhenAsked(), new Fake("well", "")));

        assertThat(up).containsExactly("well");
        assertThat(givenUp).containsExactly("odd");
    }

    /** Waits for at most one other. */
    private final class Fake implements Rounds.Candidate {
        private final String name;
        private final String needed;
        private boolean failing;
        private boolean slow;
        private boolean odd;

        Fake(String name, String needed) {
            this.name = name;
            this.needed = needed;
        }

        Fake failing() {
            failing = true;
            return this;
        }

        Fake slow() {
            slow = true;
            return this;
        }

        Fake failingWhenAsked() {
            odd = true;
            return this;
        }

        @Override
        public boolean isReady() {
            if (odd) {
                throw new NoClassDefFoundError("odd");
            }
            return !isBlocked() && !slow;
        }

        @Override
        public boolean isBlocked() {
            return !needed.isEmpty() && !up.contains(needed);
        }

        @Override
        public void bringUp(boolean lastChance) {
            if (failing || isBlocked()) {
                throw new IllegalStateException(name);
            }
            up.add(name);
        }

        @Override
        public void giveUp(Throwable reason) {
            givenUp.add(name);
        }
    }
}
