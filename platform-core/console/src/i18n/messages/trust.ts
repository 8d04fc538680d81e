import { m } from './message';

export const trust = {
  'trust.title': m('Signaturer', 'Signatures'),
  'trust.why': m(
    'Vems moduler som får installeras här. En signatur visar vem som gjort filen, och att ingen ändrat den sedan.',
    'Whose modules may be installed here. A signature shows who made the file, and that nobody has changed it since.',
  ),
  'trust.policy.enforce': m('Bara betrodda moduler installeras', 'Only trusted modules are installed'),
  'trust.policy.enforce.why': m(
    'En fil som ingen betrodd har signerat avvisas, om inte en administratör kontrasignerar den.',
    'A file that nobody trusted has signed is refused, unless an administrator countersigns it.',
  ),
  'trust.policy.warn': m(
    'Moduler utan betrodd signatur ger en varning',
    'Modules without a trusted signature give a warning',
  ),
  'trust.policy.warn.why': m(
    'De installeras ändå. För riktig drift bör driftansvarig välja att bara betrodda moduler installeras.',
    'They are installed all the same. For real use, operations should choose that only trusted modules are installed.',
  ),
  'trust.policy.develop': m('Utveckling: alla moduler installeras', 'Development: every module is installed'),
  'trust.policy.develop.why': m(
    'Ingen signatur krävs. Så ska det inte vara där riktiga ärenden finns.',
    'No signature is required. It should not be so where real records are.',
  ),
  'trust.certificates': m('Betrodda certifikat', 'Trusted certificates'),
  'trust.certificates.why': m('De här får göra moduler.', 'These may make modules.'),
  'trust.certificates.none': m(
    'Inga certifikat är betrodda, så ingen modul kan komma från någon betrodd. Lägg till certifikatet från den som gör era moduler.',
    'No certificates are trusted, so no module can come from anybody trusted. Add the certificate of those who make your modules.',
  ),
  'trust.expired': m('Har gått ut', 'Expired'),
  'trust.early': m('Gäller inte än', 'Not valid yet'),
  'trust.valid': m('Gäller {from} till {to}', 'Valid {from} to {to}'),
  'trust.from.distribution': m('följer med Vaksam', 'comes with Vaksam'),
  'trust.from.person': m('tillagt av {name} {time}', 'added by {name} {time}'),
  'trust.add': m('Lägg till certifikat', 'Add a certificate'),
  'trust.add.why': m(
    'Den som har certifikatet får göra moduler, och moduler kan läsa och ändra allt i sina ärenden. Kontrollera fingeravtrycket med avsändaren först.',
    'Whoever holds the certificate may make modules, and modules can read and change everything in their records. Compare the fingerprint with the sender first.',
  ),
  'trust.add.file': m('Välj en .pem-fil', 'Choose a .pem file'),
  'trust.add.text': m('Eller klistra in certifikatet', 'Or paste the certificate'),
  'trust.add.do': m('Lita på certifikatet', 'Trust the certificate'),
  'trust.added': m('Certifikatet är betrott', 'The certificate is trusted'),
  'trust.remove.one': m('Ta bort {name}', 'Remove {name}'),
  'trust.remove.title': m('Sluta lita på {name}?', 'Stop trusting {name}?'),
  'trust.remove.why': m(
    'Det som redan är installerat fortsätter att fungera. Nya filer med den signaturen avvisas.',
    'What is installed goes on working. New files with this signature are refused.',
  ),
  'trust.remove.do': m('Sluta lita på det', 'Stop trusting it'),
  'trust.removed': m('{name} är inte längre betrott', '{name} is no longer trusted'),
  'trust.vouched': m('Kontrasignerade filer', 'Countersigned files'),
  'trust.vouched.why': m(
    'Enskilda filer som en administratör går i god för.',
    'Single files that an administrator vouches for.',
  ),
  'trust.vouched.none': m(
    'Inga filer är kontrasignerade. Det görs i planen för en fil som avvisats för sin signatur.',
    'No files are countersigned. It is done in the plan of a file that was refused because of its signature.',
  ),
  'trust.withdraw.one': m('Ta tillbaka kontrasigneringen av {title}', 'Withdraw the countersignature of {title}'),
  'trust.withdraw.title': m('Ta tillbaka kontrasigneringen av {title}?', 'Withdraw the countersignature of {title}?'),
  'trust.withdraw.why': m(
    'Är filen installerad fortsätter den att fungera. Den kan inte installeras igen.',
    'If the file is installed it goes on working. It cannot be installed again.',
  ),
  'trust.withdraw.do': m('Ta tillbaka', 'Withdraw'),
  'trust.withdrawn': m('Kontrasigneringen av {title} är tillbakatagen', 'The countersignature of {title} is withdrawn'),
};
