// What a phone can do beyond the form itself. Nothing here is needed to report or to follow a report.
const at = (id) => document.getElementById(id);
const form = document.querySelector('form[action^="/report/"]');

at('summary')?.focus();

// A second press while the first is on its way sends nothing.
form?.addEventListener('submit', (event) => {
  if (form.dataset.sent) event.preventDefault();
  form.dataset.sent = 'yes';
});
addEventListener('pageshow', () => form && delete form.dataset.sent);

// Questions that are not asked with the other answers.
function answers() {
  const given = {};
  for (const [name, value] of new FormData(form)) if (name.startsWith('f.') && value !== '') given[name.slice(2)] = value;
  return given;
}
function holds(condition, given) {
  if (condition.all) return condition.all.every((one) => holds(one, given));
  if (condition.any) return condition.any.some((one) => holds(one, given));
  if (condition.not) return !holds(condition.not, given);
  const value = given[condition.field];
  if ('isSet' in condition) return (value !== undefined) === condition.isSet;
  if (value === undefined) return false;
  if ('is' in condition) return String(condition.is) === value;
  if (condition.in) return condition.in.some((one) => String(one) === value);
  const number = Number(value.replace(/\s/g, '').replace(',', '.'));
  return 'atLeast' in condition ? number >= condition.atLeast : 'atMost' in condition && number <= condition.atMost;
}
const dependent = [...document.querySelectorAll('[data-show-if]')];
function ask() {
  const given = answers();
  for (const part of dependent) part.hidden = !holds(JSON.parse(part.dataset.showIf), given);
}
if (form && dependent.length) {
  form.addEventListener('input', ask);
  ask();
}

// Where the phone is, and what is known around there.
const button = at('position');
async function nearby({ latitude, longitude }) {
  const place = at('nearby');
  const query = new URLSearchParams({ latitude, longitude, lang: document.documentElement.lang });
  const answer = await fetch(`/report/nearby?${query}`);
  if (answer.status !== 200 || !place) return;
  const found = new DOMParser().parseFromString(await answer.text(), 'text/html').querySelector('section');
  if (!found) return;
  place.replaceChildren(found);
  form.elements.seen.value = 'yes';
}
if (button && navigator.geolocation && form) {
  const said = at('position-said');
  button.parentElement.hidden = false;
  button.addEventListener('click', () => {
    navigator.geolocation.getCurrentPosition(
      ({ coords }) => {
        const here = { latitude: coords.latitude.toFixed(6), longitude: coords.longitude.toFixed(6) };
        form.elements.latitude.value = here.latitude;
        form.elements.longitude.value = here.longitude;
        said.textContent = said.dataset.found;
        nearby(here).catch(() => undefined);
      },
      () => (said.textContent = said.dataset.refused),
      { enableHighAccuracy: true, timeout: 10000, maximumAge: 60000 },
    );
  });
}

// The code, to take along.
const tools = document.querySelector('.tools');
if (tools) {
  tools.hidden = false;
  at('copy').addEventListener('click', async () => {
    await navigator.clipboard.writeText(at('code').textContent);
    at('copied').textContent = tools.dataset.copied;
  });
  at('print').addEventListener('click', () => print());
}
