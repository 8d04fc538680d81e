import { m } from './message';

export const backups = {
  'backups.why': m(
    'Allt i en fil: poster, konton, moduler och filer. Efter skrivningen läses filen igen och varje kontrollsumma jämförs. Den innehåller personuppgifter: förvara den därefter, och inte bara på den här datorn.',
    'Everything in one file: records, accounts, modules and files. After writing, the file is read again and every checksum compared. It holds personal data: keep it accordingly, and not on this computer alone.',
  ),
  'backups.make': m('Gör en säkerhetskopia', 'Make a backup'),
  'backups.encrypt': m('Kryptera', 'Encrypt'),
  'backups.passphrase': m('Lösenfras', 'Passphrase'),
  'backups.passphrase.why': m(
    'Minst 12 tecken. Utan den kan ingen läsa filen, inte heller plattformen.',
    'At least 12 characters. Without it nobody can read the file, the platform neither.',
  ),
  'backups.running': m('En säkerhetskopia skrivs …', 'A backup is being written …'),
  'backups.failed': m('Den senaste blev inte skriven: {why}', 'The last one was not made: {why}'),
  'backups.none': m('Ingen säkerhetskopia', 'No backup'),
  'backups.none.why': m('Gör en nu, eller vänta på den i natt.', 'Make one now, or wait for the one of tonight.'),
  'backups.encrypted': m('krypterad', 'encrypted'),
  'backups.unencrypted': m('inte krypterad', 'not encrypted'),
  'backups.holds': m('{rows} rader, {files} filer, av {by}', '{rows} rows, {files} files, by {by}'),
  'backups.verified': m('Kontrollerad {at}', 'Verified {at}'),
  'backups.verify': m('Kontrollera', 'Verify'),
  'backups.verify.one': m('Kontrollera {name}', 'Verify {name}'),
  'backups.whole': m('{name} är hel', '{name} is whole'),
  'backups.remove.title': m('Ta bort säkerhetskopian?', 'Remove the backup?'),
  'backups.remove.why': m('{name} kan inte hämtas tillbaka.', '{name} cannot be brought back.'),
};
