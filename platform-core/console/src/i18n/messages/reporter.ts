import { m } from './message';

/** What handlers and whoever reported without an account write to each other. */
export const reporter = {
  'reporter.title': m('Meddelanden med den som rapporterade', 'Messages with the reporter'),
  'reporter.anonymous': m(
    'Den som rapporterade är anonym. Det du skriver syns på sidan för den som har uppföljningskoden.',
    'Whoever reported is anonymous. What you write is shown to whoever has the follow-up code.',
  ),
  'reporter.known': m(
    'Rapporterat av {who}. Det du skriver syns på sidan för den som har uppföljningskoden.',
    'Reported by {who}. What you write is shown to whoever has the follow-up code.',
  ),
  'reporter.reporter': m('Den som rapporterade', 'The reporter'),
  'reporter.none': m('Ingen har skrivit något än.', 'Nobody has written anything yet.'),
  'reporter.more': m('Visa äldre meddelanden', 'Show older messages'),
  'reporter.write': m('Skriv till den som rapporterade', 'Write to the reporter'),
  'reporter.send': m('Skicka', 'Send'),
  'reporter.sent': m('Meddelandet är skickat', 'The message is sent'),
  'history.message.handler': m('skrev till den som rapporterade', 'wrote to the reporter'),
  'history.message.reporter': m('Den som rapporterade skrev ett meddelande', 'The reporter wrote a message'),
};
