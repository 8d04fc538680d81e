import { call, put, remove, useCsrf, whenSignedOut } from '../api/client';
import { Problem } from '../api/problem';
import type { Enrolment, Pending, Session } from '../api/types/session';
import { Store } from '../kit/store';

/** `asking` at the start; `null` when nobody is signed in. */
export const session = new Store<Session | null | 'asking'>('asking');

/** Signed in before, but no longer: the login lies over the page, which stays as it is. */
export const expired = new Store<boolean>(false);

let waiting: (() => void)[] = [];

export function me(): Session['account'] | null {
  const now = session.value;
  return now && now !== 'asking' ? now.account : null;
}

/** Permissions are patterns: `*`, `incidents:*`, `incidents:report:read`. Only for what to show; the platform decides. */
export function may(permission: string): boolean {
  const now = session.value;
  if (!now || now === 'asking') return false;
  return now.permissions.some(
    (held) => held === '*' || held === permission || (held.endsWith('*') && permission.startsWith(held.slice(0, -1))),
  );
}

function entered(next: Session): void {
  useCsrf(next.csrf);
  session.set(next);
  expired.set(false);
  const resume = waiting;
  waiting = [];
  for (const go of resume) go();
}

export async function resume(): Promise<void> {
  whenSignedOut(() => {
    if (session.value === 'asking' || session.value === null) return Promise.reject(Problem.offline());
    expired.set(true);
    return new Promise((resolve) => waiting.push(resolve));
  });
  try {
    entered((await call<Session>('session', { open: true })).body);
  } catch {
    session.set(null);
  }
}

/** The whole way in, or what the second step is asked with. */
export async function signIn(username: string, password: string): Promise<Pending | null> {
  const next = await ask<Session | Pending>('session', { username, password });
  if ('pending' in next) return next;
  arrive(next);
  return null;
}

/** Who must have a second factor and has none gets its secret here. */
export const enrol = (pending: string) => ask<Enrolment>('sign-in/enrolment', { pending });

/** The second step; `arrive` with the answer. */
export const sendCode = (pending: string, code: string) =>
  ask<Session & { recoveryCodes: string[] }>('sign-in/code', { pending, code });

const ask = async <T>(address: string, body: unknown): Promise<T> =>
  (await call<T>(address, { method: 'POST', body, open: true })).body;

/** Goes on as whoever has signed in. */
export function arrive(next: Session): void {
  const before = me();
  if (before && before.id !== next.account.id) location.assign('/console/');
  entered(next);
}

export async function signOut(): Promise<void> {
  const answer = await remove<{ next?: string } | undefined>('session').catch(() => undefined);
  location.assign(answer?.next ?? '/console/');
}

export const changePassword = (current: string, next: string) => put<void>('session/password', { current, new: next });
