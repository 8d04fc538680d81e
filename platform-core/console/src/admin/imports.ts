import { LitElement } from 'lit';
customElements.define('vaksam-imports', class extends LitElement {});
