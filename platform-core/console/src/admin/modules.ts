import { LitElement } from 'lit';
customElements.define('vaksam-modules', class extends LitElement {});
