import { LitElement } from 'lit';
customElements.define('vaksam-map', class extends LitElement {});
