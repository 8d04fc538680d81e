import { m } from './message';

export const profile = {
  'profile.title': m('Min profil', 'My profile'),

  'factor.title': m('Andra faktor', 'Second factor'),
  'factor.why': m(
    'En kod från en app i telefonen, utöver lösenordet. Då räcker det inte att någon kommer över lösenordet.',
    'A code from an app in your telephone, besides the password. Then it is not enough to get hold of your password.',
  ),
  'factor.on': m('Påslagen', 'On'),
  'factor.off': m('Avstängd', 'Off'),
  'factor.required': m('Din organisation kräver den.', 'Your organisation requires it.'),
  'factor.enable': m('Slå på andra faktorn', 'Switch on the second factor'),
  'factor.disable': m('Stäng av andra faktorn', 'Switch off the second factor'),
  'factor.disabled': m('Andra faktorn är avstängd', 'The second factor is off'),
  'factor.next': m('Fortsätt', 'Continue'),
  'factor.scan': m(
    'Öppna en autentiseringsapp i telefonen, lägg till ett konto och läs av bilden.',
    'Open an authenticator app on your telephone, add an account and scan the picture.',
  ),
  'factor.qr': m('QR-kod för autentiseringsappen', 'QR code for the authenticator app'),
  'factor.type': m('Skriv in nyckeln för hand i stället', 'Type the key by hand instead'),
  'factor.code': m('Kod', 'Code'),
  'factor.code.first': m('De sex siffror som appen visar nu.', 'The six digits that the app shows now.'),
  'factor.code.hint': m(
    'De sex siffrorna i appen, eller en av dina återställningskoder.',
    'The six digits of the app, or one of your recovery codes.',
  ),
  'factor.step': m('Skriv koden', 'Enter the code'),
  'factor.step.why': m(
    'Lösenordet stämde. Nu behövs koden från din app.',
    'The password was right. Now the code of your app is needed.',
  ),
  'factor.enrol': m('Skaffa en andra faktor', 'Set up a second factor'),
  'factor.enrol.why': m(
    'Din organisation kräver en kod från en app i telefonen, utöver lösenordet.',
    'Your organisation requires a code from an app in your telephone, besides the password.',
  ),
  'factor.restart': m('Börja om', 'Start again'),
  'factor.codes': m('Återställningskoder', 'Recovery codes'),
  'factor.codes.why': m(
    'Skriv ut eller spara koderna på ett säkert ställe. Var och en släpper in dig en gång när telefonen är borta. De visas inte igen.',
    'Print the codes or keep them in a safe place. Each lets you in once when the telephone is gone. They are not shown again.',
  ),
  'factor.codes.kept': m('Jag har sparat koderna', 'I have kept the codes'),
  'factor.codes.copied': m('Koderna är kopierade', 'The codes are copied'),
  'factor.codes.left': m('{n} {n:återställningskod|återställningskoder} kvar', '{n} recovery {n:code|codes} left'),
  'factor.rule': m('Krav på andra faktor', 'Second factor required'),
  'factor.rule.why': m(
    'De som inte har någon får skaffa den nästa gång de loggar in med lösenord.',
    'Those who have none set it up the next time they sign in with a password.',
  ),
  'factor.rule.who': m('Krävs av', 'Required of'),
  'factor.rule.everybody': m('Alla', 'Everybody'),
  'factor.rule.saved': m('Kravet är sparat', 'The requirement is saved'),
  'factor.reset': m('Nollställ andra faktorn', 'Reset the second factor'),
  'factor.reset.done': m(
    '{name} loggar in utan andra faktor nästa gång',
    '{name} signs in without a second factor next time',
  ),
  'factor.renew': m('Nya återställningskoder', 'New recovery codes'),

  'provider.in': m('Logga in med {name}', 'Sign in with {name}'),
  'provider.failed': m('Inloggningen gick inte', 'Signing in did not work'),
  'provider.failed.why': m(
    'Försök igen. Om det fortsätter: be en administratör kontrollera ditt konto.',
    'Try again. If it goes on, ask an administrator to check your account.',
  ),

  'reset.forgotten': m('Glömt lösenordet?', 'Forgotten the password?'),
  'reset.title': m('Nytt lösenord', 'New password'),
  'reset.why': m(
    'Vi skickar en länk till din e-postadress. Den gäller i en halvtimme.',
    'We send a link to your e-mail address. It is good for half an hour.',
  ),
  'reset.send': m('Skicka länken', 'Send the link'),
  'reset.sent': m(
    'Om kontot finns och har en e-postadress kommer länken inom några minuter.',
    'If there is such an account with an e-mail address, the link arrives within a few minutes.',
  ),
  'reset.changed': m('Lösenordet är bytt. Logga in med det.', 'The password has been changed. Sign in with it.'),
  'reset.impossible': m(
    'E-post är inte inkopplad här. Be en administratör om ett nytt lösenord.',
    'E-mail is not set up here. Ask an administrator for a new password.',
  ),
  'reset.back': m('Till inloggningen', 'To the sign-in'),
  'email.title': m('E-postadress', 'E-mail address'),
  'email.why': m('Dit kommer länken om du glömmer lösenordet.', 'The link goes there if you forget the password.'),
  'email.saved': m('E-postadressen är sparad', 'The e-mail address is saved'),

  'sessions.title': m('Inloggad på', 'Signed in on'),
  'sessions.unknown': m('Okänd webbläsare', 'Unknown browser'),
  'sessions.seen': m('använd {time}', 'used {time}'),
  'sessions.here': m('Här', 'Here'),
  'sessions.none': m('Ingen inloggning är öppen.', 'No session is open.'),
  'sessions.end': m('Logga ut', 'Sign out'),
  'sessions.end.one': m('Logga ut {name}', 'Sign out {name}'),
  'sessions.end.others': m('Logga ut överallt utom här', 'Sign out everywhere but here'),
  'sessions.end.all': m('Logga ut överallt', 'Sign out everywhere'),
  'sessions.ended': m('Utloggad', 'Signed out'),
};
