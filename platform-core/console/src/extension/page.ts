import { html } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import { label } from '../i18n/i18n';
import { View } from '../kit/view';
import { place } from '../shell/router';
import type { Contribution } from './contributions';
import './contribution';

/** A page of its own that a module brings. */
@customElement('vaksam-extension-page')
export class ExtensionPage extends View {
  @property({ attribute: false }) contribution!: Contribution;

  protected override render(): unknown {
    const title = label(this.contribution.title);
    this.entitle(title);
    return html`<div class="page">
      <h1>${title}</h1>
      <vaksam-contribution
        .contribution=${this.contribution}
        .context=${{ query: place.value.query }}
      ></vaksam-contribution>
    </div>`;
  }
}
