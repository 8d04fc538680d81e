import { html, nothing } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import type { Place } from '../api/types/record';
import { t } from '../i18n/i18n';
import { icon } from '../kit/icon';
import { View } from '../kit/view';

/** Where: a name, and a point from the map or from where one stands. Sends `change` with the place or null. */
@customElement('vaksam-place')
export class PlaceField extends View {
  @property({ attribute: false }) value: Place | null = null;
  @property() fieldId = '';
  @property() described = '';
  @property({ type: Boolean }) invalid = false;
  @state() private map = false;
  @state() private refused = false;

  protected override render(): unknown {
    const { latitude, longitude, name } = this.value ?? {};
    const pointed = typeof latitude === 'number' && typeof longitude === 'number';
    return html`<div class="place-field">
      <div class="with-i">
        ${icon('map-pin')}<input
          class="in"
          id=${this.fieldId}
          maxlength="200"
          autocomplete="off"
          aria-invalid=${this.invalid}
          aria-describedby=${this.described}
          placeholder=${t('place.hint')}
          .value=${name ?? ''}
          @input=${(event: InputEvent) => this.send({ ...this.value, name: (event.target as HTMLInputElement).value })}
        />
      </div>
      <div class="row wrap">
        <button class="btn sm" type="button" @click=${this.locate}>${icon('locate-fixed')}${t('place.here')}</button>
        <button class="btn sm" type="button" aria-expanded=${this.map} @click=${this.showMap}>
          ${icon('map')}${t('place.map')}
        </button>
        ${
          pointed
            ? html`<span class="s m num">${latitude.toFixed(5)}, ${longitude.toFixed(5)}</span
                ><button
                  class="btn quiet icon sm"
                  type="button"
                  aria-label=${t('place.forget')}
                  @click=${() => this.send({ name: name ?? '' })}
                >
                  ${icon('x')}
                </button>`
            : nothing
        }
      </div>
      ${this.refused ? html`<p class="err">${icon('circle-alert')}${t('place.refused')}</p>` : nothing}
      ${
        this.map
          ? html`<vaksam-map
              pick
              height="16rem"
              .point=${pointed ? { latitude, longitude } : null}
              @picked=${(event: CustomEvent<{ latitude: number; longitude: number }>) => this.send({ ...this.value, ...event.detail })}
            ></vaksam-map>`
          : nothing
      }
    </div>`;
  }

  private readonly showMap = (): void => {
    this.map = !this.map;
    void import('../insight/map');
  };

  private readonly locate = (): void => {
    navigator.geolocation.getCurrentPosition(
      ({ coords }) =>
        this.send({ ...this.value, latitude: round(coords.latitude), longitude: round(coords.longitude) }),
      () => (this.refused = true),
      { enableHighAccuracy: true, timeout: 10_000 },
    );
  };

  private send(next: Place): void {
    this.refused = false;
    const place = Object.fromEntries(
      Object.entries(next).filter(([, part]) => part !== '' && part !== null && part !== undefined),
    );
    this.value = Object.keys(place).length ? place : null;
    this.dispatchEvent(new CustomEvent('change', { detail: this.value }));
  }
}

const round = (degrees: number) => Math.round(degrees * 1e5) / 1e5;
