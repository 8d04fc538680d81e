import { m } from './message';

/** What comes of a change by its definition. */
export const follows = {
  'follows.assigned': m('gick till {name}', 'went to {name}'),
  'follows.vacant': m(
    'ingen svarar för {who}, så ärendet väntar på någon',
    'nobody answers for {who}, so it waits for somebody',
  ),
  'follows.starts': m('fristen {name} startade', 'the deadline {name} started'),
  'follows.stops': m('fristen {name} stannade', 'the deadline {name} stopped'),
  'follows.action': m('åtgärd: {name}', 'action: {name}'),
  'follows.tells': m('{who} fick veta', '{who} came to know'),
  'follows.shares': m('delades med {unit}', 'shared with {unit}'),
  'follows.more': m('och {n} till', 'and {n} more'),
  'follows.party.assignee': m('handläggaren', 'the assignee'),
  'follows.party.reporter': m('den som rapporterade', 'the reporter'),
  'follows.party.manager': m('enhetens chef', "the unit's manager"),
};
