import { LitElement } from 'lit';
customElements.define('vaksam-picture', class extends LitElement {});
