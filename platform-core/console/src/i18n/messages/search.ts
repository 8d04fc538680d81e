import { m } from './message';

export const search = {
  'search.field': m('Sök, eller fält:värde', 'Search, or field:value'),
  'search.found': m('Förslag', 'Suggestions'),
  'search.some': m(
    '{n} {n:förslag|förslag}. Välj med pilarna, sätt in med Tabb eller Enter.',
    '{n} {n:suggestion|suggestions}. Choose with the arrows, insert with Tab or Enter.',
  ),
  'search.records': m('{n} {n:ärende|ärenden}', '{n} {n:record|records}'),
  'search.kind.field': m('fält', 'field'),
  'search.not': m('inte', 'not'),
  'search.title': m('Rubrik', 'Title'),
  'search.remove': m('Ta bort {text} ur sökningen', 'Remove {text} from the search'),
  'search.instead': m(
    'Inget ärende har ordet ”{typed}”. Här är träffarna för ”{used}”.',
    'No record has the word “{typed}”. These match “{used}”.',
  ),
  'search.for': m('Sök efter', 'Search for'),
  'search.help': m('Så söker du', 'How to search'),
  'search.help.close': m('Stäng', 'Close'),
  'search.help.words': m(
    'Skriv ord: alla ska finnas, i vilken böjning som helst. Brand hittar skolbränder och brandlarm.',
    'Type words: all must be there, in any form. Window finds windows.',
  ),
  'search.help.slips': m(
    'Finns ett ord inte alls söks det som liknar mest, och det sägs. Å, ä och ö kan skrivas utan prickar.',
    'When nothing has a word, the one most like it is looked for, and you are told. Å, ä and ö may be typed without dots.',
  ),
  'search.help.phrase': m('orden i just den följden', 'the words in this very order'),
  'search.help.prefix': m('ord som börjar så', 'words that begin so'),
  'search.help.similar': m('ord som liknar', 'words that are like it'),
  'search.help.without': m('utan ordet, eller utan det värdet', 'without the word, or without that value'),
  'search.help.value': m(
    'fältet har värdet; citattecken kring flera ord',
    'the field has the value; quotes around several words',
  ),
  'search.help.any': m('något av värdena', 'any of the values'),
  'search.help.range': m('från och till; även >2, >=2, <4, <=4', 'from and to; also >2, >=2, <4, <=4'),
  'search.help.money': m('tal och belopp i formulären', 'numbers and amounts of forms'),
  'search.help.days': m(
    'dagar med namn: idag, igår, denna-vecka, förra-månaden, senaste-30-dagarna, i-år',
    'days by name: today, yesterday, this-week, last-month, last-30-days, this-year',
  ),
  'search.help.period': m(
    'en månad; även 2024, 2024-W09, 2024-Q1 och 2024-03-01..2024-03-31',
    'a month; also 2024, 2024-W09, 2024-Q1 and 2024-03-01..2024-03-31',
  ),
  'search.help.unit': m('enheten och allt under den', 'the unit and everything below it'),
  'search.help.me': m('det som är mitt', 'what is mine'),
  'search.help.is': m('även avslutad, sammanslagen, försenad', 'also closed, merged, overdue'),
  'search.help.has': m('något är angivet; även åtgärder och filer', 'something is set; also actions and files'),
  'search.help.more': m(
    'Varje fält går också att skriva med sitt namn i formuläret. Förslagen visar vilka fält och värden som finns.',
    'Every field can also be typed by its name on the form. Suggestions show which fields and values there are.',
  ),
  'views.why': m(
    'Filter, sortering och kolumner sparas för dig, på alla dina datorer.',
    'Filters, sorting and columns are kept for you, on all your computers.',
  ),
  'views.share': m('Vem ser vyn?', 'Who sees the view?'),
  'views.share.me': m('Bara jag', 'Only me'),
  'views.share.role': m('Alla som är {name}', 'Everybody who is {name}'),
  'views.share.unit': m('Alla i {name} och nedanför', 'Everybody in {name} and below'),
  'views.shared': m('Delas av {name}', 'Shared by {name}'),
};
