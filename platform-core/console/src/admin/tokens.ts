import { LitElement } from 'lit';
customElements.define('vaksam-tokens', class extends LitElement {});
