import { html, nothing, svg, type TemplateResult } from 'lit';
import type { Signal } from '../api/types/signal';
import { label, number, percent, t } from '../i18n/i18n';
import type { Key } from '../i18n/messages';
import { longDay } from '../i18n/time';
import { icon } from '../kit/icon';
import { listAddress, typeNamed } from '../shell/areas';

const WIDE = 280;
const HIGH = 28;
const DAY = 86_400_000;

const PICTURES = { more: 'activity', repeated: 'history', hotspot: 'map-pin', ageing: 'clock', overdue: 'clock-alert' };

/** What a card can do. */
export interface Deeds {
  dismiss: (signal: Signal) => void;
  recall: (signal: Signal) => void;
}

/** The list of exactly the records that a signal counts; nowhere when their area is not installed. */
export function signalAddress({ type, filters }: Signal): string | null {
  const found = typeNamed(type);
  if (!found) return null;
  const query = new URLSearchParams();
  for (const [name, values] of Object.entries(filters)) for (const value of values) query.append(name, value);
  return listAddress(found, query);
}

const tenths = (value: number) => number(value, { maximumFractionDigits: value < 10 ? 1 : 0 });

/** How many in which time against how many. */
export function figuresOf({ from, to, expected, interval, kind }: Signal): string {
  const days = from && to ? Math.round((Date.parse(to) - Date.parse(from)) / DAY) + 1 : 0;
  const when = days === 0 ? t('signals.now') : days === 1 ? t('signals.day') : t('signals.days', { n: days });
  if (kind === 'overdue') return when;
  const usual =
    interval.length === 2
      ? t('signals.interval', { n: tenths(expected), from: interval[0]!, to: interval[1]! })
      : t('signals.expected', { n: tenths(expected) });
  return `${when}, ${usual}`;
}

/** Bars of what happened week by week over an area of what was expected; those that the signal is about stand out. */
export function weeksChart({ weeks, from }: Signal): TemplateResult | typeof nothing {
  if (weeks.length === 0) return nothing;
  const top = Math.max(...weeks.map(({ observed, expected }) => Math.max(observed, expected)), 1);
  const step = WIDE / weeks.length;
  const y = (value: number) => HIGH - (value / top) * HIGH;
  const usual = weeks.map(({ expected }, at) => `${at * step} ${y(expected)}L${(at + 1) * step} ${y(expected)}`);
  return html`<svg
    class="strip"
    viewBox="0 0 ${WIDE} ${HIGH}"
    preserveAspectRatio="none"
    role="img"
    aria-label=${t('signals.weeks', {
      observed: weeks.map(({ observed }) => number(observed)).join(', '),
      expected: weeks.map(({ expected }) => tenths(expected)).join(', '),
    })}
  >
    ${svg`<path class="strip-usual" d=${`M0 ${HIGH}L${usual.join('L')}L${WIDE} ${HIGH}Z`}></path>`}
    ${weeks.map(
      ({ to, observed, expected }, at) =>
        svg`<rect class=${observed > expected && to >= (from ?? '') ? 'strip-over' : 'strip-bar'} x=${at * step + step / 5} width=${step * 0.6}
          y=${Math.min(y(observed), HIGH - 1)} height=${Math.max(HIGH - y(observed), 1)}></rect>`,
    )}
  </svg>`;
}

/** All of a signal. */
export function signalCard(signal: Signal, deeds: Deeds): TemplateResult {
  const address = signalAddress(signal);
  const { dismissal } = signal;
  return html`<article class="sig">
    <div class="row">
      <h3>${label(signal.title)}</h3>
      <span class="push sig-kind">${icon(PICTURES[signal.kind], 'i-s')}${t(`signals.kind.${signal.kind}` as Key)}</span>
    </div>
    <p class="x"><b>${number(signal.observed)}</b><span class="m2">${figuresOf(signal)}</span></p>
    ${weeksChart(signal)}
    <p class="m2 sig-why">
      ${label(signal.sentence)}
      ${signal.growth !== null && Math.abs(signal.growth) >= 0.05 ? t('signals.growth', { share: percent(signal.growth) }) : nothing}
    </p>
    ${
      dismissal
        ? html`<p class="m2 sig-why">
            ${t('signals.aside.by', {
              name: dismissal.name ?? t('signals.aside.system'),
              until: longDay(dismissal.until),
              reason: dismissal.reason,
            })}
          </p>`
        : nothing
    }
    <div class="row sig-do">
      ${address ? html`<a class="btn sm" href=${address}>${t('signals.show', { n: signal.observed })}</a>` : nothing}
      <button
        class="btn quiet sm push"
        type="button"
        aria-label=${dismissal ? nothing : t('signals.dismiss.of', { name: label(signal.title) })}
        @click=${() => (dismissal ? deeds.recall(signal) : deeds.dismiss(signal))}
      >
        ${t(dismissal ? 'signals.recall' : 'signals.dismiss')}
      </button>
    </div>
  </article>`;
}

/** A signal in two lines. */
export function signalLine(signal: Signal): TemplateResult {
  const address = signalAddress(signal);
  const name = label(signal.title);
  return html`<li class="sg">
    ${icon(PICTURES[signal.kind])}
    <div>
      ${address ? html`<a class="title" href=${address}>${name}</a>` : html`<span>${name}</span>`}
      <p class="m2">${number(signal.observed)} ${figuresOf(signal)}</p>
    </div>
    ${weeksChart(signal)}
  </li>`;
}
