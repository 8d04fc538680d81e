import { html } from 'lit';

/** One of few, all of them in sight. */
export const radios = <T>(
  name: string,
  choices: { id: T; face: unknown }[],
  value: unknown,
  choose: (id: T) => void,
): unknown =>
  html`<div class="radios">
    ${choices.map(
      ({ id, face }) =>
        html`<label class="check"
          ><input type="radio" name=${name} .checked=${value === id} @change=${() => choose(id)} />${face}</label
        >`,
    )}
  </div>`;
