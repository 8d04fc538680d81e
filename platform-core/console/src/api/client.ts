import { preferences } from '../i18n/preferences';
import { Problem } from './problem';

let csrf = '';
let onSignedOut: () => Promise<void> = () => Promise.reject(Problem.offline());

export function useCsrf(token: string): void {
  csrf = token;
}

/** What to do when the session is gone: resolves when somebody has signed in again, and the call is made once more. */
export function whenSignedOut(action: () => Promise<void>): void {
  onSignedOut = action;
}

export interface Answer<T> {
  body: T;
  etag: string;
  replayed: boolean;
}

export interface Options {
  method?: string;
  body?: unknown;
  headers?: Record<string, string>;
  signal?: AbortSignal;
  /** A 401 is the answer, not the end of the session. */
  open?: boolean;
}

export async function call<T>(address: string, options: Options = {}): Promise<Answer<T>> {
  const response = await answered(address, options);
  const empty = response.status === 204 || response.headers.get('Content-Length') === '0';
  return {
    body: (empty ? undefined : await response.json()) as T,
    etag: response.headers.get('ETag') ?? '',
    replayed: response.headers.get('Idempotent-Replayed') === 'true',
  };
}

/** A file that depends on more than may stand in an address. */
export const file = async (address: string, body: unknown): Promise<Blob> =>
  (await answered(address, { method: 'POST', body, headers: { Accept: '*/*' } })).blob();

async function answered(address: string, options: Options): Promise<Response> {
  const response = await send(address, options);
  if (response.status === 401 && !options.open) {
    await onSignedOut();
    return answered(address, { ...options, open: true });
  }
  if (!response.ok) throw await Problem.from(response);
  return response;
}

async function send(address: string, options: Options): Promise<Response> {
  const method = options.method ?? 'GET';
  const headers: Record<string, string> = {
    Accept: 'application/json, application/problem+json',
    'Accept-Language': preferences.value.language,
    ...options.headers,
  };
  if (method !== 'GET') headers['X-CSRF-Token'] = csrf;
  const raw = options.body instanceof Blob;
  if (options.body !== undefined && !raw) headers['Content-Type'] ??= 'application/json';
  try {
    return await fetch(`/api/${address}`, {
      method,
      headers,
      credentials: 'same-origin',
      ...(options.signal ? { signal: options.signal } : {}),
      ...(options.body === undefined ? {} : { body: raw ? (options.body as Blob) : JSON.stringify(options.body) }),
    });
  } catch (failure) {
    if (failure instanceof DOMException && failure.name === 'AbortError') throw failure;
    throw Problem.offline();
  }
}

export const get = async <T>(address: string, signal?: AbortSignal): Promise<T> =>
  (await call<T>(address, signal ? { signal } : {})).body;

export const post = async <T>(address: string, body: unknown, headers: Record<string, string> = {}): Promise<T> =>
  (await call<T>(address, { method: 'POST', body, headers })).body;

export const put = async <T>(address: string, body: unknown): Promise<T> =>
  (await call<T>(address, { method: 'PUT', body })).body;

export const patch = async <T>(address: string, body: unknown, etag?: string): Promise<Answer<T>> =>
  call<T>(address, {
    method: 'PATCH',
    body,
    headers: { 'Content-Type': 'application/merge-patch+json', ...(etag ? { 'If-Match': etag } : {}) },
  });

export const remove = async <T>(address: string, etag?: string): Promise<T> =>
  (await call<T>(address, { method: 'DELETE', headers: etag ? { 'If-Match': etag } : {} })).body;

/** Sends a file and tells how far it has come; fetch cannot. */
export function upload<T>(
  address: string,
  file: Blob,
  type: string,
  progress: (share: number) => void,
  headers: Record<string, string> = {},
): Promise<T> {
  return new Promise((resolve, reject) => {
    const request = new XMLHttpRequest();
    request.open('POST', `/api/${address}`);
    request.setRequestHeader('Content-Type', type);
    request.setRequestHeader('X-CSRF-Token', csrf);
    request.setRequestHeader('Accept-Language', preferences.value.language);
    for (const [name, value] of Object.entries(headers)) request.setRequestHeader(name, value);
    request.upload.onprogress = (event) => event.lengthComputable && progress(event.loaded / event.total);
    request.onerror = () => reject(Problem.offline());
    request.onload = () => {
      const response = new Response(request.response as string, {
        status: request.status,
        headers: { 'X-Request-Id': request.getResponseHeader('X-Request-Id') ?? '' },
      });
      if (response.ok) resolve(JSON.parse(String(request.response)) as T);
      else void Problem.from(response).then(reject);
    };
    request.send(file);
  });
}
