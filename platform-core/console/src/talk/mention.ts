const TYPED = /(?:^|[^\p{L}\p{N}._-])@([\p{L}\p{N}][\p{L}\p{N}._-]*(?: \p{L}*)?|)$/u;

/** What was typed after the @ that the caret stands behind; null when it stands behind none. */
export function mentionAt(text: string, caret: number): string | null {
  return TYPED.exec(text.slice(0, caret))?.[1] ?? null;
}

/** The text with the chosen person instead of what was typed, and where the caret is then. */
export function withMention(text: string, caret: number, username: string): { text: string; caret: number } {
  const typed = mentionAt(text, caret) ?? '';
  const before = `${text.slice(0, caret - typed.length)}${username} `;
  return { text: before + text.slice(caret).replace(/^ /, ''), caret: before.length };
}

/** The text in pieces: words, and mentions of these people. */
export function pieces(text: string): { text: string; mention: boolean }[] {
  return text
    .split(/((?<![\p{L}\p{N}._-])@[\p{L}\p{N}][\p{L}\p{N}._@+-]*[\p{L}\p{N}])/u)
    .filter(Boolean)
    .map((piece) => ({ text: piece, mention: piece.startsWith('@') && piece.length > 1 }));
}
