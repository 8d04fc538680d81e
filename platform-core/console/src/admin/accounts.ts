import { LitElement } from 'lit';
customElements.define('vaksam-accounts', class extends LitElement {});
