package org.vaksam.records.value;

import java.util.Optional;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;

/** A regular expression of a definition that cannot take the machine hostage: it gives up after a bounded number of steps. */
public final class SafePattern {
    /** Longest text that is matched. */
    public static final int LONGEST_TEXT = 500;

    private static final int LONGEST_PATTERN = 200;
    private static final int STEPS = 50_000;

    private final Pattern pattern;

    private SafePattern(Pattern pattern) {
        this.pattern = pattern;
    }

    /** Empty when the expression is too long or cannot be read. */
    public static Optional<SafePattern> of(String expression) {
        if (expression.length() > LONGEST_PATTERN) {
            return Optional.empty();
        }
        try {
            return Optional.of(new SafePattern(Pattern.compile(expression)));
        } catch (PatternSyntaxException e) {
            return Optional.empty();
        }
    }

    /** Whether the whole text matches; a text that takes too long to tell does not. */
    public boolean matches(String text) {
        if (text.length() > LONGEST_TEXT) {
            return false;
        }
        try {
            return pattern.matcher(new Counted(text, new int[] {STEPS})).matches();
        } catch (OutOfSteps e) {
            return false;
        }
    }

    @Override
    public String toString() {
        return pattern.pattern();
    }

    /** The text as the matcher sees it: every look at a character counts. */
    private record Counted(CharSequence text, int[] left) implements CharSequence {
        @Override
        public char charAt(int index) {
            if (--left[0] < 0) {
                throw new OutOfSteps();
            }
            return text.charAt(index);
        }

        @Override
        public int length() {
            return text.length();
        }

        @Override
        public CharSequence subSequence(int start, int end) {
            return new Counted(text.subSequence(start, end), left);
        }

        @Override
        public String toString() {
            return text.toString();
        }
    }

    private static final class OutOfSteps extends RuntimeException {
        private static final long serialVersionUID = 1L;

        OutOfSteps() {
            super(null, null, false, false);
        }
    }
}
